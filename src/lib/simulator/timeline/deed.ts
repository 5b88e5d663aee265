import { answer } from '#lib/simulator/airflow.ts';
import type { Reply, ServerRequest } from '#lib/simulator/call.ts';
import { askAcross, hasCorsSettings } from './browser-gate.ts';
import type { Fault } from '#lib/simulator/faults.ts';
import { keepInJournal } from '#lib/simulator/journal.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { countLogin } from '#lib/simulator/v1/caller.ts';
import { CLI_TOKEN_SECONDS, signToken } from '#lib/simulator/v2/token.ts';
import type { JournalEntry, World } from '#lib/simulator/world.ts';
import { isLooking, runProgram, type AirflowRun } from './program.ts';

/** What somebody does to the simulated machine rather than through its API. */
export type Control =
	| { do: 'cfg'; text: string }
	| { do: 'faults'; faults: Fault[] }
	| { do: 'scheduler'; isDown: boolean }
	| { do: 'expire-tokens' };

/** One thing that was done, and when in virtual time: a world is its birth and its deeds. */
export type Deed =
	/** A request that changed nothing but the journal. */
	| { kind: 'read'; atMs: number; entry: JournalEntry }
	/** A request that may have changed something. Its credentials are left out: `user` stands for them. */
	| { kind: 'request'; atMs: number; request: ServerRequest; status: number; user?: string }
	| { kind: 'control'; atMs: number; control: Control }
	/** A run of `airflow` on the machine. */
	| { kind: 'program'; atMs: number; run: AirflowRun; exitCode: number };

/** Whether undoing it makes sense. */
export const isChange = (deed: Deed): boolean =>
	deed.kind === 'control' ||
	(deed.kind === 'program' && !isLooking(deed.run)) ||
	(deed.kind === 'request' && deed.status < 400 && !isReading(deed.request.method));

export const isReading = (method: string) => ['GET', 'HEAD', 'OPTIONS'].includes(method);

/**
 * Answers a request and says what to remember of it. `nowMs` is virtual.
 * @param origin of the page that asks, when it is to be treated as a page of another origin
 */
export function ask(
	world: World,
	request: ServerRequest,
	nowMs: number,
	origin?: string
): { reply: Reply; deed: Deed } {
	const isStranger = origin !== undefined && hasCorsSettings(world);
	const reply = isStranger
		? askAcross(world, request, origin, nowMs)
		: answer(world, request, nowMs);
	const entry = world.journal.at(-1);
	const atMs = world.nowMs;
	const isLogin = request.path.startsWith('/auth/');
	const isKeptBack = entry?.blocked !== undefined && entry.method === 'OPTIONS';
	if (entry && (isKeptBack || isLogin || (isReading(request.method) && !reply.delivery))) {
		return { reply, deed: { kind: 'read', atMs, entry } };
	}
	const { authorization: _, cookie: __, ...headers } = request.headers;
	const user = entry?.user;
	const deed: Deed = {
		kind: 'request',
		atMs,
		request: { ...request, headers },
		status: reply.status,
		...(user === undefined ? {} : { user })
	};
	return { reply, deed };
}

/** Does a remembered deed again. */
export function redo(world: World, deed: Deed): void {
	const request = deed.kind === 'request' ? requestOf(world, deed) : undefined;
	if (request) {
		answer(world, request, deed.atMs);
		return;
	}
	if (deed.kind === 'program') {
		runProgram(world, deed.run, deed.atMs);
		return;
	}
	advance(world, deed.atMs);
	if (deed.kind === 'read') {
		// All that a reading call changes: Airflow 2 counts who logs in, with each one.
		const again = requestOf(world, deed);
		const isCounted = deed.entry.path.startsWith('/api/v1/') && deed.entry.status !== 400;
		if (again && isCounted) countLogin(world, again.headers.authorization, deed.atMs);
		keepInJournal(world, deed.entry);
		return;
	}
	if (deed.kind === 'control') control(world, deed.control);
}

/** The request of a deed once more, as the same caller; undefined when it was none. */
export function requestOf(world: World, deed: Deed): ServerRequest | undefined {
	if (deed.kind === 'control' || deed.kind === 'program') return undefined;
	if (deed.kind === 'request') {
		return { ...deed.request, headers: { ...deed.request.headers, ...credentials(world, deed) } };
	}
	const { method, path, query = '', user } = deed.entry;
	const request = { method, path, query, headers: {}, body: '' };
	return { ...request, headers: credentials(world, { request, ...(user ? { user } : {}) }) };
}

/** Changes the machine. */
export function control(world: World, what: Control): void {
	switch (what.do) {
		case 'cfg':
			world.cfg = what.text;
			return;
		case 'faults':
			// A copy: a fault is used up in the world, not in the deed that is done again.
			world.faults = what.faults.map((fault) => ({ ...fault }));
			return;
		case 'scheduler':
			if (!what.isDown) delete world.schedulerDownSinceMs;
			else world.schedulerDownSinceMs ??= world.nowMs;
			return;
		case 'expire-tokens':
			world.tokensExpiredMs = world.nowMs;
	}
}

/** What lets the same caller in again, whatever has become of the token of then. */
function credentials(
	world: World,
	{ request, user: name }: { request: ServerRequest; user?: string }
): Record<string, string> {
	const user = name === undefined ? undefined : world.users.get(name);
	if (!user) return {};
	if (request.path.startsWith('/api/v1/')) {
		const bytes = new TextEncoder().encode(`${user.username}:${user.password}`);
		return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
	}
	return { authorization: `Bearer ${signToken(world, user, world.nowMs, CLI_TOKEN_SECONDS)}` };
}
