import { LabError } from '#lib/lab-error.ts';
import type { Reply } from '#lib/simulator/call.ts';
import type { WorldKeep } from './world-keep.ts';
import { advanced, asked, reset, seen, type Beginning } from './world-steps.ts';
import { labReply, toResponse, toServerRequest } from './wire.ts';

/** Said to every page of the site after a world was asked or moved. */
export interface WorldChange {
	world: string;
	/** The request only read (time and journal moved): do not answer it with another read. */
	isReading: boolean;
}

export interface WorldHostOptions {
	/** Path the site is mounted at, without a closing slash. */
	basePath: string;
	keep: WorldKeep;
	/** Milliseconds since the epoch. */
	wallMs(): number;
	announce(change: WorldChange): void;
}

/** Answers a request below `<base>/airflow/`. */
export type WorldHost = (request: Request) => Promise<Response>;

const NAME = /^[a-z0-9-]{1,40}$/;

/**
 * The simulated Airflows behind `<base>/airflow/<world>/`, the same in the worker and in a page.
 * A reply leaves only after the world was written. A world nobody asked before is born then.
 * `_lab/world`, `_lab/reset` and `_lab/advance` below a world read, restart and move it.
 */
export function createWorldHost({ basePath, keep, wallMs, announce }: WorldHostOptions): WorldHost {
	const root = `${basePath}/airflow/`;

	return async (request) => {
		const { pathname, searchParams } = new URL(request.url);
		const [name = ''] = pathname.slice(root.length).split('/', 1);
		if (!pathname.startsWith(root) || !NAME.test(name)) {
			return toResponse(noSuchWorld(name), request.method);
		}
		try {
			const call = await toServerRequest(request, root + name);
			const reply = call.path.startsWith('/_lab/')
				? await control(name, call.method, call.path, call.body, searchParams)
				: await keep.change(name, asked(name, call, wallMs()));
			const isReading = ['GET', 'HEAD', 'OPTIONS'].includes(call.method);
			if (!(isReading && call.path.startsWith('/_lab/'))) announce({ world: name, isReading });
			return toResponse(reply, request.method);
		} catch (error) {
			return toResponse(broken(error), request.method);
		}
	};

	async function control(
		name: string,
		method: string,
		path: string,
		body: string,
		query: URLSearchParams
	): Promise<Reply> {
		const scenario = query.get('scenario');
		const asks = readAsks(body);
		if (!asks) return labReply(400, 'Bad control call', 'The body must be a JSON object.');
		const beginning: Beginning = { ...(scenario ? { scenario } : {}), ...asks.beginning };

		switch (`${method} ${path}`) {
			case 'GET /_lab/world': {
				const kept = await keep.read(name);
				if (!kept) return labReply(404, 'No such world', `World '${name}' is not born yet.`);
				return json(seen(kept, wallMs()));
			}
			case 'POST /_lab/reset': {
				const world = await keep.change(name, reset(name, wallMs(), beginning));
				return json({ world: name, scenario: world.scenario, seed: world.seed });
			}
			case 'POST /_lab/advance': {
				if (asks.ms === undefined) {
					return labReply(400, 'Bad control call', "'ms' must be a number, zero or more.");
				}
				const nowMs = await keep.change(name, advanced(name, asks.ms, wallMs(), beginning));
				return json({ world: name, nowMs });
			}
			default:
				return labReply(404, 'No such control call', `${method} ${path}`);
		}
	}
}

function readAsks(body: string): { beginning: Beginning; ms?: number } | undefined {
	let asks: unknown;
	try {
		asks = body === '' ? {} : JSON.parse(body);
	} catch {
		// Said as a 400 by the caller.
		return undefined;
	}
	if (typeof asks !== 'object' || asks === null || Array.isArray(asks)) return undefined;
	const { scenario, seed, timetable, ms } = asks as Record<string, unknown>;
	return {
		beginning: {
			...(typeof scenario === 'string' ? { scenario } : {}),
			...(typeof seed === 'number' ? { seed } : {}),
			...(timetable === 'trigger' || timetable === 'data_interval' ? { timetable } : {})
		},
		...(typeof ms === 'number' && Number.isFinite(ms) && ms >= 0 ? { ms } : {})
	};
}

/** Maps go out as objects and endless numbers as text: for reading, not for reading back. */
function json(value: unknown): Reply {
	const body = JSON.stringify(value, (_key, part: unknown) => {
		if (part instanceof Map) return Object.fromEntries(part);
		return part === Infinity ? 'Infinity' : part;
	});
	return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

const noSuchWorld = (name: string) =>
	labReply(
		404,
		'No such world',
		`'${name}' names no simulated Airflow: the address is <site>/airflow/<world>/, a world's name has 1 to 40 of a-z, 0-9 and '-'.`
	);

function broken(error: unknown): Reply {
	if (error instanceof LabError) return labReply(400, error.message, error.hint ?? error.code);
	if (error instanceof Error && error.name === 'QuotaExceededError') {
		return labReply(507, 'Insufficient Storage', 'The browser has no room left to keep the world.');
	}
	console.error(error);
	return labReply(500, 'The simulator is broken', String(error));
}
