import { LabError } from '#lib/lab-error.ts';
import type { Reply } from '#lib/simulator/call.ts';
import { deliver } from './deliver.ts';
import { piecesOf, streamOf } from './follow.ts';
import { controlCall, isControlPath, isReadingControl } from './world-control.ts';
import type { WorldKeep } from './world-keep.ts';
import { stepsOf } from './world-steps.ts';
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
	/** Resolves after so many milliseconds; left out = at once, and no body is followed. */
	wait?(ms: number): Promise<void>;
	/** The description of an API, which programs may ask for. */
	describe?(api: 'v1' | 'v2'): Promise<string>;
}

/** Answers a request below `<base>/airflow/`. */
export type WorldHost = (request: Request) => Promise<Response>;

const NAME = /^[a-z0-9-]{1,40}$/;

/**
 * The simulated Airflows behind `<base>/airflow/<world>/`, the same in the worker and in a page.
 * A reply leaves only after the world was written. A world nobody asked before is born then.
 * Calls below `_lab/` read, move and restart it: see world-control.ts.
 */
export function createWorldHost(options: WorldHostOptions): WorldHost {
	const { basePath, keep, wallMs, announce, wait, describe } = options;
	const root = `${basePath}/airflow/`;

	return async (request) => {
		const { pathname, searchParams } = new URL(request.url);
		const [name = ''] = pathname.slice(root.length).split('/', 1);
		if (!pathname.startsWith(root) || !NAME.test(name)) {
			return toResponse(noSuchWorld(name), request.method);
		}
		try {
			const call = await toServerRequest(request, root + name);
			const isReading = ['GET', 'HEAD', 'OPTIONS'].includes(call.method);
			if (isControlPath(call.path)) {
				const scenario = searchParams.get('scenario');
				const reply = await controlCall(name, call, {
					keep,
					wallMs,
					wait: wait ?? (() => Promise.resolve()),
					...(describe ? { describe } : {}),
					beginning: scenario ? { scenario } : {}
				});
				const isLooking = isReadingControl(call);
				if (!isReading) announce({ world: name, isReading: isLooking });
				return toResponse(reply, request.method);
			}
			const reply = await keep.change(
				name,
				stepsOf(name, wallMs()).ask(call, new URL(request.url).origin)
			);
			announce({ world: name, isReading });
			const response = await deliver(reply, request.method, wait ?? (() => Promise.resolve()));
			if (!reply.follow || !response.body || !wait) return response;
			const { signal } = request;
			const pieces = piecesOf(name, reply, { keep, wallMs, wait, signal });
			const { status, statusText, headers } = response;
			return new Response(streamOf(pieces), { status, statusText, headers });
		} catch (error) {
			return toResponse(broken(error), request.method);
		}
	};
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
