import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { piecesOf } from '#lib/browser/follow.ts';
import { serverHead } from '#lib/browser/server-head.ts';
import { bodyText } from '#lib/browser/wire.ts';
import { keepInMemory } from '#lib/browser/world-keep.ts';
import { stepsOf, type Beginning } from '#lib/browser/world-steps.ts';
import type { Reply, ServerRequest } from '#lib/simulator/call.ts';

export interface WorldServerOptions {
	/** 0 takes any free port. */
	port: number;
	host: string;
	beginning: Beginning;
	/** The one API that it has; both when left out. */
	api?: 'v1' | 'v2';
	/** Milliseconds since the epoch. */
	wallMs(): number;
	/** Resolves after so many milliseconds. */
	wait(ms: number): Promise<void>;
}

export interface WorldServer {
	port: number;
	close(): Promise<void>;
}

const WORLD = 'main';

/**
 * One simulated Airflow over HTTP. Its clock starts with the server, not with its first caller.
 * @throws Error `EADDRINUSE` when the port is taken
 */
export async function serveWorld(options: WorldServerOptions): Promise<WorldServer> {
	const { port, host, beginning, api, wallMs, wait } = options;
	const keep = keepInMemory();
	const steps = () => stepsOf(WORLD, wallMs(), beginning);
	await keep.change(WORLD, steps().exist());

	async function answer(incoming: IncomingMessage, response: ServerResponse, reply: Reply) {
		const { status, delivery = {} } = reply;
		if (delivery.delayMs !== undefined) await wait(delivery.delayMs);
		if (delivery.isDropped) {
			incoming.socket.destroy();
			return;
		}
		const [path] = split(incoming.url ?? '/');
		const head = async (sizeBytes?: number) => {
			const nowMs = (await keep.read(WORLD))?.life.world.nowMs ?? wallMs();
			const cors = corsHeaders(incoming);
			const { reason, headers } = serverHead(path, reply, sizeBytes, nowMs);
			// Node adds headers of its own: what is sent is what the real servers send.
			response.sendDate = false;
			response.removeHeader('connection');
			const lines = [...headers.filter(([name]) => !(name in cors)), ...Object.entries(cors)];
			response.writeHead(status, reason, lines.flat());
		};
		if (reply.follow && incoming.method !== 'HEAD') {
			await head();
			const left = new AbortController();
			response.on('close', () => left.abort());
			const pieces = piecesOf(WORLD, reply, { keep, wallMs, wait, signal: left.signal });
			for await (const piece of pieces) response.write(piece);
			response.end();
			return;
		}
		const isBodyless = status === 204 || status === 304;
		const body = isBodyless ? '' : (bodyText(reply) ?? '');
		await head(isBodyless ? undefined : Buffer.byteLength(body));
		if (incoming.method === 'HEAD') response.end();
		else if (delivery.spreadMs === undefined) response.end(body);
		else await trickle(response, Buffer.from(body), delivery.spreadMs, wait);
	}

	const server = createServer((incoming, response) => {
		if (incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method']) {
			response.writeHead(200, corsHeaders(incoming)).end();
			return;
		}
		const fail = (error: unknown) => {
			// A body that broke off half-way can only break the connection.
			if (response.headersSent) return response.destroy();
			console.error(error);
			return response.writeHead(500, corsHeaders(incoming)).end(String(error));
		};
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const request = toServerRequest(incoming, chunks);
			const gone = api === 'v2' ? removedApi(request) : undefined;
			const replied = gone ? Promise.resolve(gone) : keep.change(WORLD, steps().ask(request));
			replied.then((reply) => answer(incoming, response, reply)).catch(fail);
		});
	});
	await new Promise<void>((ready, fail) => {
		server.once('error', fail);
		server.listen(port, host, ready);
	});
	return {
		port: (server.address() as AddressInfo).port,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

/** What Airflow 3 says to whoever still asks for API v1. @source airflow/api_fastapi/core_api/app.py `old_api` */
function removedApi({ method, path }: ServerRequest): Reply | undefined {
	if (!path.startsWith('/api/v1/')) return undefined;
	const headers = { 'Content-Type': 'application/json' };
	if (method !== 'GET' && method !== 'HEAD')
		return {
			status: 405,
			headers: { ...headers, Allow: 'GET' },
			body: { detail: 'Method Not Allowed' }
		};
	const error =
		'/api/v1 has been removed in Airflow 3, please use its upgraded version /api/v2 instead.';
	return { status: 404, headers, body: { error } };
}

/** The body in pieces, over so many milliseconds. */
async function trickle(
	response: ServerResponse,
	bytes: Buffer,
	spreadMs: number,
	wait: WorldServerOptions['wait']
): Promise<void> {
	const pieces = 20;
	const size = Math.max(1, Math.ceil(bytes.length / pieces));
	for (let sent = 0; sent < bytes.length; sent += size) {
		response.write(bytes.subarray(sent, sent + size));
		await wait(spreadMs / pieces);
	}
	response.end();
}

function toServerRequest(incoming: IncomingMessage, chunks: readonly Buffer[]): ServerRequest {
	const [path, query] = split(incoming.url ?? '/');
	return {
		method: incoming.method ?? 'GET',
		path,
		query,
		headers: incoming.headers as Record<string, string>,
		body: chunks.length === 0 ? '' : Buffer.concat(chunks).toString('utf8')
	};
}

/** Not by `URL`, which would rewrite what the caller sent. */
function split(target: string): [string, string] {
	const mark = target.indexOf('?');
	return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}

/** Any page may call: this is a toy that holds no secrets. */
function corsHeaders({ headers }: IncomingMessage): Record<string, string> {
	if (headers.origin === undefined) return {};
	return {
		'access-control-allow-origin': headers.origin,
		'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
		'access-control-allow-headers':
			headers['access-control-request-headers'] ?? 'authorization, content-type, accept',
		vary: 'origin'
	};
}
