import type { World } from '#lib/simulator/world.ts';
import { Exit, Uncaught, type Surroundings } from '#lib/simulator/cli/airflowctl-session.ts';
import { unmark, wrap } from '#lib/simulator/cli/airflowctl-text.ts';
import type { Line } from './command.ts';

export type { Surroundings };

/** Columns of what the program prints as data when it does not write to a terminal. */
export const DATA_COLUMNS = 200;

export interface LogLine {
	level: 'info' | 'warning' | 'error';
	text: string;
	/** Who says it: `airflow.utils.db`. Only Airflow 3 shows it. */
	logger: string;
	/** Where in Airflow's source: `db.py:1823`. Absent in Airflow 3 where it is nobody's line. */
	at?: string;
	/** What Airflow 3 adds behind. */
	facts?: Readonly<Record<string, string | number>>;
}

/** One run of `airflow`: what it sees and what it has written. */
export class Session {
	readonly world: World;
	readonly line: Line;
	readonly nowMs: number;
	readonly env: Readonly<Record<string, string>>;
	readonly files: Map<string, string>;
	stdout = '';
	stderr = '';
	/** Whether the command was told how to print rows. */
	printsRows = false;
	#stdin: string;

	constructor(world: World, line: Line, around: Surroundings) {
		this.world = world;
		this.line = line;
		this.nowMs = around.nowMs;
		this.env = around.env ?? {};
		this.files = around.files ?? new Map();
		this.#stdin = around.stdin ?? '';
	}

	/** Columns of a terminal, or what stands in for one. */
	get columns(): number {
		const asked = this.env.COLUMNS ?? '';
		return /^[1-9]\d*$/.test(asked) ? Number(asked) : 80;
	}

	/** Python's `print`. */
	print(text: string): void {
		this.stdout += `${text}\n`;
	}

	/** Python's `print(…, file=sys.stderr)`. */
	complain(text: string): void {
		this.stderr += `${text}\n`;
	}

	/** `AirflowConsole().print`: tags go, lines are broken. */
	show(text: string, width = DATA_COLUMNS): void {
		this.stdout += `${wrap(unmark(text), width).join('\n')}\n`;
	}

	/**
	 * A line of the program's log. Airflow 3 keeps it away from rows that are asked for with `-o`.
	 * @source airflow/config_templates/airflow_local_settings.py (2.11); structlog `ConsoleRenderer` (3.3)
	 */
	log({ level, text, logger, at, facts = {} }: LogLine): void {
		const iso = new Date(this.nowMs).toISOString();
		if (this.line === '2') {
			this.print(`[${iso.slice(0, -1)}+0000] {${at}} ${level.toUpperCase()} - ${text}`);
			return;
		}
		const told = Object.entries({ ...(at === undefined ? {} : { loc: at }), ...facts }).map(
			([name, value]) => ` ${name}=${value}`
		);
		const when = `${iso.slice(0, -1)}000Z`;
		const line = `${when} [${level.padEnd(9)}] ${text.padEnd(30)} [${logger}]${told.join('')}`;
		if (this.printsRows) this.complain(line);
		else this.print(line);
	}

	/** Python's `raise SystemExit(…)`: a text is complained of and ends with 1. */
	fail(why: string | number): never {
		if (typeof why === 'number') throw new Exit(why);
		throw new Exit(1, why);
	}

	/**
	 * An exception that nothing catches: exit code 1, a traceback whose last line is this.
	 * @param exception with its module, as a traceback names it: `airflow.exceptions.DagNotFound`
	 */
	crash(exception: string, message: string): never {
		throw new Uncaught(exception, message);
	}

	/** Whether there is such a folder: the home of Airflow, or one that a file is in. */
	hasFolder(path: string): boolean {
		const folder = this.resolve(path).replace(/\/+$/, '');
		if (['', '/tmp', '/opt/airflow', this.env.PWD ?? ''].includes(folder)) return true;
		return [...this.files.keys()].some((file) => file.startsWith(`${folder}/`));
	}

	/** Python's `open(path, 'w')`. @throws {Uncaught} when its folder is missing. */
	write(path: string, text: string): void {
		if (!this.hasFolder(path.replace(/\/?[^/]*$/, '') || (path.startsWith('/') ? '/' : '')))
			this.crash('FileNotFoundError', `[Errno 2] No such file or directory: '${path}'`);
		this.files.set(this.resolve(path), text);
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

	/** Python's `getpass` without a terminal. @throws {Uncaught} at the end of the input. */
	readPassword(prompt: string): string {
		this.stderr += `Warning: Password input may be echoed.\n${prompt}`;
		const line = this.#nextLine();
		this.stderr += '\n';
		return line;
	}

	#nextLine(): string {
		if (this.#stdin === '') throw new Uncaught('EOFError', 'EOF when reading a line');
		const [line = '', ...rest] = this.#stdin.split('\n');
		this.#stdin = rest.join('\n');
		return line;
	}
}
