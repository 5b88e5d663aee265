import type { MadeRequest } from './outside.ts';

/** What a running program has written, in the order in which it did. */
export interface Piece {
	to: 'out' | 'err';
	text: string;
}

/** How a run ended. */
export interface Ended {
	exitCode: number;
	/** Absent = by itself. `stopped`: the learner stopped it; `limit`: it took too much, `detail` says what. */
	why?: 'stopped' | 'limit';
	detail?: string;
	/** What it asked of servers, in order. */
	requests: MadeRequest[];
}

/** A run under way. */
export interface Running {
	ended: Promise<Ended>;
	/** Ends it within 200 ms, whatever it does. */
	stop(): void;
}

/** A shell with a home folder that lasts. One entry runs at a time. */
export interface ShellSession {
	/** @param tell gets output as it is written. */
	run(script: string, tell: (piece: Piece) => void): Running;
	/** Whether the text is a whole command: no open quote, here-document, loop. */
	isWhole(script: string): Promise<boolean>;
	/** What may stand at the caret: words that replace `script.slice(from, caret)`. */
	complete(script: string, caret: number): Promise<{ from: number; words: string[] }>;
	/** The working folder, as a prompt shows it: `~/scripts`. */
	readonly folder: string;
	/** Absolute path → text of the files in the home folder. */
	files(): Promise<Record<string, string>>;
	/** Everything as at the beginning; files too. */
	reset(): Promise<void>;
	close(): void;
}

/** How far Python's first start is. */
export interface Loading {
	loadedBytes: number;
	/** 0 = not known. */
	totalBytes: number;
}

/** A Python that keeps nothing between runs but its files. */
export interface PythonSession {
	/** @param ask answers `input()`; undefined = the end of the input. */
	run(
		code: string,
		tell: (piece: Piece) => void,
		ask: (prompt: string) => Promise<string | undefined>
	): Running;
	/** Starts loading before the first run. @throws LabError when Python is not part of this build. */
	load(tell: (loading: Loading) => void): Promise<void>;
	/** Absolute path → text of the files in the home folder; not while a program runs. */
	files?(): Promise<Record<string, string>>;
	/** Writes a file of the home folder; null removes it. */
	putFile?(path: string, text: string | null): Promise<void>;
	reset(): Promise<void>;
	close(): void;
}
