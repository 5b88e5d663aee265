import { describe, expect, test } from 'vitest';
import { createWorld } from './create-world.ts';
import { sourceOf } from './dag-source.ts';
import { oddDags, ODD_FILE } from './dag-source/odd-dags.fixture.ts';
import type { World } from './world.ts';

const SHOWCASE = 'windsock_showcase.py';

function worldOf(timetable: World['timetable'] & string, scenario = 'showcase'): World {
	const nowMs = Date.UTC(2026, 4, 20, 9, 30);
	return createWorld({ name: 'main', scenario, seed: 1, nowMs, timetable });
}

function oddSource(): string {
	const world = worldOf('trigger', 'empty');
	for (const dag of oddDags) {
		world.dags.set(dag.dagId, { ...dag, relativeFileloc: ODD_FILE, lastParsedMs: world.nowMs });
	}
	return sourceOf(world, ODD_FILE) ?? '';
}

describe('the source of a file', () => {
	test.each([
		['data_interval', 'from airflow import DAG'],
		['data_interval', 'from airflow.datasets import Dataset, DatasetAlias'],
		['data_interval', 'outlets=[Dataset("s3://shop/orders")]'],
		['data_interval', 'wait = TimeDeltaSensorAsync('],
		['trigger', 'from airflow.sdk import Asset, AssetAlias, DAG, Param, TaskGroup, task'],
		['trigger', 'outlets=[Asset("s3://shop/orders")]'],
		['trigger', 'schedule=[Asset("s3://shop/orders"), Asset("s3://shop/prices")]'],
		['trigger', 'deferrable=True,'],
		['trigger', '@task\n    def count_rows(file, ti=None):'],
		['trigger', 'count_rows_result = count_rows.expand(file=list_files_result)'],
		['trigger', 'sum_rows_result = sum_rows(count_rows_result)'],
		['trigger', 'with TaskGroup("load", tooltip="Two ways to load"):'],
		['trigger', ').as_teardown(setups=make_cluster)'],
		['trigger', 'raise AirflowSkipException('],
		['trigger', 'dagrun_timeout=timedelta(hours=2)'],
		['trigger', `bash_command='test "{{ ti.try_number }}" -gt 2'`],
		['trigger', '[good, bad, skipped] >> on_all_done'],
		['trigger', 'approve >> pick >> done']
	] as const)('for %s has %s', (timetable, line) => {
		expect(sourceOf(worldOf(timetable), SHOWCASE)).toContain(line);
	});

	test('defines every DAG of the file, and no other', () => {
		const world = worldOf('trigger');
		const here = [...world.dags.values()].filter((dag) => dag.relativeFileloc === SHOWCASE);
		const found = sourceOf(world, SHOWCASE)?.matchAll(/^ {4}dag_id="(\w+)",$/gm) ?? [];

		expect([...found].map(([, dagId]) => dagId)).toEqual(here.map(({ dagId }) => dagId));
	});

	test('is absent where no DAG lies', () => {
		expect(sourceOf(worldOf('trigger'), 'nowhere.py')).toBeUndefined();
	});

	test.each([
		['a Python word', 'import_task = BashOperator(\n        task_id="import"'],
		['a name that is imported', 'datetime_task = BashOperator('],
		['an id that is no name', 'task_3_rd_one = BashOperator(\n        task_id="3.rd-one"'],
		['an id that becomes the same name', 'task_3_rd_one_2 = BashOperator('],
		['a group in a group', '        with TaskGroup("inner", tooltip="Within"):'],
		['a group that is not in the ids', 'with TaskGroup("bare", prefix_group_id=False):'],
		['tasks in the wrong order', '[outer_inner_b, loose] >> last'],
		['both kinds of quotes', `bash_command="echo \\"it's\\""`],
		['a parameter that is no name', '**{"x-odd": True}'],
		['a failure at first', 'if ti.try_number <= 1:'],
		['one part for each element', ').expand(bash_command=flaky_result)']
	])('copes with %s', (_, line) => {
		expect(oddSource()).toContain(line);
	});
});
