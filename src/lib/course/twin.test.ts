import { describe, expect, it } from 'vitest';
import { LabError } from '#lib/lab-error.ts';
import type { Exercise, SolutionStep, Twin } from './lesson.ts';
import { apisOf, asApi, asInV1, asInV2, variantsOf } from './twin.ts';

const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const trigger = (body: object): SolutionStep => ({ operation: TRIGGER, body });
const says = (text: string) => ({ ru: text, en: text });
const mistake = (name: string) => ({
	name,
	steps: [trigger({ dag_run_id: name })],
	says: says(name),
	matches: () => true
});

const exercise = (twin?: Twin): Exercise => ({
	id: 'a.b',
	world: 'a-b',
	scenario: 'course',
	api: 'v1',
	title: says('title'),
	task: says('task'),
	hints: [says('hint'), says('last hint')],
	start: { operation: TRIGGER },
	checks: [],
	solution: [trigger({ conf: {} })],
	wrong: [mistake('first'), mistake('second')],
	...(twin ? { twin } : {})
});

describe('an exercise without a twin', () => {
	it('is for one API and is as it was written there', () => {
		const only = exercise();

		expect(apisOf(only)).toEqual(['v1']);
		expect(variantsOf(only)).toEqual([only]);
		expect(asApi(only, 'v1')).toBe(only);
	});

	it('is refused for the other', () => {
		expect(() => asApi(exercise(), 'v2')).toThrow(LabError);
	});
});

describe('an exercise with a twin', () => {
	it('has the same id in both, and a world in each', () => {
		const variants = variantsOf(exercise({}));

		expect(variants.map(({ id, api, world, isTwin }) => [id, api, world, isTwin])).toEqual([
			['a.b', 'v1', 'a-b', undefined],
			['a.b', 'v2', 'a-b-v2', true]
		]);
	});

	it('shares what the twin leaves out, its requests put in the other API', () => {
		const { task, hints, solution, wrong } = asApi(
			exercise({ step: asInV2, hints: { 1: says('own hint') } }),
			'v2'
		);

		expect([task, hints]).toEqual([says('task'), [says('hint'), says('own hint')]]);
		expect(solution).toEqual([trigger({ conf: {}, logical_date: null })]);
		expect(wrong.map(({ name, steps }) => [name, steps])).toEqual([
			['first', [trigger({ dag_run_id: 'first', logical_date: null })]],
			['second', [trigger({ dag_run_id: 'second', logical_date: null })]]
		]);
	});

	it('takes wrong answers away, words them anew and adds its own', () => {
		const own = mistake('own');
		const { wrong } = asApi(
			exercise({ wrong: { first: null, own, second: { says: says('otherwise') } } }),
			'v2'
		);

		expect(wrong.map((one) => [one.name, one.says.en])).toEqual([
			['own', 'own'],
			['second', 'otherwise']
		]);
	});

	it('is refused when a wrong answer of its own says nothing', () => {
		const twin: Twin = { wrong: { own: { steps: [], matches: () => true } } };

		expect(() => asApi(exercise(twin), 'v2')).toThrow('own');
	});
});

describe('a request in the other API', () => {
	it.each([
		['null is left out for v1', asInV1, { logical_date: null, conf: {} }, { conf: {} }],
		['a date stays for v1', asInV1, { logical_date: '2026-03-02T03:00:00Z' }, undefined],
		['null is said for v2', asInV2, { conf: {} }, { logical_date: null, conf: {} }],
		['a date stays for v2', asInV2, { logical_date: '2026-03-02T03:00:00Z' }, undefined]
	])('%s', (_, step, body, expected) => {
		expect(step({ operation: TRIGGER, body }).body).toEqual(expected ?? body);
	});

	it.each([
		['PATCH /runs/{id}', { note: 'x' }, 'PATCH /runs/{id}/setNote'],
		['PATCH /runs/{id}', { state: 'failed' }, 'PATCH /runs/{id}'],
		['POST /runs', { note: 'x' }, 'POST /runs']
	])('a note of v2 has an address of its own in v1: %s with %j', (operation, body, expected) => {
		const moved = asInV1({ operation, body });

		expect(moved).toEqual({ operation: expected, body });
		expect(asInV2(moved)).toEqual({ operation, body });
	});

	it('names the try of a log otherwise', () => {
		const log = { operation: 'GET /t/{task_id}/logs/{task_try_number}' };

		expect(asInV2({ ...log, path: { task_id: 't', task_try_number: '3' } })).toEqual({
			operation: 'GET /t/{task_id}/logs/{try_number}',
			path: { task_id: 't', try_number: '3' }
		});
	});

	it('is the same where the APIs agree', () => {
		const pause = { operation: 'PATCH /dags/{dag_id}', body: { is_paused: true } };

		expect([asInV2(pause), asInV1(pause)]).toEqual([pause, pause]);
	});
});
