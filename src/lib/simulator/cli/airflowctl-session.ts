import { str } from './airflowctl-python.ts';
import { MarkupError, unmark, wrap } from './airflowctl-text.ts';
import type { Reply, ServerRequest } from '#lib/simulator/call.ts';
import type { World } from '#lib/simulator/world.ts';

/** What surrounds a command line. */
export interface Surroundings {
	/** Virtual now, milliseconds. */
	nowMs: number;
	env?: Readonly<Record<string, string>>;
	/** Absolute path → text. The program reads and writes here: its settings, imports, exports. */
	files?: Map<string, string>;
	/** What stands on standard input, which is no terminal. */
	stdin?: string;
	/** Where tokens are kept, by `airflowctl/<key>`. Absent = the machine has no keyring. */
	keyring?: Map<string, string>;
	/** Where the world answers; calls to another origin are refused. Absent = everywhere. */
	serverUrl?: string;
	/** Answers the program's calls of the API in the world's place. */
	ask?: AskApi;
}

/**
 * Answers one call of the API.
 * @param nowMs virtual, milliseconds
 * @throws whatever is to end the program at once
 */
export type AskApi = (origin: string, request: ServerRequest, nowMs: number) => Reply;

/** Python's `sys.exit`. */
export class Exit extends Error {
	readonly code: number;
	/** @param lastWords printed on standard error. */
	constructor(code: number, lastWords = '') {
		super(lastWords);
		this.code = code;
	}
}

/** An exception that nothing catches: the program ends in a traceback. */
export class Uncaught extends Error {
	readonly exception: string;
	/** @param exception its class with its module, as a traceback names it. */
	constructor(exception: string, message: string) {
		super(message);
		this.exception = exception;
	}
}

/** Exceptions that the program ends with one sentence for. @source airflowctl/exceptions.py */
export class CommandFailure extends Error {}

/** Columns of what the program prints as data when it does not write to a terminal. */
export const DATA_COLUMNS = 200;

/** One run of the program: what it sees and what it has written. */
export class Session {
	readonly world: World;
	readonly env: Readonly<Record<string, string>>;
	readonly files: Map<string, string>;
	readonly keyring: Map<string, string> | undefined;
	readonly serverUrl: string | undefined;
	readonly ask: AskApi | undefined;
	nowMs: number;
	stdout = '';
	stderr = '';
	#stdin: string;

	constructor(world: World, around: Surroundings) {
		this.world = world;
		this.env = around.env ?? {};
		this.files = around.files ?? new Map();
		this.keyring = around.keyring;
		this.serverUrl = around.serverUrl;
		this.ask = around.ask;
		this.nowMs = around.nowMs;
		this.#stdin = around.stdin ?? '';
	}

	/** Columns of a terminal, or what stands in for one. */
	get columns(): number {
		const asked = this.env.COLUMNS ?? '';
		return /^[1-9]\d*$/.test(asked) ? Number(asked) : 80;
	}

	/** As it was given. */
	get homeName(): string {
		return this.env.AIRFLOW_HOME ?? `${this.env.HOME ?? '/root'}/airflow`;
	}

	get home(): string {
		return this.resolve(this.homeName);
	}

	get isDebugging(): boolean {
		return this.env.AIRFLOW_CLI_DEBUG_MODE === 'true';
	}

	/** `rich.print`: tags go, lines are broken. */
	print(text: string, width = this.columns): void {
		this.stdout += rich(text, width);
	}

	complain(text: string): void {
		this.stderr += rich(text, this.columns);
	}

	/** @source structlog `ConsoleRenderer` without colours */
	log(level: 'warning' | 'error', event: string, extra?: unknown): void {
		const at = new Date(this.nowMs).toISOString().slice(0, 19).replace('T', ' ');
		const more = extra === undefined ? '' : ` extra=${str(extra)}`;
		const words = `[${level.padEnd(9)}] ${event.padEnd(30)} [airflowctl.api.client]`;
		this.stdout += `${at} ${words}${more}\n`;
	}

	/** A path as the program's folder sees it. */
	resolve(path: string): string {
		return path.startsWith('/') ? path : `${(this.env.PWD ?? '').replace(/\/$/, '')}/${path}`;
	}

	/** @throws {Uncaught} at the end of the input. */
	readLine(prompt: string): string {
		this.stdout += prompt;
		return this.#nextLine();
	}

	readPassword(prompt: string): string {
		this.stderr += `Warning: Password input may be echoed.\n${prompt}`;
		return this.#nextLine();
	}

	#nextLine(): string {
		if (this.#stdin === '') throw new Uncaught('EOFError', 'EOF when reading a line');
		const [line = '', ...rest] = this.#stdin.split('\n');
		this.#stdin = rest.join('\n');
		return line;
	}
}

function rich(text: string, width: number): string {
	return orTraceback(() => `${wrap(unmark(text), width).join('\n')}\n`);
}

/** A text that cannot be printed ends the program. @throws {Uncaught} */
export function orTraceback(render: () => string): string {
	try {
		return render();
	} catch (cause) {
		if (cause instanceof MarkupError) throw new Uncaught('rich.errors.MarkupError', cause.message);
		throw cause;
	}
}
