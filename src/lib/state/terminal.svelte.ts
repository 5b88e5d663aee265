import { ProgramOutput, type Piece } from './program-output.ts';
import { namesSecret } from './secret-line.ts';

export interface TerminalRequest {
	method: string;
	url: string;
	/** 0 = no answer. */
	status: number;
}

export interface TerminalEnd {
	exitCode: number;
	/** Absent = by itself. */
	why?: 'stopped' | 'limit';
	detail?: string;
	requests: readonly TerminalRequest[];
}

/** What of a shell is used. */
export interface TerminalShell {
	run(script: string, tell: (piece: Piece) => void): { ended: Promise<TerminalEnd>; stop(): void };
	isWhole(script: string): Promise<boolean>;
	complete(script: string, caret: number): Promise<{ from: number; words: string[] }>;
	readonly folder: string;
	files(): Promise<Record<string, string>>;
	reset(): Promise<void>;
}

export interface TerminalPorts {
	/** Opens the shell for the target chosen now, or gives the one that is open. @throws when there is no target */
	shell(): Promise<TerminalShell>;
	history(): Promise<string[] | undefined>;
	keepHistory(lines: readonly string[]): Promise<void>;
	wait(ms: number): Promise<void>;
}

/** A command with what came of it. */
export interface TerminalEntry {
	id: number;
	/** The folder that it was run in. */
	folder: string;
	script: string;
	/** The end of its output. */
	shown: readonly Piece[];
	/** Characters before that. */
	hidden: number;
	/** Absent = it runs. */
	end?: TerminalEnd;
	/** Why it could not be started. */
	problem?: unknown;
	whole(): string;
}

const SHOW_MS = 40;
const HISTORY_LENGTH = 200;
const ENTRIES_SHOWN = 60;

/** What `clear` prints. */
const CLEAR = '\u001b[2J';

/** A terminal of lines: commands run one after another, each with its output below it. */
export class Terminal {
	readonly #ports: TerminalPorts;
	#entries = $state.raw<readonly TerminalEntry[]>([]);
	#isRunning = $state(false);
	#isLoading = $state(false);
	#folder = $state('~');
	#history: string[] = [];
	#stop: (() => void) | undefined;
	#last = 0;

	constructor(ports: TerminalPorts) {
		this.#ports = ports;
	}

	get entries() {
		return this.#entries;
	}
	get isRunning() {
		return this.#isRunning;
	}
	/** The shell itself is not there yet. */
	get isLoading() {
		return this.#isLoading;
	}
	get folder() {
		return this.#folder;
	}
	/** Oldest first. */
	get history(): readonly string[] {
		return this.#history;
	}

	async recall(): Promise<void> {
		// Storage may be blocked: then the history is the page's.
		const kept = await this.#ports.history().catch(() => undefined);
		this.#history = [...(kept ?? []), ...this.#history];
	}

	/** Runs a command line or a script. Resolves when it has ended and that is shown. */
	async run(script: string): Promise<TerminalEnd | undefined> {
		if (this.#isRunning || script.trim() === '') return undefined;
		this.#isRunning = true;
		this.#remember(script);
		const output = new ProgramOutput();
		const id = ++this.#last;
		const entry = (more: Partial<TerminalEntry> = {}): TerminalEntry => ({
			id,
			folder,
			script,
			shown: output.shown,
			hidden: output.hidden,
			whole: () => output.whole(),
			...more
		});
		const { folder } = this;
		this.#put(entry());
		let isShowing = false;
		let isCleared = false;
		let isStopped = false;
		this.#stop = () => (isStopped = true);
		try {
			const shell = await this.#shell();
			if (isStopped) {
				const end: TerminalEnd = { exitCode: 130, why: 'stopped', requests: [] };
				this.#put(entry({ end }));
				return end;
			}
			const running = shell.run(script, ({ to, text }) => {
				isCleared ||= text.includes(CLEAR);
				output.add({ to, text: text.replaceAll(CLEAR, '') });
				if (isShowing) return;
				isShowing = true;
				void this.#ports.wait(SHOW_MS).then(() => {
					isShowing = false;
					if (this.#isRunning && id === this.#last) this.#put(entry());
				});
			});
			this.#stop = () => running.stop();
			const end = await running.ended;
			this.#folder = shell.folder;
			if (isCleared) this.clear();
			else this.#put(entry({ end }));
			return end;
		} catch (problem) {
			this.#put(entry({ problem, end: { exitCode: 1, requests: [] } }));
			return undefined;
		} finally {
			this.#stop = undefined;
			this.#isRunning = false;
		}
	}

	stop(): void {
		this.#stop?.();
	}

	clear(): void {
		this.#entries = [];
	}

	async isWhole(script: string): Promise<boolean> {
		return (await this.#shell()).isWhole(script);
	}

	async complete(script: string, caret: number): Promise<{ from: number; words: string[] }> {
		if (this.#isRunning) return { from: caret, words: [] };
		return (await this.#ports.shell()).complete(script, caret);
	}

	async files(): Promise<Record<string, string>> {
		return (await this.#ports.shell()).files();
	}

	/** Writes a file of the home folder; null removes it. Unseen, as no command of the learner's. */
	async putFile(path: string, content: string | null): Promise<void> {
		if (this.#isRunning) return;
		this.#isRunning = true;
		try {
			const shell = await this.#shell();
			const script =
				content === null
					? `rm -f -- ${quoted(path)}`
					: `printf %s ${quoted(content)} > ${quoted(path)}`;
			await shell.run(script, () => {}).ended;
		} finally {
			this.#isRunning = false;
		}
	}

	/** Starts loading the shell, so that it is there when Enter is pressed. */
	warm(): void {
		this.#shell().catch(() => {
			// Told where something is run.
		});
	}

	/** The shell as at the beginning: no variables, no files. */
	async reset(): Promise<void> {
		await (await this.#ports.shell()).reset();
		this.#folder = '~';
		this.clear();
	}

	async #shell(): Promise<TerminalShell> {
		this.#isLoading = true;
		try {
			const shell = await this.#ports.shell();
			this.#folder = shell.folder;
			return shell;
		} finally {
			this.#isLoading = false;
		}
	}

	#put(entry: TerminalEntry): void {
		const others = this.#entries.filter(({ id }) => id !== entry.id);
		this.#entries = [...others, entry].slice(-ENTRIES_SHOWN);
	}

	#remember(script: string): void {
		if (this.#history.at(-1) !== script) this.#history.push(script);
		this.#history = this.#history.slice(-HISTORY_LENGTH);
		const kept = this.#history.filter((line) => !namesSecret(line));
		void this.#ports.keepHistory(kept).catch(() => {});
	}
}

const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
