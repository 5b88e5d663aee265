import { describeSchedule } from '#lib/simulator/cron-description.ts';
import { hashOf } from '#lib/simulator/random.ts';
import { parsedMs } from '#lib/simulator/parsing.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { plannedSlot } from '#lib/simulator/timetable.ts';
import type { Dag, World } from '#lib/simulator/world.ts';

/** @source airflow/api_connexion/schemas/dag_schema.py `DAGSchema` */
export function showDag(world: World, dag: Dag): Record<string, unknown> {
	const next = plannedSlot(world, dag);
	return {
		dag_display_name: dag.displayName ?? dag.dagId,
		dag_id: dag.dagId,
		default_view: 'grid',
		description: dag.description ?? null,
		file_token: fileToken(dag.fileloc),
		fileloc: dag.fileloc,
		has_import_errors: false,
		has_task_concurrency_limits: dag.tasks.some((task) => task.maxActiveTisPerDag !== undefined),
		is_active: true,
		is_paused: dag.isPaused,
		is_subdag: false,
		last_expired: null,
		last_parsed_time: isoUtc(parsedMs(world)),
		last_pickled: null,
		max_active_runs: dag.maxActiveRuns,
		max_active_tasks: dag.maxActiveTasks,
		max_consecutive_failed_dag_runs: dag.maxConsecutiveFailedDagRuns ?? 0,
		next_dagrun: isoUtc(next?.logicalDateMs),
		next_dagrun_create_after: isoUtc(next?.runAfterMs),
		next_dagrun_data_interval_end: isoUtc(next?.dataIntervalEndMs),
		next_dagrun_data_interval_start: isoUtc(next?.dataIntervalStartMs),
		owners: [dag.owner],
		pickle_id: null,
		root_dag_id: null,
		schedule_interval: scheduleOf(dag),
		scheduler_lock: null,
		tags: dag.tags.map((name) => ({ name })),
		timetable_description: dag.scheduleAssets
			? 'Triggered by datasets'
			: describeSchedule(dag.schedule)
	};
}

/** @source airflow/api_connexion/schemas/dag_schema.py `DAGDetailSchema` */
export function showDagDetails(world: World, dag: Dag): Record<string, unknown> {
	return {
		...showDag(world, dag),
		catchup: dag.catchup,
		concurrency: dag.maxActiveTasks,
		dag_run_timeout: showDelta(dag.dagrunTimeoutMs),
		dataset_expression: dag.scheduleAssets ? { all: dag.scheduleAssets } : null,
		doc_md: dag.docMd ?? null,
		end_date: isoUtc(dag.endDateMs),
		is_paused_upon_creation: dag.isPaused,
		last_parsed: isoUtc(parsedMs(world)),
		orientation: 'LR',
		// The details look for `owner`, which the model does not have.
		owners: [],
		params: showParams(dag),
		render_template_as_native_obj: dag.renderTemplateAsNativeObj ?? false,
		start_date: isoUtc(dag.startDateMs),
		template_searchpath: null,
		timezone: 'UTC'
	};
}

/** A duration as version 1 writes it; undefined is null. */
export function showDelta(ms: number | undefined): Record<string, unknown> | null {
	if (ms === undefined) return null;
	const seconds = Math.floor(ms / 1000);
	return {
		__type: 'TimeDelta',
		days: Math.floor(seconds / 86_400),
		microseconds: (ms % 1000) * 1000,
		seconds: seconds % 86_400
	};
}

export function showParams(dag: Dag): Record<string, unknown> {
	const shown = Object.entries(dag.params).map(([name, { value, description, schema }]) => [
		name,
		{ __class: 'airflow.models.param.Param', description: description ?? null, schema, value }
	]);
	return Object.fromEntries(shown);
}

/** A schedule by datasets is shown as if it were a cron expression. */
function scheduleOf({ schedule, scheduleAssets }: Dag) {
	const value = scheduleAssets ? 'Dataset' : schedule;
	return value === undefined ? null : { __type: 'CronExpression', value };
}

/** Opaque, shaped like the signed token of a real server, and not signed. */
export function fileToken(fileloc: string): string {
	const signature = [1, 2, 3, 4].map((part) => hashOf(`${part}${fileloc}`).toString(36)).join('');
	return `${btoa(JSON.stringify(fileloc)).replaceAll('=', '')}.${signature.padEnd(27, '0').slice(0, 27)}`;
}
