import { ProgramOutput, type Piece } from './program-output.ts';

export interface PadRequest {
	method: string;
	url: string;
	/** 0 = no answer. */
	status: number;
}

export interface PadEnd {
	exitCode: number;
	/** Absent = by itself. */
	why?: 'stopped' | 'limit';
	detail?: string;
	requests: readonly PadRequest[];
}

export interface PadLoading {
	loadedBytes: number;
	/** 0 = not known. */
	totalBytes: number;
}

export interface PadPorts {
	/** Makes Python ready. @throws when it cannot be had */
	load(tell: (loading: PadLoading) => void, signal: AbortSignal): Promise<void>;
	/** Starts a program; `ask` answers `input()`, undefined = the end of the input. */
	run(
		code: string,
		tell: (piece: Piece) => void,
		ask: (prompt: string) => Promise<string | undefined>
	): Promise<{ ended: Promise<PadEnd>; stop(): void }>;
	/** What was typed here before; undefined = nothing. */
	draft(key: string): Promise<string | undefined>;
	/** Keeps what was typed for the next visit; undefined forgets it. */
	keepDraft(key: string, code: string | undefined): Promise<void>;
	wait(ms: number): Promise<void>;
}

/** A question that the program asks with `input()`. */
export interface Question {
	prompt: string;
	/** Undefined = the end of the input, as Ctrl+D gives it. */
	answer(text: string | undefined): void;
}

/** Output is shown this often, however fast a program writes. */
const SHOW_MS = 50;

/** A Python program being written and run. */
export class PythonPad {
	readonly #ports: PadPorts;
	#key = '';
	#given = $state('');
	#code = $state('');
	#phase = $state<'idle' | 'loading' | 'running'>('idle');
	#loading = $state.raw<PadLoading>();
	#isStopping = $state(false);
	#question = $state.raw<Question>();
	#end = $state.raw<PadEnd>();
	#problem = $state.raw<unknown>();
	#output = new ProgramOutput();
	#shown = $state.raw<readonly Piece[]>([]);
	#hidden = $state(0);
	#isShowing = false;
	#cancel: AbortController | undefined;
	#stop: (() => void) | undefined;

	constructor(ports: PadPorts) {
		this.#ports = ports;
	}

	get code() {
		return this.#code;
	}
	get phase() {
		return this.#phase;
	}
	/** How far the first start is; undefined = nothing is being loaded, or nothing is known yet. */
	get loading() {
		return this.#loading;
	}
	get isStopping() {
		return this.#isStopping;
	}
	get question() {
		return this.#question;
	}
	get end() {
		return this.#end;
	}
	/** Why the program could not be started; undefined = it could. */
	get problem() {
		return this.#problem;
	}
	/** The end of the output. */
	get shown() {
		return this.#shown;
	}
	/** Characters of output before what is shown. */
	get hidden() {
		return this.#hidden;
	}
	get isChanged() {
		return this.#code !== this.#given;
	}

	/** Opens a given program, or what the learner had made of it. Nothing runs by itself. */
	async open(key: string, given: string): Promise<void> {
		const isTyped = this.isChanged && this.#key === key;
		this.#key = key;
		this.#given = given;
		if (isTyped) return;
		this.#code = given;
		const draft = await this.#ports.draft(key).catch(() => undefined);
		// Whoever typed or went on meanwhile is not interrupted.
		if (this.#key === key && this.#code === given && draft !== undefined) this.#code = draft;
	}

	write(code: string): void {
		if (code === this.#code) return;
		this.#code = code;
		this.#keep(this.isChanged ? code : undefined);
	}

	/** Back to the given program; what was written and typed goes. */
	async reset(): Promise<void> {
		this.stop();
		this.#code = this.#given;
		this.#keep(undefined);
		this.#clear();
	}

	/** Runs the program. Resolves when it has ended and that is shown. */
	async run(): Promise<void> {
		if (this.#phase !== 'idle') return;
		this.#clear();
		this.#phase = 'loading';
		this.#cancel = new AbortController();
		const { signal } = this.#cancel;
		try {
			await this.#ports.load((loading) => (this.#loading = loading), signal);
			signal.throwIfAborted();
			this.#phase = 'running';
			const running = await this.#ports.run(
				this.#code,
				(piece) => this.#tell(piece),
				(prompt) => this.#ask(prompt)
			);
			this.#stop = () => running.stop();
			if (signal.aborted) running.stop();
			this.#end = await running.ended;
		} catch (error) {
			if (!signal.aborted) this.#problem = error;
		} finally {
			this.#question = undefined;
			this.#loading = undefined;
			this.#stop = undefined;
			this.#isStopping = false;
			this.#show();
			this.#phase = 'idle';
		}
	}

	stop(): void {
		if (this.#phase === 'idle') return;
		this.#isStopping = true;
		this.#cancel?.abort();
		this.#stop?.();
	}

	/** All that was written, however long. */
	wholeOutput(): string {
		return this.#output.whole();
	}

	#tell(piece: Piece): void {
		this.#output.add(piece);
		if (this.#isShowing) return;
		this.#isShowing = true;
		void this.#ports.wait(SHOW_MS).then(() => {
			this.#isShowing = false;
			this.#show();
		});
	}

	#show(): void {
		this.#shown = this.#output.shown;
		this.#hidden = this.#output.hidden;
	}

	#ask(prompt: string): Promise<string | undefined> {
		this.#show();
		return new Promise((done) => {
			this.#question = {
				prompt,
				answer: (text) => {
					this.#question = undefined;
					done(text);
				}
			};
		});
	}

	#clear(): void {
		this.#output = new ProgramOutput();
		this.#show();
		this.#end = undefined;
		this.#problem = undefined;
	}

	#keep(code: string | undefined): void {
		// Storage may be blocked: then the draft lasts as long as the page.
		void this.#ports.keepDraft(this.#key, code).catch(() => {});
	}
}
