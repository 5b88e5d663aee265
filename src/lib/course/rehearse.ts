import { answer } from '#lib/simulator/airflow.ts';
import type { Reply } from '#lib/simulator/call.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import type { World } from '#lib/simulator/world.ts';
import type { Exercise, SolutionStep } from './lesson.ts';

/** Plays steps against a fresh world of the exercise, as its admin; the world afterwards. */
export function rehearse(
	exercise: Exercise,
	steps: readonly SolutionStep[],
	startMs: number
): World {
	const world = createWorld({
		name: exercise.world,
		scenario: exercise.scenario,
		seed: 1,
		nowMs: startMs
	});
	let nowMs = startMs;
	const headers = login(world, exercise.api, nowMs);
	for (const step of steps) {
		nowMs += 1000;
		perform(world, exercise, step, headers, nowMs);
		nowMs += step.thenWaitMs ?? 0;
	}
	return world;
}

function login(world: World, api: 'v1' | 'v2', nowMs: number): Record<string, string> {
	if (api === 'v1') return { authorization: `Basic ${btoa('admin:admin')}` };
	const reply = call(
		world,
		'POST',
		'/auth/token',
		{},
		{ username: 'admin', password: 'admin' },
		nowMs
	);
	return { authorization: `Bearer ${(reply.body as { access_token: string }).access_token}` };
}

function perform(
	world: World,
	exercise: Exercise,
	step: SolutionStep,
	headers: Record<string, string>,
	nowMs: number
): Reply {
	const [method = 'GET', template = '/'] = step.operation.split(' ');
	const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(step.path?.[name] ?? '')
	);
	return call(world, method, `/api/${exercise.api}${path}`, headers, step.body, nowMs, step.query);
}

function call(
	world: World,
	method: string,
	path: string,
	headers: Record<string, string>,
	body: unknown,
	nowMs: number,
	query: Record<string, string> = {}
): Reply {
	return answer(
		world,
		{
			method,
			path,
			query: new URLSearchParams(query).toString(),
			headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
			body: body === undefined ? '' : JSON.stringify(body)
		},
		nowMs
	);
}
