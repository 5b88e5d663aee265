import { expect, test } from 'vitest';
import { createWorld, revive } from '#lib/simulator/create-world.ts';
import { parseCron } from '#lib/simulator/cron.ts';
import { archiveOf, copyOf } from '#lib/simulator/past/past.ts';
import { ask, laidOut, NOW_MS, small, type Timetable } from '#lib/simulator/past/lie.fixture.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { broughtUp } from '#lib/simulator/timeline/life.ts';
import type { TaskInstance, World } from '#lib/simulator/world.ts';
import { hugeDags } from './huge-dags.ts';
import { LONGEST_RUN_MS } from './huge-past.ts';

const HOUR_MS = 3_600_000;
const FACES = ['data_interval', 'trigger'] as const;
const TASKS = '/dags/~/dagRuns/~/taskInstances';
const DAG = 'ads_de_export';

const born = (timetable: Timetable, seed = 1) =>
	createWorld({ name: 'w', scenario: 'huge', seed, nowMs: NOW_MS, timetable });

interface Shown {
	dag_id: string;
	dag_run_id: string;
	task_id: string;
	state: string;
	start_date: string;
	total_entries: number;
}

const rowsOf = (list: Record<string, unknown>, name = 'task_instances') => list[name] as Shown[];

test.each(FACES)('ten thousand DAGs have a million task instances: %s', (timetable) => {
	const world = born(timetable);
	expect(ask(world, 'GET', '/dags', 'limit=1').total_entries).toBe(10_000);
	expect(ask(world, 'GET', '/dags/~/dagRuns', 'limit=1').total_entries).toBeGreaterThan(100_000);
	const { total_entries: total } = ask(world, 'GET', TASKS, 'limit=1');
	expect(total).toBeGreaterThan(1_000_000);
	expect(total).toBe(world.taskInstances.size);
	const some = ['success', 'failed', 'upstream_failed', 'running', 'queued', 'scheduled'];
	const others = ['skipped', 'removed', 'up_for_retry', 'none', 'deferred', 'restarting'];
	const count = (state: string) =>
		Number(ask(world, 'GET', TASKS, `limit=1&state=${state}`).total_entries);
	const sum = [...some, ...others].reduce((all, state) => all + count(state), 0);
	expect(sum).toBe(total);
	for (const offset of [0, 510_000, Number(total) - 3]) {
		const page = rowsOf(ask(world, 'GET', TASKS, `limit=3&offset=${offset}`));
		expect(page).toHaveLength(3);
		const { dag_id: dagId, dag_run_id: runId, task_id: taskId } = page[0] as Shown;
		const run = `/dags/${dagId}/dagRuns/${encodeURIComponent(runId)}`;
		expect(ask(world, 'GET', `${run}/taskInstances/${taskId}`)).toEqual(page[0]);
		expect(rowsOf(ask(world, 'GET', `${run}/taskInstances`))).toContainEqual(page[0]);
		expect(ask(world, 'GET', run)).toMatchObject({ dag_id: dagId, dag_run_id: runId });
	}
});

test('the same seed and birth give the same world, another seed another one', () => {
	const [one, same, other] = [small('trigger'), small('trigger'), small('trigger', 8)];
	expect(laidOut(same)).toEqual(laidOut(one));
	const failed = (world: World) => ask(world, 'GET', TASKS, 'state=failed').total_entries;
	expect(failed(same)).toBe(failed(one));
	expect(failed(other)).not.toBe(failed(one));
});

test('what is over was over before the world began, and hangs together', () => {
	const world = small('data_interval');
	const archive = archiveOf(world);
	const longest = Math.max(...(archive?.shapes.map(({ lastsMs }) => lastsMs) ?? []));
	expect(longest).toBeLessThan(LONGEST_RUN_MS);
	for (let run = 0; run < (archive?.size ?? 0); run += 97) {
		const { startMs = 0, endMs = 0, state } = archive?.run(run) ?? {};
		const instances = archive?.instancesOf(run) ?? [];
		expect(endMs).toBeLessThanOrEqual(NOW_MS);
		for (const one of instances) {
			expect(one.startMs).toBeGreaterThanOrEqual(startMs);
			expect(one.endMs).toBeLessThanOrEqual(endMs);
		}
		const isFine = instances.every((one) => one.state === 'success');
		expect(state).toBe(isFine ? 'success' : 'failed');
	}
});

test('DAGs run when their cron expressions say', () => {
	for (const { rhythm } of hugeDags(NOW_MS, 1)) {
		if (!rhythm) continue;
		const { cron, everyMs, phaseMs } = rhythm;
		const atMs = Math.floor((NOW_MS - phaseMs) / everyMs) * everyMs + phaseMs;
		expect([cron, parseCron(cron)?.previous(NOW_MS + 1)]).toEqual([cron, atMs]);
	}
});

