import { describe, expect, it, test } from 'vitest';
import { answer } from '#lib/simulator/airflow.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { ask, control } from '#lib/simulator/timeline/deed.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { exerciseOf } from './composed.ts';
import type { Goal } from './goals.ts';
import { grade } from './grade.ts';
import type { Exercise, InBoth, SolutionStep } from './lesson.ts';
import { rehearse } from './rehearse.ts';
import { answerCases } from './why-answers.fixture.ts';
import { callerCases } from './why-callers.fixture.ts';
import { requestCases } from './why-requests.fixture.ts';
import { runCases } from './why-runs.fixture.ts';
import { clear, named, pause, send, trigger } from './why.fixture.ts';
import { whyNot } from './why.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
const exercises = syllabus.flatMap((lesson) => lesson.exercises);

function exerciseBy(id: string): Exercise {
	const found = exercises.find((exercise) => exercise.id === id);
	if (!found) throw new Error(`There is no exercise ${id}`);
	return found;
}

const english = (whys: readonly InBoth[]) => whys.map(({ en }) => en);

/** What is told of steps as if the exercise named no mistake. */
const told = (exercise: Exercise, steps: readonly SolutionStep[]) =>
	english(whyNot(exercise, rehearse(exercise, steps, START_MS)));

describe('a mistake is told with its cause, and no more once it is mended', () => {
	test.each([...runCases, ...requestCases, ...callerCases, ...answerCases])(
		'$name',
		({ exercise: id, mistake, says, mended }) => {
			const exercise = exerciseBy(id);
			expect(told(exercise, mistake)).toContainEqual(expect.stringMatching(says));
			const after = told(exercise, [...mistake, ...mended]);
			expect(after).not.toContainEqual(expect.stringMatching(says));
		}
	);

	test('a body that does not call itself JSON', () => {
		const exercise = exerciseBy('endpoints.report-date');
		const world = rehearse(exercise, [], START_MS);
		const post = (type: string) =>
			answer(
				world,
				{
					method: 'POST',
					path: '/api/v1/dags/nightly_sales/dagRuns',
					query: '',
					headers: { authorization: `Basic ${btoa('admin:admin')}`, 'content-type': type },
					body: '{}'
				},
				START_MS + 1000
			);
		post('text/plain');
		expect(english(whyNot(exercise, world))).toEqual([
			'`POST /api/v1/dags/nightly_sales/dagRuns` got 415: its body left without `Content-Type: application/json`.'
		]);
		post('application/json');
		expect(english(whyNot(exercise, world)).join()).not.toContain('415');
	});

	test('an answer that a browser kept back', () => {
		const exercise = exerciseBy('auth.cors-panel');
		const world = rehearse(exercise, [], START_MS);
		const origin = 'https://panel.example.com';
		const look = () =>
			ask(
				world,
				{ method: 'GET', path: '/api/v2/version', query: '', headers: {}, body: '' },
				START_MS + 1000,
				origin
			);
		const allow = (who: string) =>
			control(world, { do: 'cfg', text: `[api]\naccess_control_allow_origins = ${who}\n` });
		allow('https://other.example.com');
		look();
		expect(english(whyNot(exercise, world))).toContainEqual(
			expect.stringMatching(/`GET \/api\/v2\/version` did not reach the page: by the rules of CORS/)
		);
		allow(origin);
		look();
		expect(english(whyNot(exercise, world)).join()).not.toContain('CORS');
	});

	test('an address of another API', () => {
		const exercise = exerciseBy('patterns.trigger-once');
		const world = rehearse(exercise, [], START_MS);
		answer(
			world,
			{ method: 'GET', path: '/api/v3/dags', query: '', headers: {}, body: '' },
			START_MS + 1000
		);
		expect(english(whyNot(exercise, world))).toContainEqual(
			expect.stringMatching(/got 404: the address does not begin with `\/api\/v2`/)
		);
	});
});

