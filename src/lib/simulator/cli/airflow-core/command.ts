import type { Values } from './argument.ts';
import type { Session } from './session.ts';

/** Which Airflow: 2.11 or 3.3. */
export type Line = '2' | '3';

/**
 * What one command of `airflow` does. What it may be told stands in syntax-2.json and syntax-3.json,
 * read from Airflow's own parsers, so a command here is its name and its deed.
 */
export interface Command {
	/** As typed: `pools list`. */
	name: string;
	/** Where it exists. Absent = in both. */
	line?: Line;
	run(session: Session, values: Values): void;
}