test.each(FACES)('the schedule goes on where the past ends: %s', (timetable) => {
	const world = small(timetable);
	const before = world.runs.size;
	advance(world, NOW_MS + HOUR_MS);
	expect(world.runs.size).toBeGreaterThan(before);
	const times = new Map<string, number>();
	for (const { dagId, runType, runAfterMs } of world.runs.values()) {
		if (runType !== 'scheduled') continue;
		const rhythm = hugeDags(NOW_MS, 1).find(({ dag }) => dag.dagId === dagId)?.rhythm;
		const last = times.get(dagId);
		if (last !== undefined) expect(runAfterMs - last).toBe(rhythm?.everyMs);
		times.set(dagId, runAfterMs);
		if (times.size > 40) break;
	}
});

test.each(FACES)(
	'what is cleared, marked, deleted and triggered shows in the lists: %s',
	(timetable) => {
		const world = small(timetable);
		const runs = rowsOf(ask(world, 'GET', `/dags/${DAG}/dagRuns`), 'dag_runs');
		const [first = '', second = '', third = ''] = runs.map((run) => run.dag_run_id);
		const of = (runId: string) => `/dags/${DAG}/dagRuns/${encodeURIComponent(runId)}`;
		const total = () => Number(ask(world, 'GET', TASKS, 'limit=1').total_entries);
		const before = total();
		const tasks = world.dags.get(DAG)?.tasks.length ?? 0;

		ask(world, 'PATCH', `/dags/${DAG}`, '', '{"is_paused": false}');
		const clearing = {
			dry_run: false,
			dag_run_id: first,
			only_failed: false,
			reset_dag_runs: true
		};
		ask(world, 'POST', `/dags/${DAG}/clearTaskInstances`, '', JSON.stringify(clearing));
		const cleared = rowsOf(ask(world, 'GET', `${of(first)}/taskInstances`));
		expect(cleared.map(({ state }) => state)).toEqual(Array(tasks).fill(null));
		expect(total()).toBe(before);

		const marking = {
			new_state: 'failed',
			...(timetable === 'trigger' ? {} : { dry_run: false })
		};
		ask(world, 'PATCH', `${of(second)}/taskInstances/notify`, '', JSON.stringify(marking));
		const failed = ask(world, 'GET', `/dags/${DAG}/dagRuns/~/taskInstances`, 'state=failed');
		const marked = ({ dag_run_id: runId, task_id: taskId }: Shown) =>
			runId === second && taskId === 'notify';
		expect(rowsOf(failed).some(marked)).toBe(true);

		ask(world, 'DELETE', of(third));
		expect(total()).toBe(before - tasks);
		ask(
			world,
			'POST',
			`/dags/${DAG}/dagRuns`,
			'',
			timetable === 'trigger' ? '{"logical_date":null}' : '{}'
		);
		expect(total()).toBe(before);
		advance(world, NOW_MS + HOUR_MS);
		const again = rowsOf(ask(world, 'GET', `${of(first)}/taskInstances`));
		expect(again.every(({ state }) => state === 'success')).toBe(true);
	}
);

test('deleting a DAG takes its past along', () => {
	const world = small('trigger');
	const runs = Number(ask(world, 'GET', '/dags/~/dagRuns').total_entries);
	ask(world, 'DELETE', `/dags/${DAG}`);
	expect(ask(world, 'GET', '/dags/~/dagRuns').total_entries).toBe(runs - 10);
	expect(ask(world, 'GET', TASKS, `dag_id_pattern=${DAG}`).total_entries).toBe(0);
});

test('a kept world comes back with its past, and what was changed in it', () => {
	const birth = {
		name: 'w',
		scenario: 'huge',
		seed: 1,
		nowMs: NOW_MS,
		timetable: 'trigger'
	} as const;
	const world = createWorld(birth);
	const runs = rowsOf(ask(world, 'GET', `/dags/${DAG}/dagRuns`), 'dag_runs');
	const runId = encodeURIComponent(runs[0]?.dag_run_id ?? '');
	ask(world, 'PATCH', `/dags/${DAG}/dagRuns/${runId}`, '', '{"state": "failed", "note": "seen"}');
	const kept = structuredClone(world);
	expect(kept.taskInstances.size).toBeLessThan(10_000);
	for (const back of [broughtUp(birth, kept, []), revive(structuredClone(world)), copyOf(world)]) {
		expect(back.taskInstances.size).toBe(world.taskInstances.size);
		for (const [path, query] of [
			[TASKS, 'state=failed&order_by=-end_date&offset=5000'],
			['/dags/~/dagRuns', 'order_by=-end_date'],
			[`/dags/${DAG}/dagRuns`, '']
		] as const) {
			expect(ask(back, 'GET', path, query)).toEqual(ask(world, 'GET', path, query));
		}
	}
});

test('reading takes nothing out of the archive that a list shows', () => {
	const world = small('trigger');
	for (const query of ['', 'order_by=duration&offset=900', 'state=failed'])
		ask(world, 'GET', TASKS, query);
	ask(world, 'GET', '/dags/~/dagRuns', 'order_by=-end_date');
	expect(world.past?.takenRuns.size).toBe(0);
	const instances: TaskInstance[] = [];
	for (const one of world.taskInstances.values()) instances.push(one);
	expect(instances).toHaveLength(world.taskInstances.size);
});