describe('what is told', () => {
	const once = exerciseBy('patterns.trigger-once');

	it('is at most three sentences, two refusals at most, the newest first', () => {
		const steps = [
			pause('hello_api', true),
			...['a', 'b', 'c'].map((name) => named('hello_api', name)),
			send('PATCH /dags/{dag_id}', { path: { dag_id: 'none' }, body: { is_paused: true } }),
			clear('hello_api', { dag_run_id: 'none' }),
			trigger('hello_api', {})
		];
		const whys = told(once, steps);
		expect(whys).toEqual([
			expect.stringContaining('422'),
			expect.stringContaining('has no run `none`'),
			expect.stringContaining('There are 3 runs')
		]);
	});

	it('leaves out what the world contradicts by now', () => {
		const exercise = exerciseBy('cli.deploy-script');
		const steps = [
			send('POST /pools', { body: { name: 'crm_api', slots: 4 } }),
			send('GET /variables/{variable_key}', { path: { variable_key: 'none' } })
		];
		const world = rehearse(exercise, steps, START_MS);
		const tell = () => english(whyNot(exercise, world)).join();
		expect(tell()).toMatch(/404[^]*409|409[^]*404/);
		world.pools.delete('crm_api');
		world.variables.set('none', { id: 999, key: 'none', value: '' });
		expect(tell()).not.toMatch(/404|409/);
	});

	it('leaves out a conflict with a run that is gone, and a deletion that is meant', () => {
		const report = exerciseBy('overview.trigger-with-conf');
		const world = rehearse(
			report,
			[1, 2].map(() => named('nightly_sales', 'a')),
			START_MS
		);
		expect(english(whyNot(report, world)).join()).toContain('409');
		world.runs.clear();
		expect(english(whyNot(report, world)).join()).not.toContain('409');

		const path = { pool_name: 'crm_api' };
		const steps = [send('DELETE /pools/{pool_name}', { path })];
		const exercise = exerciseBy('endpoints.widen-pool');
		expect(told(exercise, steps).join()).toContain('the solution deletes nothing');
		expect(told({ ...exercise, solution: steps }, steps).join()).not.toContain('deletes');
	});

	it('leaves out a refusal that the exercise asks for', () => {
		const steps = [named('hello_api', 'order-1871'), named('hello_api', 'order-1871')];
		expect(told(once, steps).join()).not.toContain('409');
		expect(told({ ...once, checks: [] }, steps).join()).toContain('409');
	});

	it('says nothing of what a body lacks when the body held a secret', () => {
		const conf = { region: 'apac', password: 'hunter2' };
		const exercise = exerciseBy('overview.trigger-with-conf');
		const steps = [trigger('nightly_sales', { logical_date: null, conf })];
		expect(told(exercise, steps).join()).not.toMatch(/conf\.|hunter2/);
	});

	it('says of a run only what its world shows', () => {
		const world = rehearse(once, [named('hello_api', 'a', { thenWaitMs: 60_000 })], START_MS);
		advance(world, START_MS + 61_000);
		const [run] = [...world.runs.values()].filter(({ runId }) => runId === 'a');
		const [first] = [...world.taskInstances.values()].filter(({ runId }) => runId === 'a');
		if (!run || !first) throw new Error('The run is not there');
		const tell = () => english(whyNot(once, world)).join();
		expect(tell()).toContain('has succeeded by now');
		// One of its tasks failed, and the leaves decide.
		first.state = 'failed';
		expect(tell()).not.toContain('ended as failed');
		// Failed without a task that failed: marked so, or out of time.
		Object.assign(first, { state: 'skipped' });
		run.state = 'failed';
		expect(tell()).toBe('');
		// To be queued in a moment: there is room.
		Object.assign(first, { state: 'scheduled' });
		run.state = 'running';
		expect(tell()).toContain('is still running');
	});
});

describe('an exercise that an instructor composed', () => {
	const exerciseFor = (goal: Goal): Exercise =>
		exerciseOf({
			api: 'v2',
			scenario: 'course',
			title: { ru: 'Отчёт', en: '' },
			task: { ru: 'Запустите nightly_sales.', en: '' },
			hints: [],
			goals: [goal],
			start: { operation: 'POST /dags/{dag_id}/dagRuns' }
		});
	const succeeded = exerciseFor({ kind: 'run', dag: 'paused_cleanup', state: 'success' });

	it('tells why, though it has no solution to compare with', () => {
		const graded = (steps: SolutionStep[]) =>
			english(grade(succeeded, rehearse(succeeded, steps, START_MS)).why).join();
		expect(graded([])).toBe('');
		expect(graded([send('GET /dags')])).toBe('');
		expect(graded([named('paused_cleanup', 'a', { as: 'nobody' })])).toContain('401');
		expect(graded([named('paused_cleanup', 'a')])).toContain('its DAG is paused');
		const going = [pause('paused_cleanup', false), named('paused_cleanup', 'a')];
		expect(graded(going)).toContain('is still queued');
	});

	it('may ask for a refusal', () => {
		const asked = exerciseFor({ kind: 'asked', operation: 'GET /dags/{dag_id}', status: 404 });
		const both: Exercise = { ...asked, checks: [...asked.checks, ...succeeded.checks] };
		const steps = [send('GET /dags/{dag_id}', { path: { dag_id: 'none' } })];
		expect(told(succeeded, steps).join()).toContain('404');
		expect(told(both, steps)).toEqual([]);
	});
});
