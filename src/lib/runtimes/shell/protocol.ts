import type { OutsideAnswers, OutsideAsks } from '#lib/runtimes/remote-outside.ts';
import type { Ended, Piece } from '#lib/runtimes/run.ts';
import type { ShellState } from './state.ts';

/** What the page says to the shell's worker. */
export type ToShell =
	| {
			op: 'start';
			env: Readonly<Record<string, string>>;
			files: Readonly<Record<string, string>>;
			/** Where the worker before stopped. */
			state: ShellState | undefined;
			/** Undefined = the learner's own server. */
			line: '2' | '3' | undefined;
	  }
	| { op: 'run'; id: number; script: string }
	| { op: 'stop' }
	| { op: 'whole'; id: number; script: string }
	| { op: 'complete'; id: number; script: string; caret: number }
	| OutsideAnswers;

/** What the worker says to the page. */
export type FromShell =
	| { op: 'ready' }
	| { op: 'pieces'; pieces: Piece[] }
	| {
			op: 'ended';
			id: number;
			ended: Ended;
			folder: string;
			files: Record<string, string>;
			state: ShellState;
	  }
	/** While a run goes on: the files as they are now. */
	| { op: 'files'; files: Record<string, string> }
	| { op: 'value'; id: number; value: unknown }
	| { op: 'broken'; why: string }
	| OutsideAsks;
