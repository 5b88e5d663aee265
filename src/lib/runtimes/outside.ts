import type { Header } from '#lib/request/draft.ts';

/**
 * All that a program in the page (the shell, Python) can reach of the world: the target's server, the machine
 * that Airflow runs on, time. Its arguments and answers are plain data, so that they cross a worker's border.
 */
export interface Outside {
	/**
	 * One HTTP exchange with whoever listens at that URL; nobody but the target ever does. With the method CONNECT only
	 * the question whether somebody would.
	 */
	exchange(request: OutRequest, signal?: AbortSignal): Promise<OutAnswer>;
	/** One run of `airflow` or `airflowctl`. */
	program(run: ProgramRun, signal?: AbortSignal): Promise<ProgramOutcome>;
	/** Waits as `sleep` does; where the learner skips waits, the simulator's clock moves instead. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
	/** The time that programs see, milliseconds: the simulator's, or the wall's. */
	nowMs(): Promise<number>;
}

/** A request as a program writes it, with the headers it sends itself. Never followed elsewhere. */
export interface OutRequest {
	method: string;
	/** Absolute; a fragment is cut off. */
	url: string;
	headers: Header[];
	/** UTF-8 text; absent = none. */
	body?: string;
}

export type OutAnswer =
	| { kind: 'answer'; status: number; reason: string; headers: Header[]; body: string }
	/** The browser followed a redirect by itself, or keeps something back: `detail` says what. */
	| { kind: 'none'; why: NoAnswer; detail?: string };

/**
 * `timeout` is said by those who wait no longer; `dns`: no such host; `refused`: nobody listens on that port; `reset`: the connection broke off; `tls`: https where
 * plain HTTP is spoken; `denied`: the learner did not let it go; `browser`: the browser gave no answer, `detail` is why.
 */
export type NoAnswer = 'dns' | 'refused' | 'reset' | 'tls' | 'timeout' | 'denied' | 'browser';

export interface ProgramRun {
	program: 'airflow' | 'airflowctl';
	argv: readonly string[];
	/** With `PWD`. */
	env: Readonly<Record<string, string>>;
	/** Absolute path → text, of all that the program may read. */
	files: Readonly<Record<string, string>>;
	stdin: string;
}

export interface ProgramOutcome {
	stdout: string;
	stderr: string;
	exitCode: number;
	/** Files that were written, absolute path → text; null = removed. */
	files: Readonly<Record<string, string | null>>;
	/** What it asked of the server; absent = nothing that is known. */
	requests?: MadeRequest[];
}

/** A request that a program made, for the list beside its output. Never headers, never a body. */
export interface MadeRequest {
	method: string;
	url: string;
	/** 0 = no answer. */
	status: number;
}
