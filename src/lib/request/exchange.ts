import type { Header, HttpRequest } from './draft.ts';

/** One answer as it arrived. */
export interface Exchange {
	status: number;
	statusText: string;
	headers: readonly Header[];
	/** The body decoded as UTF-8. */
	text: string;
	/** From the call of Send to the last byte. */
	elapsedMs: number;
	/** Of the body, after the browser undid its compression. */
	sizeBytes: number;
}

/** Sends a request; rejects when no answer arrived. */
export type Send = (request: HttpRequest, options: { signal: AbortSignal }) => Promise<Exchange>;
