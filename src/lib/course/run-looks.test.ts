import { expect, test } from 'vitest';
import { createWorld } from '#lib/simulator/create-world.ts';
import { runAirflow } from '#lib/simulator/cli/airflow.ts';
import { wasAskedSince, wasShownSince } from './run-looks.ts';

const BORN_MS = Date.UTC(2026, 10, 23, 9);
const DATE = '2026-11-20T00:00:00+00:00';

/** A run named `mine` that was asked about by one command, a minute after it was triggered. */
function after(line: '2' | '3', command: string) {
	const world = createWorld({ name: 'looks', scenario: 'course', seed: 1, nowMs: BORN_MS });
	const type = (words: string, nowMs: number) =>
		runAirflow(world, line, words.split(' '), { nowMs, env: { PWD: '/' }, files: new Map() });
	const dated = line === '2' ? `--exec-date ${DATE}` : `--logical-date ${DATE}`;
	type(`dags trigger hello_api --run-id mine ${dated}`, BORN_MS);
	type('dags trigger hello_api --run-id other', BORN_MS + 1_000);
	type(command, BORN_MS + 60_000);
	const run = world.runs.get('hello_api\nmine');
	if (!run) throw new Error('No run');
	return { world, run };
}

test.each([
	['3', 'dags state hello_api mine', true],
	['3', 'dags state hello_api other', false],
	['3', 'dags list-runs hello_api', true],
	['3', 'dags list-runs paused_cleanup', false],
	['3', 'dags list', false],
	['3', 'tasks states-for-dag-run hello_api mine', false],
	['2', `dags state hello_api ${DATE}`, true],
	['2', 'dags state hello_api 2026-11-21T00:00:00+00:00', false],
	['2', 'dags list-runs -d hello_api', true]
] as const)('airflow %s, %s: has shown the run: %s', (line, command, isShown) => {
	const { world, run } = after(line, command);

	expect(wasAskedSince(world, run, BORN_MS + 30_000)).toBe(isShown);
	expect(wasAskedSince(world, run, BORN_MS + 90_000)).toBe(false);
});

test('the states of its tasks are another question', () => {
	const { world, run } = after('3', 'tasks states-for-dag-run hello_api mine');

	expect(wasShownSince(world, run, BORN_MS, ['cli_task_states_for_dag_run'])).toBe(true);
	expect(wasShownSince(world, run, BORN_MS + 90_000, ['cli_task_states_for_dag_run'])).toBe(false);
});
