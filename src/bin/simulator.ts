import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bodyText, REASONS } from '#lib/browser/wire.ts';
import { keepInMemory } from '#lib/browser/world-keep.ts';
import { stepsOf, type Beginning } from '#lib/browser/world-steps.ts';
import type { Reply, ServerRequest } from '#lib/simulator/call.ts';

const USAGE =
	'npm run simulator -- [--api v1|v2] [--port 8080] [--host localhost] [--scenario course] [--seed 1]';

const { values } = parseArgs({
	options: {
		api: { type: 'string', default: 'v2' },
		port: { type: 'string', default: '8080' },
		host: { type: 'string', default: 'localhost' },
		scenario: { type: 'string', default: 'course' },
		seed: { type: 'string', default: '1' },
		help: { type: 'boolean', short: 'h', default: false }
	}
});
if (values.help) {
	console.log(USAGE);
	process.exit(0);
}
const { api, host } = values;
const port = Number(values.port);
const seed = Number(values.seed);
if ((api !== 'v1' && api !== 'v2') || !Number.isInteger(port) || !Number.isInteger(seed)) {
	console.error(USAGE);
	process.exit(2);
}

const beginning: Beginning = {
	scenario: values.scenario,
	seed,
	timetable: api === 'v1' ? 'data_interval' : 'trigger'
};
const keep = keepInMemory();
const ask = (request: ServerRequest) =>
	keep.change('main', stepsOf('main', Date.now(), beginning).ask(request));
// The world's clock starts with the server, not with its first caller.
await keep.change('main', stepsOf('main', Date.now(), beginning).exist());

const server = createServer((incoming, response) => {
	if (incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method']) {
		response.writeHead(200, corsHeaders(incoming)).end();
		return;
	}
	const chunks: Buffer[] = [];
	incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
	incoming.on('end', () => {
		ask(toServerRequest(incoming, chunks)).then(
			(reply) => void answer(incoming, response, reply),
			(error: unknown) => {
				console.error(error);
				response.writeHead(500, corsHeaders(incoming)).end(String(error));
			}
		);
	});
});
server.on('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
server.listen(port, host, () => {
	const paths = api === 'v1' ? '/api/v1' : '/api/v2, /auth/token';
	console.log(`A simulated Airflow is at http://${host}:${port} (${paths}). Ctrl-C stops it.`);
});

async function answer(
	incoming: IncomingMessage,
	response: ServerResponse,
	reply: Reply
): Promise<void> {
	const { status, headers, delivery = {} } = reply;
	if (delivery.delayMs !== undefined) await sleep(delivery.delayMs);
	if (delivery.isDropped) {
		incoming.socket.destroy();
		return;
	}
	const isBodyless = status === 204 || status === 304;
	const body = isBodyless ? '' : (bodyText(reply) ?? '');
	const length = isBodyless ? {} : { 'content-length': Buffer.byteLength(body) };
	response.writeHead(status, REASONS[status] ?? '', {
		...headers,
		...length,
		...corsHeaders(incoming)
	});
	if (incoming.method === 'HEAD') response.end();
	else if (delivery.spreadMs === undefined) response.end(body);
	else await trickle(response, Buffer.from(body), delivery.spreadMs);
}

/** The body in pieces, over so many milliseconds. */
async function trickle(response: ServerResponse, bytes: Buffer, spreadMs: number): Promise<void> {
	const pieces = 20;
	const size = Math.max(1, Math.ceil(bytes.length / pieces));
	for (let sent = 0; sent < bytes.length; sent += size) {
		response.write(bytes.subarray(sent, sent + size));
		await sleep(spreadMs / pieces);
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
