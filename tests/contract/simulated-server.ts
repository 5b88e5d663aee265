import type { ServerRequest } from '#lib/simulator/call.ts';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import { advance, nextEventMs } from '#lib/simulator/scheduler.ts';
import { lookAtRun } from '#lib/simulator/v2/wait.ts';
import type { World } from '#lib/simulator/world.ts';
import type { Api } from './cases/case.ts';
import type { Outgoing, Stage } from './play.ts';

const BORN_MS = Date.UTC(2026, 4, 20, 9, 30, 0, 250);
const MOMENT_MS = 500;
const PATIENCE_MS = 600_000;

/** A simulated Airflow in a world of its own, with its own clock. */
export function simulatedServer(api: Api): Stage & { world: World } {
	let nowMs = BORN_MS;
	const world = createWorld({
		name: 'main',
		scenario: 'showcase',
		seed: 1,
		nowMs,
		timetable: api === 'v1' ? 'data_interval' : 'trigger'
	});
	return {
		api,
		world,
		tokens: new Map(),
		async send(outgoing) {
			nowMs += 7;
			const { status, headers, body, follow } = answer(world, requestOf(outgoing), nowMs);
			const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type');
			let text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
			// The caller takes the whole body, however long it is in coming.
			for (let isOver = !follow; follow && !isOver;) {
				nowMs += follow.intervalMs;
				advance(world, nowMs);
				const look = lookAtRun(world, follow);
				text += look?.line ?? '';
				isOver = look?.isOver !== false || nextEventMs(world) === Infinity;
			}
			return { status, type: type?.[1] ?? '', text };
		},
		async wait(moments) {
			nowMs += MOMENT_MS;
			return moments * MOMENT_MS < PATIENCE_MS;
		}
	};
}

// A URL turns some letters into escapes before they reach a server: so it does here.
function requestOf({ method, path, headers, body }: Outgoing): ServerRequest {
	const url = new URL(`http://server${path}`);
	return {
		method,
		path: url.pathname,
		query: url.search.slice(1),
		headers: { accept: 'application/json', ...headers },
		body: body ?? ''
	};
}
