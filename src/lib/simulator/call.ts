import type { User, World } from './world.ts';

/** A request as it reaches the simulated server; `path` starts at the world's root. */
export interface ServerRequest {
	method: string;
	/** `/api/v2/dags`, still percent-encoded. */
	path: string;
	/** Without `?`, as sent. */
	query: string;
	/** Lower-case names. */
	headers: Record<string, string>;
	body: string;
}

/** What a handler sees of one request. */
export interface Call {
	request: ServerRequest;
	/** The spec's key, for what is the same in many operations. */
	operation?: string;
	params?: Readonly<Record<string, string>>;
	/** A path parameter, decoded. */
	param(name: string): string;
	query: URLSearchParams;
	/** Parsed and checked by the face; `undefined` when there was none. */
	body: unknown;
	/** Virtual now, milliseconds. */
	nowMs: number;
	user?: User;
}

/** How a reply reaches the caller when something is wrong on the way. */
export interface Delivery {
	/** Before anything is sent. */
	delayMs?: number;
	/** The body trickles in over this long. */
	spreadMs?: number;
	/** The connection breaks: no answer at all. */
	isDropped?: boolean;
}

/** The rest of a body that comes as time passes: whom to look at, and how often. Plain data. */
export interface Follow {
	dagId: string;
	runId: string;
	/** Virtual, between two looks. */
	intervalMs: number;
	/** Tasks whose results the last line tells. */
	results: readonly string[];
}

/** `body` undefined = empty; a string goes out as it is, anything else as JSON. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body?: unknown;
	/** Left out = `body` is all. */
	follow?: Follow;
	/** Left out = at once and whole. */
	delivery?: Delivery;
}

/** One rule of the API. A reply of 400 or more leaves the world untouched (the face sees to that). */
export type Handler = (world: World, call: Call) => Reply;

/** Handlers by the spec's own words: `'POST /pools'`. */
export type Resource = Record<string, Handler>;
