import type { Header } from '#lib/request/draft.ts';
import type { Reply, ServerRequest } from '#lib/simulator/call.ts';
import { piecesOf } from './follow.ts';
import { serverHead } from './server-head.ts';
import { bodyText } from './wire.ts';
import type { WorldKeep } from './world-keep.ts';
import { stepsOf, type Beginning } from './world-steps.ts';

/** A request of a program in the page, which is no browser: no rules of origins, any header, any method. */
export interface ProgramRequest {
	method: string;
	/** Absolute; only what is behind the host counts. */
	url: string;
	headers: Header[];
	body?: string;
}

/** An `OutAnswer` of runtimes/outside.ts. */
export type ProgramAnswer =
	| { kind: 'answer'; status: number; reason: string; headers: Header[]; body: string }
	| { kind: 'none'; why: 'reset' };

export interface ExchangeOptions {
	keep: WorldKeep;
	beginning: Beginning;
	/** Milliseconds since the epoch. */
	wallMs(): number;
	wait(ms: number): Promise<void>;
	/** The API's own description, which every Airflow serves; left out = it does not. */
	describe?(api: 'v1' | 'v2'): Promise<string>;
}

/** One exchange with the world, whole, as it comes over the wire from the server. */
export async function exchangeWith(
	name: string,
	asks: ProgramRequest,
	{ keep, beginning, wallMs, wait, describe }: ExchangeOptions
): Promise<ProgramAnswer> {
	const request = serverRequest(asks);
	const api = DESCRIPTIONS[request.path];
	if (api && describe && request.method === 'GET')
		return described(request.path, await describe(api), wallMs());
	const reply = await keep.change(name, stepsOf(name, wallMs(), beginning).ask(request));
	const { delayMs = 0, spreadMs = 0, isDropped } = reply.delivery ?? {};
	if (delayMs + spreadMs > 0) await wait(delayMs + spreadMs);
	if (isDropped) return { kind: 'none', why: 'reset' };

	const body = await wholeBody(name, request, reply, { keep, wallMs, wait });
	const isCounted = reply.follow === undefined && reply.status !== 204 && reply.status !== 304;
	const sizeBytes = isCounted ? new TextEncoder().encode(body).length : undefined;
	const virtualMs = (await keep.read(name))?.life.world.nowMs ?? wallMs();
	const { reason, headers } = serverHead(request.path, reply, sizeBytes, virtualMs);
	const isHead = request.method === 'HEAD';
	return { kind: 'answer', status: reply.status, reason, headers, body: isHead ? '' : body };
}

/** Whether a value from outside is such a request. */
export function isProgramRequest(value: unknown): value is ProgramRequest {
	if (typeof value !== 'object' || value === null) return false;
	const { method, url, headers, body } = value as Record<string, unknown>;
	return (
		typeof method === 'string' &&
		typeof url === 'string' &&
		URL.canParse(url) &&
		(body === undefined || typeof body === 'string') &&
		Array.isArray(headers) &&
		headers.every(
			(pair) =>
				Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string')
		)
	);
}

const DESCRIPTIONS: Readonly<Record<string, 'v1' | 'v2'>> = {
	'/openapi.json': 'v2',
	'/api/v1/openapi.json': 'v1'
};

function described(path: string, body: string, nowMs: number): ProgramAnswer {
	const reply: Reply = { status: 200, headers: { 'content-type': 'application/json' } };
	const sizeBytes = new TextEncoder().encode(body).length;
	return { kind: 'answer', status: 200, ...serverHead(path, reply, sizeBytes, nowMs), body };
}

function serverRequest({ method, url, headers, body = '' }: ProgramRequest): ServerRequest {
	// Not by `URL`, which would rewrite what the caller sent.
	const [, target = '/'] = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url) ?? [];
	const mark = target.indexOf('?');
	const path = mark < 0 ? target : target.slice(0, mark);
	const joined = new Map<string, string>();
	for (const [name, value] of headers) {
		const key = name.toLowerCase();
		const before = joined.get(key);
		joined.set(key, before === undefined ? value : `${before}, ${value}`);
	}
	return {
		method,
		path: path === '' ? '/' : path,
		query: mark < 0 ? '' : target.slice(mark + 1),
		headers: Object.fromEntries(joined),
		body
	};
}

async function wholeBody(
	name: string,
	{ method }: ServerRequest,
	reply: Reply,
	options: Pick<ExchangeOptions, 'keep' | 'wallMs' | 'wait'>
): Promise<string> {
	if (reply.status === 204 || reply.status === 304) return '';
	if (!reply.follow || method === 'HEAD') return bodyText(reply) ?? '';
	let body = '';
	for await (const piece of piecesOf(name, reply, options)) body += piece;
	return body;
}
