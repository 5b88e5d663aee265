import { answer } from '#lib/simulator/airflow.ts';
import { worldFrom } from '#lib/simulator/create-world.ts';
import { hugeOf } from '#lib/simulator/scenarios/huge.ts';
import { signToken } from '#lib/simulator/v2/token.ts';
import { runKey, taskKey, type World } from '#lib/simulator/world.ts';

export const NOW_MS = Date.UTC(2026, 10, 23, 15, 47, 12, 345);
export type Timetable = 'data_interval' | 'trigger';

/** A fortieth of the scenario `huge`. */
export const small = (timetable: Timetable, seed = 7): World =>
	worldFrom(hugeOf(1), { name: 'small', scenario: 'huge', seed, nowMs: NOW_MS, timetable });

/** The same world without an archive: every row is in the tables themselves. */
export function laidOut(world: World): World {
	const { past: _, ...rest } = world;
	const plain = structuredClone({ ...rest, runs: new Map(), taskInstances: new Map() }) as World;
	for (const run of world.runs.values()) plain.runs.set(runKey(run.dagId, run.runId), { ...run });
	for (const one of world.taskInstances.values()) {
		const key = taskKey(one.dagId, one.runId, one.taskId, one.mapIndex);
		plain.taskInstances.set(key, structuredClone(one));
	}
	return plain;
}

/** A request of the admin that succeeds, and its JSON. */
export function ask(
	world: World,
	method: string,
	path: string,
	query = '',
	body = ''
): Record<string, unknown> {
	const isV1 = world.timetable !== 'trigger';
	const admin = { username: 'admin', role: 'admin' } as const;
	const headers = {
		...(body === '' ? {} : { 'content-type': 'application/json' }),
		authorization: isV1
			? `Basic ${btoa('admin:admin')}`
			: `Bearer ${signToken(world, admin, world.nowMs, 3600)}`
	};
	const request = { method, path: `/api/${isV1 ? 'v1' : 'v2'}${path}`, query, headers, body };
	const reply = answer(world, request, world.nowMs);
	if (reply.status >= 300) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
	const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? null);
	return JSON.parse(text || 'null') as Record<string, unknown>;
}
