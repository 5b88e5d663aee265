import type { Line as Version } from '#lib/simulator/cli/airflow-core/command.ts';

export type { Version };

/** One run of the program. */
export interface Line {
	/** The words behind the program's name, as a shell would part them; `'…'` holds one together. */
	words: string;
	env?: Readonly<Record<string, string>>;
	/** Files that lie in the folder of the run. */
	files?: Readonly<Record<string, string>>;
	/** These files count, too, as they are afterwards. */
	leaves?: readonly string[];
	stdin?: string;
	/** Only this Airflow has it. */
	only?: Version;
	/** Run in its turn, and not compared. */
	prepares?: true;
}

/** A sentence about the program → the runs that show it, on one database that is fresh before. */
export type Cases = Readonly<Record<string, readonly Line[]>>;

/** What a run printed, raw. */
export interface Printed {
	stdout: string;
	stderr: string;
	exitCode: number;
	files: Record<string, string>;
}

/** Something that runs the command lines of a case: the real program, or ours. */
export interface Machine {
	run(argv: string[], line: Line): Promise<Printed>;
	close(): void;
}

export const line = (words: string, rest: Omit<Line, 'words'> = {}): Line => ({ words, ...rest });

/** Runs that stand for themselves. */
export const lines = (...all: (string | Line)[]): Line[] =>
	all.map((one) => (typeof one === 'string' ? line(one) : one));

export const only = (version: Version, words: string): Line => line(words, { only: version });
export const before = (words: string): Line => line(words, { prepares: true });

export const splitWords = (words: string): string[] =>
	[...words.matchAll(/'([^']*)'|\S+/g)].map(([whole, quoted]) => quoted ?? whole);
