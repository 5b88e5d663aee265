import { answer } from '#lib/simulator/airflow.ts';
import type { Reply } from '#lib/simulator/call.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { control } from '#lib/simulator/timeline/deed.ts';
import type { World } from '#lib/simulator/world.ts';
import {
	known,
	type Caller,
	type Exercise,
	type RequestStep,
	type SolutionStep
} from './lesson.ts';
import { inWorld } from './run-name.ts';

/** Plays steps against a fresh world of the exercise, as its admin unless they say otherwise; the world afterwards. */
export function rehearse(
	exercise: Exercise,
	steps: readonly SolutionStep[],
	startMs: number,
	seed = 1
): World {
	const world = createWorld({
		name: exercise.world,
		scenario: exercise.scenario,
		seed,
		nowMs: startMs,
		...(exercise.cfg === undefined ? {} : { cfg: exercise.cfg })
	});
	const tokens = new Map<string, string>();
	let nowMs = startMs;
	for (const written of steps) {
		const step = inWorld(written, world);
		nowMs += 1000;
		if ('control' in step) {
			advance(world, nowMs);
			control(world, step.control);
		} else {
			const headers = credentials(world, exercise.api, step, tokens, nowMs);
			perform(world, exercise, step, headers, nowMs);
		}
		nowMs += step.thenWaitMs ?? 0;
	}
	return world;
}

function credentials(
	world: World,
	api: 'v1' | 'v2',
	step: RequestStep,
	tokens: Map<string, string>,
	nowMs: number
): Record<string, string> {
	const caller: Caller = step.as ?? known('admin');
	if (caller === 'nobody' || step.operation.includes(' /auth/')) return {};
	if ('authorization' in caller) return { authorization: caller.authorization };
	const { name, password } = caller;
	if (api === 'v1') return { authorization: `Basic ${btoa(`${name}:${password}`)}` };
	const kept = step.logsInAgain ? undefined : tokens.get(name);
	const token = kept ?? logIn(world, name, password, nowMs);
	if (token === undefined) return {};
	tokens.set(name, token);
	return { authorization: `Bearer ${token}` };
}

function logIn(world: World, username: string, password: string, nowMs: number) {
	const { body } = call(world, 'POST', '/auth/token', {}, { username, password }, nowMs);
	return (body as { access_token?: string } | undefined)?.access_token;
}

function perform(
	world: World,
	exercise: Exercise,
	step: RequestStep,
	headers: Record<string, string>,
	nowMs: number
): Reply {
	const [method = 'GET', template = '/'] = step.operation.split(' ');
	const below = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(step.path?.[name] ?? '')
	);
	const path = template.startsWith('/auth/') ? below : `/api/${exercise.api}${below}`;
	const type = step.contentType === undefined ? {} : { 'content-type': step.contentType };
	return call(world, method, path, { ...headers, ...type }, step.body, nowMs, step.query);
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
			headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
			body: body === undefined ? '' : JSON.stringify(body)
		},
		nowMs
	);
}
