import { describe, expect, test } from 'vitest';
import {
	exerciseOf,
	packComposed,
	readComposed,
	unpackComposed,
	writeComposed,
	type Composed
} from './composed.ts';
import { grade } from './grade.ts';
import type { SolutionStep } from './lesson.ts';
import { rehearse } from './rehearse.ts';
import { lineOf, stepOf } from './walk.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
const walk: Composed = {
	api: 'v2',
	scenario: 'course',
	title: { ru: 'Отчёт по apac', en: '' },
	task: { ru: 'Запустите nightly_sales.', en: '' },
	hints: [{ ru: 'Нужен conf.', en: '' }],
	goals: [],
	start: { operation: 'POST /dags/{dag_id}/dagRuns', path: { dag_id: 'nightly_sales' } },
	steps: [
		{
			says: { ru: 'Что есть?', en: '' },
			request: { operation: 'GET /dags', query: { limit: ['5'] } }
		},
		{
			says: { ru: '', en: '' },
			request: {
				operation: 'PATCH /dags/{dag_id}',
				path: { dag_id: 'hello_api' },
				body: '{"is_paused": true}'
			}
		}
	]
};
/** As version 2 writes it; it must open for ever. */
const SECOND_LINK =
	'x=2.jZGxTsMwFEV_JbqzoVIlFi8IIQQbFXRro8okbmo1jVPbKVSRB9KBhYWJCVZWliIW2l-w_wilBbUUBkbL5753rl6JvlQjZkBxLbJYy2i4x2-4ioTmIJhwpYXMQJsELBegmDRBoCOeMSUkKCJZqBVqhEk5aAlVgMI9-8rf-QdfBW7pFgHLWQQCnoEClsAwPdzAj-7VLf3M3_rKvfvKzYNMJAOTTnuapVzvbycHIjMatPOdffIz9-bm7iOIZNbfQkOCRLK0ZkMCbZgy9UaZc8XMqhRa55ftoBGzRDfKmCU9Edv6dVFkGgQ5M4M6sf4BxQ8pWFtP5flaRrOp3hR68ZVbBG5eN_L3h9v-io8Lrn-pnJ58mYBgXHA1rYFUjIQB7eAAobWW7Kz5x9jWUfv4bKfiX9UGPE1lrz6xJbiS8RQUZRdC93JWaB53QQOjCm5hbWg_AQ';

const look: SolutionStep = { operation: 'GET /dags' };

describe('a sequence of requests', () => {
	test('comes back from its file and from its link, which an older page refuses', async () => {
		expect(readComposed(writeComposed(walk))).toEqual(walk);
		expect(JSON.parse(writeComposed(walk))).toMatchObject({ version: 2 });
		expect(await unpackComposed(`#${await packComposed(walk)}`)).toEqual(walk);
		expect(await unpackComposed(`#${SECOND_LINK}`)).toEqual(walk);
	});

	test('is a goal of its own where there is no other', () => {
		const exercise = exerciseOf(walk);
		const passing = (steps: SolutionStep[]) =>
			grade(exercise, rehearse(exercise, steps, START_MS)).checks.map(({ passes }) => passes);
		const pause = (dagId: string): SolutionStep => ({
			operation: 'PATCH /dags/{dag_id}',
			path: { dag_id: dagId },
			body: { is_paused: true }
		});
		expect(exercise.checks.map(({ says }) => says.en)).toEqual([
			'Что есть?',
			'PATCH /dags/hello_api was sent'
		]);
		expect(passing([])).toEqual([false, false]);
		expect(passing([look])).toEqual([true, false]);
		expect(passing([pause('no_such_dag')])).toEqual([false, false]);
		expect(passing([pause('flaky_import')])).toEqual([false, false]);
		expect(passing([look, pause('hello_api')])).toEqual([true, true]);
	});

	test('takes a request in without its headers and secrets', () => {
		const step = stepOf({
			operation: 'POST /connections',
			path: {},
			query: { limit: ['5'], token: ['hunter2'] },
			headers: { authorization: 'Bearer hunter2' },
			body: '{"connection_id": "db", "password": "hunter2"}'
		});
		expect(JSON.stringify(step)).not.toContain('hunter2');
		expect(step.request).not.toHaveProperty('headers');
		expect(step.request).not.toHaveProperty('path');
	});

	test('leaves out the secrets of a stranger’s file, and refuses its headers', () => {
		const withRequest = (more: object) =>
			writeComposed({
				...walk,
				steps: [{ says: { ru: '', en: '' }, request: { operation: 'POST /connections', ...more } }]
			});
		const read = readComposed(withRequest({ body: '{"password": "hunter2"}' }));
		expect(JSON.stringify(read)).toContain('{{password}}');
		expect(JSON.stringify(read)).not.toContain('hunter2');
		expect(readComposed(withRequest({ headers: { cookie: 'x' } }))).toEqual({
			issue: { id: 'field', at: 'steps' }
		});
	});

	test('shows a request in one line', () => {
		const [first, second] = walk.steps ?? [];
		expect([first, second].map((step) => step && lineOf(step.request))).toEqual([
			'GET /dags?limit=5',
			'PATCH /dags/hello_api'
		]);
	});
});
