import { textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs, type Row } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { showDag } from '#lib/simulator/v1/dag-shape.ts';
import { dagShape } from '#lib/simulator/v2/dag-shape.ts';
import type { Dag, World } from '#lib/simulator/world.ts';

/** @source airflow/cli/commands/dag_command.py `dag_details` */
export const DETAIL_COMMANDS: readonly Command[] = [{ name: 'dags details', run: details }];

/** The columns of Airflow 2 in its model's order; the API gives them by name. */
const ORDER_2 = [
	'dag_id',
	'dag_display_name',
	'root_dag_id',
	'is_paused',
	'is_active',
	'is_subdag',
	'last_parsed_time',
	'last_pickled',
	'last_expired',
	'scheduler_lock',
	'pickle_id',
	'default_view',
	'fileloc',
	'file_token',
	'owners',
	'description',
	'schedule_interval',
	'timetable_description',
	'tags',
	'max_active_tasks',
	'max_active_runs',
	'max_consecutive_failed_dag_runs',
	'has_task_concurrency_limits',
	'has_import_errors',
	'next_dagrun',
	'next_dagrun_data_interval_start',
	'next_dagrun_data_interval_end',
	'next_dagrun_create_after'
];

function details(session: Session, values: Values): void {
	const { world, line } = session;
	const dagId = textOf(values, 'dag_id') ?? '';
	const dag = world.dags.get(dagId);
	if (!dag) return session.fail(`DAG: ${dagId} does not exist in 'dag' table`);
	const output = textOf(values, 'output') ?? 'table';
	const row = line === '2' ? rowOf2(world, dag) : rowOf3(world, dag);
	const asPairs = output === 'table' || output === 'plain';
	const rows = asPairs
		? Object.entries(row).map(([name, value]) => ({ property_name: name, property_value: value }))
		: [row];
	printAs(session, rows, output);
}

function rowOf2(world: World, dag: Dag): Row {
	const shown = showDag(world, dag);
	const schedule = shown.schedule_interval as Record<string, unknown> | null;
	return Object.fromEntries(
		ORDER_2.map((name) => [
			name,
			// Before the API's own step, the kind of the schedule comes first.
			name === 'schedule_interval' && schedule
				? { __type: schedule.__type, value: schedule.value }
				: shown[name]
		])
	);
}

/** Dates as Python prints them; how long the file took to read is not among them. */
function rowOf3(world: World, dag: Dag): Row {
	const shown = Object.entries(dagShape(world, dag)).map(([name, value]) => {
		if (name === 'last_parse_duration') return [name, null];
		const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
		return [name, isDate ? isoUtc(Date.parse(value))?.replace('T', ' ') : value];
	});
	return Object.fromEntries(shown) as Row;
}
