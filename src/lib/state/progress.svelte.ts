import {
	isLessonPassed,
	markedLessons,
	passedExercises,
	type ProgressEvent
} from '#lib/course/progress.ts';
import { freshOf } from '#lib/course/progress-file.ts';
import { dueQuestions, recalls } from '#lib/course/recall.ts';

export interface ProgressPorts {
	read(): Promise<ProgressEvent[]>;
	append(event: ProgressEvent): Promise<void>;
	/** Asks the browser not to clear what is stored when it is short of space. */
	persist(): Promise<void>;
	newId(): string;
	now(): Date;
}

/** What the learner has passed: a fold over events that every tab may add to. */
export class Progress {
	readonly #ports: ProgressPorts;
	#events = $state.raw<readonly ProgressEvent[]>([]);
	#isRead = $state(false);
	#why = $state<string>();

	constructor(ports: ProgressPorts) {
		this.#ports = ports;
	}

	readonly passed = $derived(passedExercises(this.#events));
	readonly marked = $derived(markedLessons(this.#events));
	/** How far each question that was ever answered has come. */
	readonly recalls = $derived(recalls(this.#events));

	/** False until the store has been read once: nothing is known yet, which is not the same as nothing passed. */
	get isRead() {
		return this.#isRead;
	}

	/** Oldest first; what this tab did is in it even when it could not be stored. */
	get events() {
		return this.#events;
	}

	/** Why the browser stores nothing; undefined while it does. */
	get notKept() {
		return this.#why;
	}

	isLessonPassed(lesson: { id: string; exercises: readonly { id: string }[] }): boolean {
		return isLessonPassed(lesson, this.#events);
	}

	/** Questions to be asked again now. */
	due(): string[] {
		return dueQuestions(this.#events, this.#ports.now().getTime());
	}

	async refresh() {
		try {
			const stored = await this.#ports.read();
			this.#events = [...stored, ...freshOf(this.#events, stored)];
		} catch (error) {
			this.#why = reasonOf(error);
		}
		this.#isRead = true;
	}

	async record(kind: ProgressEvent['kind'], exercise: string) {
		const isFirst = this.#events.length === 0;
		await this.add([
			{ id: this.#ports.newId(), at: this.#ports.now().toISOString(), exercise, kind }
		]);
		// The first thing worth keeping is the moment to ask for it.
		if (isFirst && kind === 'solved') await this.#ports.persist().catch(() => undefined);
	}

	/** Adds events; those that are known already change nothing. */
	async add(events: readonly ProgressEvent[]) {
		const fresh = freshOf(events, this.#events);
		this.#events = [...this.#events, ...fresh];
		try {
			for (const event of fresh) await this.#ports.append(event);
			this.#why = undefined;
		} catch (error) {
			this.#why = reasonOf(error);
		}
		await this.refresh();
	}
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
