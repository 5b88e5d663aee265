import { describe, expect, test } from 'vitest';
import {
	exerciseOf,
	packComposed,
	readComposed,
	unpackComposed,
	writeComposed,
	type Composed
} from './composed.ts';
import { checkOf, type Goal } from './goals.ts';
import { grade } from './grade.ts';
import type { SolutionStep } from './lesson.ts';
import { rehearse } from './rehearse.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
const composed: Composed = {
	api: 'v2',
	scenario: 'course',
	title: { ru: 'Отчёт по apac', en: '' },
	task: { ru: 'Запустите nightly_sales.', en: '' },
	hints: [{ ru: 'Нужен conf.', en: '' }],
	goals: [{ kind: 'run', dag: 'nightly_sales', state: 'success', conf: '{"region":"apac"}' }],
	start: { operation: 'POST /dags/{dag_id}/dagRuns', path: { dag_id: 'nightly_sales' } }
};
/** As version 1 writes it; it must open for ever. */
const FIRST_LINK =
	'x=1.ZZAxTgMxEEWvsvq1IYJyLgECOhZFI6-zsbLYK9sbQKst2BTUVFRwBpogGsgV7BshJ0IJopyZ9__Mnx4z6245gHCnTeWtXBype-Wk9goCS-W8tgZ0IsCtBmF5CgEvlWGnLQjSdm6LBh0aBerhOhDiWxrTU3pOYxE38bvgliUElAEBg0Bgv9jDL_E9btIqPaYxfqYxrguj63loHqaeG-WPD5VzbYIHXf9qX9MqfsR1_CqkNbMD9Eagttzs2IU2FQiuMxCouAbhz4ocKnBQIPhOSuVzJxuC0JdwqtbWlKASOUmJYevvA7uQY9hWOQ7bT-H87PKqmFRc-0lfcT3V1ZCri85kz5bDPCt2k39nDMPwAw';

const NOTHING = { ru: '', en: '' };
const trigger = (region: string): SolutionStep => ({
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: 'nightly_sales' },
	body: { logical_date: null, conf: { region } },
	thenWaitMs: 120_000
});
const look: SolutionStep = { operation: 'GET /dags' };

describe('an exercise without code', () => {
	test('comes back from its file and from its link', async () => {
		expect(readComposed(writeComposed(composed))).toEqual(composed);
		expect(await unpackComposed(`#${await packComposed(composed)}`)).toEqual(composed);
	});

	test('is judged by its goals', () => {
		const exercise = exerciseOf(composed);
		const isPassed = (steps: SolutionStep[]) =>
			grade(exercise, rehearse(exercise, steps, START_MS)).isPassed;
		expect([
			isPassed([]),
			isPassed([trigger('emea'), look]),
			isPassed([trigger('apac'), look])
		]).toEqual([false, false, true]);
	});

	test('speaks the one language it has in both', () => {
		const { title, checks } = exerciseOf(composed);
		expect(title.en).toBe('Отчёт по apac');
		expect(checks[0]?.says.en).toBe(
			'there is a run of nightly_sales with conf {"region":"apac"} in state success'
		);
	});

	test('has a world of its own, the same for the same words', () => {
		const other = { ...composed, scenario: 'empty' };
		expect(exerciseOf(composed).world).toBe(exerciseOf(structuredClone(composed)).world);
		expect(exerciseOf(composed).world).not.toBe(exerciseOf(other).world);
		expect(exerciseOf(composed).world).toMatch(/^own-\w+$/);
	});
});

