import type { OutsideAnswers, OutsideAsks } from '#lib/runtimes/remote-outside.ts';
import type { Ended, Loading, Piece } from '#lib/runtimes/run.ts';

/** What the page says to Python's worker. */
export type ToPython =
	| {
			op: 'start';
			/** URL of the folder with Pyodide and the wheels, closed by a slash. */
			folder: string;
			/** File name → bytes. */
			sizes: Readonly<Record<string, number>>;
			files: Readonly<Record<string, string>>;
	  }
	| {
			op: 'run';
			id: number;
			code: string;
			environment: Readonly<Record<string, string>>;
			exchangeUrl: string | undefined;
	  }
	| { op: 'stop' }
	| { op: 'line'; text: string | undefined }
	| { op: 'put'; path: string; text: string | null }
	| OutsideAnswers;

/** What the worker says to the page. */
export type FromPython =
	| { op: 'loading'; loading: Loading }
	| { op: 'ready' }
	| { op: 'pieces'; pieces: Piece[] }
	| { op: 'asks'; prompt: string }
	| { op: 'ended'; id: number; ended: Ended; files: Record<string, string> }
	| { op: 'broken'; why: string }
	| OutsideAsks;
