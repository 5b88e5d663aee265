import { entryOf } from '#lib/simulator/journal.ts';
import type { JournalEntry } from '#lib/simulator/world.ts';

/** A request that went to somebody's own Airflow, and its answer. */
export interface OwnExchange {
	method: string;
	url: string;
	/** The key of the operation it was made as. */
	operation: string;
	/** Values of its path, not encoded. */
	path: Readonly<Record<string, string>>;
	body?: string;
	status: number;
	/** The answer's body. */
	text: string;
	/** When the answer was here, milliseconds by the page's clock. */
	atMs: number;
	user?: string;
}

/** The entry that the journal of a simulated Airflow would hold of it: no header, and of a body no secret. */
export function ownEntry(exchange: OwnExchange, baseUrl: string): JournalEntry {
	const { method, url, operation, path, body, status, text, atMs, user } = exchange;
	const { pathname, search } = new URL(url);
	const below = new URL(baseUrl).pathname.replace(/\/$/, '');
	const request = {
		...{ method, path: pathname.slice(below.length), query: search.slice(1) },
		...{ headers: {}, body: body ?? '' }
	};
	const said = { status, headers: {}, body: text, operation, params: { ...path } };
	return entryOf(
		request,
		user === undefined ? said : { ...said, user },
		Math.max(atMs, newestIn(text))
	);
}

const PAST = /"(?:queued_at|queued_when|start_date|end_date)":\s*"([^"]+)"/g;

/** The server's clock may be ahead of the page's: nobody reads of what has not been. Milliseconds; 0 = no date there. */
function newestIn(text: string): number {
	const all = [...text.matchAll(PAST)].map(([, date = '']) => Date.parse(date));
	return Math.max(0, ...all.filter((ms) => !Number.isNaN(ms)));
}
