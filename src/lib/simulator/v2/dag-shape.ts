import { assetByUri } from '#lib/simulator/asset-triggers.ts';
import { cronExpression } from '#lib/simulator/cron.ts';
import { parsedMs } from '#lib/simulator/parsing.ts';
import { openRuns } from '#lib/simulator/past/past.ts';
import { hashOf } from '#lib/simulator/random.ts';
import { isoZ } from '#lib/simulator/time.ts';
import { plannedSlot } from '#lib/simulator/timetable.ts';
import type { Dag, World } from '#lib/simulator/world.ts';
import { encodeBase64Url } from './base64-url.ts';
import { describeCron } from './cron-words.ts';
import { BUNDLE, dagVersionShape } from './shapes.ts';

/** @source airflow/api_fastapi/core_api/datamodels/dags.py `DAGResponse` */
export function dagShape(world: World, dag: Dag) {
	return { ...dagFacts(world, dag), ...computed(world, dag) };
}

/** @source the same file, `DAGDetailsResponse` */
export function dagDetailsShape(world: World, dag: Dag) {
	const task = dag.tasks[0];
	let running = 0;
	for (const run of openRuns(world)) {
		if (run.dagId === dag.dagId && run.state === 'running') running++;
	}
	return {
		...dagFacts(world, dag),
		catchup: dag.catchup,
		dag_run_timeout: isoDuration(dag.dagrunTimeoutMs),
		asset_expression: assetExpression(world, dag),
		doc_md: dag.docMd ?? null,
		start_date: isoZ(dag.startDateMs),
		end_date: isoZ(dag.endDateMs),
		is_paused_upon_creation: dag.isPaused,
		params: paramShapes(dag, null),
		render_template_as_native_obj: dag.renderTemplateAsNativeObj ?? false,
		template_search_path: null,
		timezone: 'UTC',
		last_parsed: isoZ(parsedMs(world)),
		default_args: {
			owner: dag.owner,
			retries: task?.retries ?? 0,
			retry_delay: `PT${(task?.retryDelayMs ?? 0) / 1000}S`,
			...dag.defaultArgs
		},
		rerun_with_latest_version: null,
		owner_links: dag.ownerLinks ?? {},
		is_favorite: false,
		active_runs_count: running,
		...computed(world, dag),
		concurrency: dag.maxActiveTasks,
		latest_dag_version: dagVersionShape(world, dag.dagId)
	};
}

/** Params as both DAGs and tasks show them; a task says where they come from. */
export function paramShapes(dag: Pick<Dag, 'params'>, source: 'dag' | 'task' | null) {
	const entries = Object.entries(dag.params).map(([name, { value, schema, description }]) => [
		name,
		{ value, schema, description: description ?? null, source }
	]);
	return Object.fromEntries(entries) as Record<string, unknown>;
}

function dagFacts(world: World, dag: Dag) {
	const expression = dag.schedule === undefined ? undefined : cronExpression(dag.schedule);
	const slot = plannedSlot(world, dag);
	return {
		dag_id: dag.dagId,
		dag_display_name: dag.displayName ?? dag.dagId,
		is_paused: dag.isPaused,
		is_stale: false,
		last_parsed_time: isoZ(parsedMs(world)),
		last_parse_duration: 0.09,
		last_expired: null,
		bundle_name: BUNDLE,
		bundle_version: null,
		relative_fileloc: dag.relativeFileloc,
		fileloc: dag.fileloc,
		description: dag.description ?? null,
		timetable_summary: dag.scheduleAssets ? 'Asset' : (expression ?? dag.schedule ?? null),
		timetable_description:
			expression !== undefined
				? describeCron(expression)
				: dag.scheduleAssets
					? 'Triggered by assets'
					: 'Never, external triggers only',
		timetable_partitioned: false,
		timetable_periodic: expression !== undefined,
		tags: [...dag.tags]
			.sort()
			.map((name) => ({ name, dag_id: dag.dagId, dag_display_name: dag.displayName ?? dag.dagId })),
		max_active_tasks: dag.maxActiveTasks,
		max_active_runs: dag.maxActiveRuns,
		max_consecutive_failed_dag_runs: dag.maxConsecutiveFailedDagRuns ?? 0,
		has_task_concurrency_limits: dag.tasks.some((task) => task.maxActiveTisPerDag !== undefined),
		has_import_errors: false,
		next_dagrun_logical_date: isoZ(slot?.logicalDateMs),
		next_dagrun_data_interval_start: isoZ(slot?.dataIntervalStartMs),
		next_dagrun_data_interval_end: isoZ(slot?.dataIntervalEndMs),
		next_dagrun_run_after: isoZ(slot?.runAfterMs),
		allowed_run_types: null,
		owners: [dag.owner]
	};
}

/** `PT2H`: as Pydantic writes a duration. */
function isoDuration(ms: number | undefined): string | null {
	if (ms === undefined) return null;
	const seconds = ms / 1000;
	const part = (value: number, unit: string) => (value > 0 ? `${value}${unit}` : '');
	const days = part(Math.floor(seconds / 86_400), 'D');
	const time = [
		part(Math.floor((seconds / 3600) % 24), 'H'),
		part(Math.floor((seconds / 60) % 60), 'M'),
		part(seconds % 60, 'S')
	].join('');
	return `P${days}${time === '' ? (days === '' ? 'T0S' : '') : `T${time}`}`;
}

function assetExpression(world: World, { scheduleAssets }: Dag) {
	if (!scheduleAssets) return null;
	const all = scheduleAssets.map((uri) => {
		const asset = assetByUri(world, uri);
		return {
			asset: { uri, name: asset?.name ?? uri, group: asset?.group ?? 'asset', id: asset?.id }
		};
	});
	return { all };
}

function computed(world: World, dag: Dag) {
	const backfills = dag.schedule !== undefined && cronExpression(dag.schedule) !== undefined;
	return { is_backfillable: backfills, file_token: fileToken(world, dag) };
}

/** Looks like the signed token that it stands for; nothing here reads it. */
export function fileToken(world: World, dag: Dag): string {
	const facts = JSON.stringify({ bundle_name: BUNDLE, relative_fileloc: dag.relativeFileloc });
	const mark = Array.from(
		{ length: 20 },
		(_, part) => hashOf(`${world.seed} ${part} ${facts}`) & 255
	);
	const payload = encodeBase64Url(new TextEncoder().encode(facts));
	return `${payload}.${encodeBase64Url(Uint8Array.from(mark))}`;
}
