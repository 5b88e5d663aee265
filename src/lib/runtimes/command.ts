import type { Outside } from './outside.ts';
import type { Piece } from './run.ts';

/** What surrounds one command of the shell. */
export interface CommandAround {
	outside: Outside;
	stdin: string;
	/** Exported variables, with `PWD` and `HOME`. */
	env: Readonly<Record<string, string>>;
	cwd: string;
	/** A file's text; undefined = there is none. `path` may be relative. */
	read(path: string): Promise<string | undefined>;
	/** @throws Error with what the system says, when it cannot be written */
	write(path: string, text: string): Promise<void>;
	/** Absolute path → text of the files in the home folder. */
	files(): Promise<Record<string, string>>;
	remove(path: string): Promise<void>;
	signal: AbortSignal;
	/** Whether standard output is known to be the terminal. */
	isTerminal: boolean;
	/** Runs a command line in a shell of its own. */
	exec(line: string): Promise<CommandResult>;
	/** Output that must be seen before the command ends; what it returns comes after. */
	tell(piece: Piece): void;
}

export interface CommandResult {
	stdout: string;
	stderr: string;
	exitCode: number;
}

export type ShellCommand = (
	argv: readonly string[],
	around: CommandAround
) => Promise<CommandResult>;

export const printed = (stdout: string): CommandResult => ({ stdout, stderr: '', exitCode: 0 });
export const failed = (stderr: string, exitCode = 1): CommandResult => ({
	stdout: '',
	stderr,
	exitCode
});