test.each<[string, unknown, object]>([
	['no JSON', '{', { id: 'no-json' }],
	['another file', '{"format":"x"}', { id: 'another-file' }],
	['a later version', { version: 3 }, { id: 'newer' }],
	['no API', { api: 'v3' }, { id: 'field', at: 'api' }],
	['a scenario like a path', { scenario: '../x' }, { id: 'field', at: 'scenario' }],
	['no words', { title: { ru: '', en: '' } }, { id: 'field', at: 'title' }],
	['markup for words', { task: '<b>' }, { id: 'field', at: 'task' }],
	['no goal', { goals: [] }, { id: 'field', at: 'goals' }],
	['a strange goal', { goals: [{ kind: 'eval', code: '1' }] }, { id: 'field', at: 'goals[0]' }],
	['a goal without its field', { goals: [{ kind: 'pool' }] }, { id: 'field', at: 'goals[0]' }],
	[
		'a start elsewhere',
		{ start: { operation: 'GET https://evil.example' } },
		{ id: 'field', at: 'start' }
	],
	[
		'a hint without end',
		{ hints: [{ ru: 'x'.repeat(9000), en: '' }] },
		{ id: 'field', at: 'hints' }
	],
	['steps that are none', { steps: {} }, { id: 'field', at: 'steps' }],
	['a step without a request', { steps: [{ says: NOTHING }] }, { id: 'field', at: 'steps' }],
	[
		'a step elsewhere',
		{ steps: [{ says: NOTHING, request: { operation: 'GET https://evil.example' } }] },
		{ id: 'field', at: 'steps' }
	],
	[
		'steps without end',
		{
			steps: Array.from({ length: 21 }, () => ({
				says: NOTHING,
				request: { operation: 'GET /dags' }
			}))
		},
		{ id: 'field', at: 'steps' }
	],
	['a giant', 'x'.repeat(300_000), { id: 'too-long' }]
])('%s is refused with the reason', (_, change, issue) => {
	const text =
		typeof change === 'string'
			? change
			: JSON.stringify({
					...(JSON.parse(writeComposed(composed)) as object),
					...(change as object)
				});
	expect(readComposed(text)).toEqual({ issue });
});

test('nothing else of a file is taken', () => {
	const text = writeComposed(composed).replace('"api"', '"onload":"alert(1)","api"');
	expect(JSON.stringify(readComposed(text))).not.toContain('alert');
});

test('a link of the first version opens, a damaged one is told', async () => {
	expect(await unpackComposed(`#${FIRST_LINK}`)).toEqual(composed);
	expect(await unpackComposed(`#${FIRST_LINK.slice(0, 90)}`)).toMatchObject({
		issue: { id: 'no-json' }
	});
	expect(await unpackComposed('#x=3.abc')).toMatchObject({ issue: { id: 'another-file' } });
});

describe('each goal is reached by what it asks for, and by nothing else', () => {
	const step = (operation: string, rest: Partial<SolutionStep> = {}) =>
		({ operation, ...rest }) as SolutionStep;
	const dag = { dag_id: 'hello_api' };

	test.each<[string, Goal, SolutionStep[]]>([
		[
			'paused',
			{ kind: 'paused', dag: 'hello_api', is: true },
			[step('PATCH /dags/{dag_id}', { path: dag, body: { is_paused: true } })]
		],
		[
			'pool',
			{ kind: 'pool', name: 'etl', slots: 3 },
			[step('POST /pools', { body: { name: 'etl', slots: 3 } })]
		],
		[
			'variable',
			{ kind: 'variable', key: 'k', value: 'v' },
			[step('POST /variables', { body: { key: 'k', value: 'v' } })]
		],
		[
			'connection',
			{ kind: 'connection', id: 'c', host: 'h' },
			[step('POST /connections', { body: { connection_id: 'c', conn_type: 'http', host: 'h' } })]
		],
		[
			'asked',
			{ kind: 'asked', operation: 'GET /dags/{dag_id}', status: 404 },
			[step('GET /dags/{dag_id}', { path: { dag_id: 'none' } })]
		],
		[
			'task',
			{ kind: 'task', dag: 'hello_api', task: 'say_bye', state: 'success' },
			[
				step('POST /dags/{dag_id}/dagRuns', {
					path: dag,
					body: { logical_date: null },
					thenWaitMs: 60_000
				}),
				look
			]
		],
		[
			'no-run',
			{ kind: 'no-run', dag: 'nightly_sales', state: 'success' },
			[step('DELETE /dags/{dag_id}', { path: { dag_id: 'nightly_sales' } })]
		]
	])('%s', (_, goal, steps) => {
		const exercise = exerciseOf({ ...composed, goals: [goal] });
		const passes = (world: ReturnType<typeof rehearse>) => checkOf(goal).passes({ world });
		expect(passes(rehearse(exercise, [look], START_MS))).toBe(false);
		expect(passes(rehearse(exercise, steps, START_MS))).toBe(true);
	});
});
