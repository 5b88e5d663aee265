import type { Caller } from '#contract/cases/case.ts';

/** One run of the program. `NONCE` in any of it stands for five letters of the play's own. */
export interface Line {
	/** The words behind the program's name, as a shell would part them; `'…'` holds one together. */
	words: string;
	/** Whose token is in the environment. Default: admin; `nobody` = none. */
	as?: Caller;
	env?: Readonly<Record<string, string>>;
	/** Files that lie in the folder of the run, beside the program's settings. */
	files?: Readonly<Record<string, string>>;
	/** These files count, too, as they are afterwards. */
	leaves?: readonly string[];
	stdin?: string;
	/** The server is meant to be in trouble, or out of reach; else that is no answer to compare. */
	hasTrouble?: true;
	/** Run in its turn, and not compared. */
	prepares?: true;
	/** Run even after a failure, and not compared. */
	tidies?: true;
}

/** What a run is given and what it leaves. */
export interface Situation {
	/** Without a login: no address, no token in a file. */
	isStrange?: true;
	/** The machine has a keyring. */
	hasKeyring?: true;
	/** Paths of the API, deleted in the end: the program has no command for it. */
	removes?: readonly string[];
	lines: readonly Line[];
}

/** A sentence about the program → the runs that show it. */
export type Cases = Readonly<Record<string, Situation>>;

/** What a run printed, raw. */
export interface Printed {
	stdout: string;
	stderr: string;
	exitCode: number;
	files: Record<string, string>;
}

/** Something that runs command lines: the real program, or ours. */
export interface Machine {
	run(
		argv: string[],
		line: Line,
		situation: Situation,
		env: Record<string, string>
	): Promise<Printed>;
	tokenOf(caller: Caller): Promise<string>;
	/** `DELETE` of a path of the API, by the admin. */
	remove(path: string): Promise<void>;
	/** Where it finds the server. */
	url: string;
	close(): void;
}

export const line = (words: string, rest: Omit<Line, 'words'> = {}): Line => ({ words, ...rest });

/** Runs that stand for themselves. */
export const lines = (...all: (string | Line)[]): Situation => ({
	lines: all.map((one) => (typeof one === 'string' ? line(one) : one))
});

export const before = (words: string): Line => line(words, { prepares: true });
export const tidy = (words: string): Line => line(words, { tidies: true });

export const splitWords = (words: string): string[] =>
	[...words.matchAll(/'([^']*)'|\S+/g)].map(([whole, quoted]) => quoted ?? whole);
