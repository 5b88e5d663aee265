import { describe, expect, it } from 'vitest';
import { syllabus } from '#lessons/syllabus.ts';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { grade } from './grade.ts';
import type { Exercise, SolutionStep } from './lesson.ts';
import { observe } from './observe.ts';
import { leftovers, onlyHere, scopeOf } from './own-airflow.ts';
import { asker, playOn, type OwnAirflow } from './own-play.fixture.ts';
import { isMoved, sight } from './sighting.ts';
import { variantsOf } from './twin.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
const all = syllabus.flatMap((lesson) => lesson.exercises).flatMap(variantsOf);
const portable = all.filter((exercise) => onlyHere(exercise) === undefined);

/** An Airflow with a past of its own, reached by its API alone. */
function airflowOf({ api }: Exercise): OwnAirflow {
	const world = createWorld({ name: 'own', scenario: 'course', seed: 5, nowMs: START_MS - 9e6 });
	world.variables.set('theirs', { id: 900, key: 'theirs', value: 'kept' });
	let nowMs = START_MS;
	return {
		api,
		url: 'http://localhost:8080',
		send({ method, path, headers, body = '' }) {
			const { pathname, search } = new URL(path, 'http://x');
			const query = search.slice(1);
			nowMs += 1000;
			const reply = answer(world, { method, path: pathname, query, headers, body }, nowMs);
			const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? '');
			return Promise.resolve({ status: reply.status, text });
		},
		pass(ms) {
			nowMs += ms;
			advance(world, nowMs);
			return Promise.resolve();
		},
		nowMs: () => nowMs
	};
}

async function judged(exercise: Exercise, steps: readonly SolutionStep[]) {
	const airflow = airflowOf(exercise);
	const ask = asker(airflow);
	const began = await sight(ask, scopeOf(exercise));
	const beganMs = airflow.nowMs();
	const journal = await playOn(airflow, exercise, steps);
	const now = await sight(ask, scopeOf(exercise), began);
	const world = observe(exercise, { began, beganMs, now, nowMs: airflow.nowMs(), journal });
	return { ...grade(exercise, world), isMoved: isMoved(began, now), began, now };
}

describe.each(portable)('$id in $api on an Airflow of one’s own', (exercise) => {
	it('does not pass untouched', async () => {
		const { isPassed, advice, isMoved } = await judged(exercise, []);
		expect({ isPassed, advice, isMoved }).toEqual({
			isPassed: false,
			advice: undefined,
			isMoved: false
		});
	});

	it('passes with its solution, which is in the way the second time', async () => {
		const { checks, began, now } = await judged(exercise, exercise.solution);
		expect(checks.filter(({ passes }) => !passes)).toEqual([]);
		expect(leftovers(exercise, began)).toEqual([]);
		const names = exercise.solution.flatMap((step) =>
			'operation' in step ? Object.values((step.body ?? {}) as object) : []
		);
		const named = names.some((name) => now.variables.has(name as string));
		const ran = [...now.runs.values()].some(({ runId }) => names.includes(runId));
		expect(leftovers(exercise, now).length > 0).toBe(named || ran);
	});

	it.each(exercise.wrong)('says what is wrong with $name', async ({ steps, says }) => {
		const { isPassed, advice } = await judged(exercise, steps);
		expect({ isPassed, advice }).toEqual({ isPassed: false, advice: says });
	});
});

describe('an Airflow of one’s own', () => {
	const [first] = portable;

	it('judges most of the exercises, and says why it does not judge the others', () => {
		expect(portable.length).toBeGreaterThan(20);
		const reasons = new Set(all.map(onlyHere));
		expect(reasons).toEqual(new Set([undefined, 'scenario', 'machine', 'callers', 'answer']));
	});

	it('is not held against anybody for what it held before', async () => {
		if (!first) throw new Error('no exercise');
		const airflow = airflowOf(first);
		await playOn(airflow, first, first.solution);
		const ask = asker(airflow);
		const began = await sight(ask, scopeOf(first));
		const beganMs = airflow.nowMs();
		const now = await sight(ask, scopeOf(first), began);
		const world = observe(first, { began, beganMs, now, nowMs: beganMs, journal: [] });
		expect(grade(first, world).checks.some(({ passes }) => passes)).toBe(false);
		expect(leftovers(first, began)).toEqual(['first-request']);
	});

	it('tells nothing of roles that it does not know', async () => {
		const denied = portable.find(({ id }) => id === 'cli.trigger-worked');
		if (!denied) throw new Error('no exercise');
		const airflow = airflowOf(denied);
		airflow.authorization = `Basic ${btoa('viewer:viewer')}`;
		const ask = asker(airflow);
		const began = await sight(ask, scopeOf(denied));
		const beganMs = airflow.nowMs();
		const journal = await playOn(airflow, denied, denied.solution.slice(0, 1));
		const asViewer = journal.map((entry) => ({ ...entry, user: 'viewer' }));
		const observed = { began, beganMs, now: began, nowMs: airflow.nowMs(), journal: asViewer };
		const { why } = grade(denied, observe(denied, observed));
		expect(why.map(({ en }) => en)).toEqual([
			'`POST /api/v1/dags/hello_api/dagRuns`: 403, closed to `viewer`.'
		]);
	});

	it('says with which status it refused a look', async () => {
		const refuses = () => Promise.resolve({ status: 403, text: '{}' });
		const scope = { api: 'v1' as const, dags: [], stores: ['pools' as const] };
		await expect(sight(refuses, scope)).rejects.toMatchObject({ status: 403 });
	});

	it('that has not the DAGs is seen without them', async () => {
		const nothing = () => Promise.resolve({ status: 404, text: '{}' });
		const scope = { api: 'v2' as const, dags: ['hello_api'], stores: [] };
		expect((await sight(nothing, scope)).dags.size).toBe(0);
	});
});
