import { passedExercises, type ProgressEvent } from '#lib/course/progress.ts';

export interface ProgressPorts {
	read(): Promise<ProgressEvent[]>;
	append(event: ProgressEvent): Promise<void>;
	newId(): string;
	now(): Date;
}

/** What the learner has passed: a fold over events that every tab may add to. */
export class Progress {
	readonly #ports: ProgressPorts;
	#events = $state.raw<readonly ProgressEvent[]>([]);
	#isRead = $state(false);

	constructor(ports: ProgressPorts) {
		this.#ports = ports;
	}

	readonly passed = $derived(passedExercises(this.#events));

	/** False until the store has been read once: nothing is known yet, which is not the same as nothing passed. */
	get isRead() {
		return this.#isRead;
	}

	async refresh() {
		this.#events = await this.#ports.read();
		this.#isRead = true;
	}

	async record(kind: ProgressEvent['kind'], exercise: string) {
		const event = { id: this.#ports.newId(), at: this.#ports.now().toISOString(), exercise, kind };
		await this.#ports.append(event);
		await this.refresh();
	}
}
