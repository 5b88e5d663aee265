import type { FaceReply } from './airflow.ts';
import type { ServerRequest } from './call.ts';
import { refusalReason } from './refusal-reason.ts';
import type { JournalEntry, World } from './world.ts';

/** Older entries are dropped. */
export const JOURNAL_LENGTH = 500;

const LONGEST_BODY = 10_000;

/** Writes down what was asked and answered: never headers, and of a body never its secrets. */
export function record(world: World, request: ServerRequest, said: FaceReply): void {
	keepInJournal(world, entryOf(request, said, world.nowMs));
}

/** What the journal keeps of a request that was answered at `atMs`. */
export function entryOf(request: ServerRequest, said: FaceReply, atMs: number): JournalEntry {
	const body = bodyToKeep(request);
	const holdsSecret = (body === undefined && request.body !== '') || SECRET.test(request.query);
	// Who is refused for who they are is told so in words that never change.
	const mayQuote = !holdsSecret || said.status === 401 || said.status === 403;
	const reason = refusalReason(said, mayQuote);
	return {
		atMs,
		method: request.method,
		path: request.path,
		...(request.query === '' || SECRET.test(request.query) ? {} : { query: request.query }),
		status: said.status,
		params: { ...queryToKeep(request.query), ...said.params },
		...(said.operation === undefined ? {} : { operation: said.operation }),
		...(body === undefined ? {} : { body }),
		...(said.user === undefined ? {} : { user: said.user }),
		...(reason === undefined ? {} : { reason })
	};
}

/** Adds an entry; the oldest go when there are too many. */
export function keepInJournal(world: World, entry: JournalEntry): void {
	world.journal.push(entry);
	if (world.journal.length > JOURNAL_LENGTH) {
		world.journal.splice(0, world.journal.length - JOURNAL_LENGTH);
	}
}

const SECRET = /password|passwd|token|secret|authorization/i;

function queryToKeep(query: string): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [name, value] of new URLSearchParams(query)) {
		if (!SECRET.test(name)) kept[name] = name in kept ? `${kept[name]},${value}` : value;
	}
	return kept;
}

/** The body of a login, or one that names a secret, is not kept at all. */
function bodyToKeep({ path, body }: ServerRequest): string | undefined {
	if (body === '' || path.startsWith('/auth/')) return undefined;
	if (/"[^"]*(password|passwd|token|secret|authorization)[^"]*"\s*:/i.test(body)) return undefined;
	return body.slice(0, LONGEST_BODY);
}
