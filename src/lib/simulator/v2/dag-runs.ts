import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { aboutDag, aboutRunId } from '#lib/simulator/past/look.ts';
import { viewOfRuns } from '#lib/simulator/past/view.ts';
import { runKey, type DagRun, type World } from '#lib/simulator/world.ts';
import { cutArchived } from './archived-page.ts';
import { cutPage, type PageQuery } from './cursor.ts';
import {
	calendarDay,
	consumersOf,
	dagRunColumns,
	runRanges,
	type FitsRun
} from './dag-run-filters.ts';
import { unknownDag } from './dags.ts';
import {
	dateRange,
	decimalRange,
	fitsPattern,
	fitsPrefix,
	hasNaiveDate,
	integers,
	optionalText,
	page,
	texts
} from './filters.ts';
import { optional, required, type Model, type Values } from './model.ts';
import { operation } from './operation.ts';
import { criteria, orderBy, type Criterion } from './order.ts';
import { dumps } from './python-repr.ts';
import { decimal, integer, listOf, literal, nullable, oneOf, text } from './readers.ts';
import { badRequest, databaseError, isReply, notFound, ok } from './reply.ts';
import { dagRunShape, runTypeOf } from './shapes.ts';
import { badRunTypes, badStates, RUN_STATES } from './states-asked.ts';
import { lookAtRun } from './wait.ts';

const listQuery = {
	...page,
	...dateRange('run_after'),
	...dateRange('logical_date'),
	...dateRange('start_date'),
	...dateRange('end_date'),
	...decimalRange('duration'),
	...dateRange('updated_at'),
	conf_contains: optionalText,
	run_type: texts,
	state: texts,
	dag_version: integers,
	bundle_version: optionalText,
	order_by: orderBy('id'),
	run_id_pattern: optionalText,
	run_id_prefix_pattern: optionalText,
	triggering_user_name_pattern: optionalText,
	triggering_user_name_prefix_pattern: optionalText,
	dag_id_pattern: optionalText,
	dag_id_prefix_pattern: optionalText,
	partition_key_pattern: optionalText,
	partition_key_prefix_pattern: optionalText,
	consuming_asset_pattern: optionalText,
	partition_date_gte: optional(nullable(calendarDay), null),
	partition_date_lte: optional(nullable(calendarDay), null),
	cursor: optionalText
};

const ids = optional(nullable(listOf(text())), null);
const batchFields = {
	order_by: optionalText,
	page_offset: optional(integer(0), 0),
	page_limit: optional(integer(0), 100),
	dag_ids: ids,
	states: optional(nullable(listOf(nullable(oneOf(RUN_STATES)))), null),
	...dateRange('run_after', true),
	...dateRange('logical_date', true),
	...dateRange('start_date', true),
	...dateRange('end_date', true),
	...decimalRange('duration'),
	conf_contains: optionalText
};
const batchBody: Model<typeof batchFields> = { fields: batchFields };

const listShape = {
	query: listQuery,
	first: (_: World, { query }: Call) =>
		badRunTypes(query.getAll('run_type')) ?? badStates(query.getAll('state'))
};

/** @source airflow/api_fastapi/core_api/routes/public/dag_run.py */
export const dagRuns = {
	'GET /dags/{dag_id}/dagRuns': operation(listShape, (world, { param }, { query }) => {
		const dagId = param('dag_id');
		const asksPartition = query.partition_date_gte !== null || query.partition_date_lte !== null;
		if (dagId === '~' && asksPartition) {
			return badRequest('partition_date_gte and partition_date_lte require a specific dag_id.');
		}
		if (dagId !== '~' && !world.dags.has(dagId)) return unknownDag(dagId);
		if (asksPartition) {
			return badRequest(
				`Dag with dag_id: '${dagId}' is not partitioned; ` +
					'partition_date_gte and partition_date_lte are not supported.'
			);
		}
		const by = criteria(query.order_by, dagRunColumns, 'id');
		if (isReply(by)) return by;
		if (hasNaiveDate(query)) return databaseError(world);
		const tests = testsOf(world, query);
		if (dagId !== '~') tests.unshift(aboutDag((run) => run.dagId === dagId));
		const cut = pageOfRuns(world, tests, by, query);
		return isReply(cut) ? cut : collection(world, cut.rows, cut.frame);
	}),
	'POST /dags/{dag_id}/dagRuns/list': operation(
		{ path: { dag_id: required(literal(['~'])) }, body: batchBody },
		(world, _, { body: { values } }) => {
			const by = criteria(values.order_by ? [values.order_by] : ['id'], dagRunColumns, 'id');
			// The batch sorts by fewer columns than the list does.
			const isListOnly = /^-*(partition_date|duration)$/.test(values.order_by ?? '');
			if (isReply(by)) return by;
			if (isListOnly) {
				return badRequest(
					`Ordering with '${values.order_by?.replace(/^-+/, '')}' is disallowed or ` +
						'the attribute does not exist on the model'
				);
			}
			const tests = runRanges(values);
			const { dag_ids: dagIds, states, conf_contains: words } = values;
			if (dagIds?.length) tests.push(aboutDag((run) => dagIds.includes(run.dagId)));
			if (states?.length) tests.push((run) => states.includes(run.state));
			if (words) tests.push((run) => confHolds(run, words));
			const page = { limit: values.page_limit, offset: values.page_offset, cursor: null };
			const cut = pageOfRuns(world, tests, by, page);
			return isReply(cut) ? cut : collection(world, cut.rows, cut.frame);
		}
	),
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}': (world, { param }) => {
		const run = world.runs.get(runKey(param('dag_id'), param('dag_run_id')));
		return run ? ok(dagRunShape(world, run)) : unknownRun(param('dag_id'), param('dag_run_id'));
	},
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/wait': operation(
		{ query: { interval: required(decimal(0)), result: texts } },
		(world, { param }, { query: { interval, result } }) => {
			const [dagId, runId] = [param('dag_id'), param('dag_run_id')];
			const follow = { dagId, runId, intervalMs: interval * 1000, results: result };
			const look = lookAtRun(world, follow);
			if (!look) return unknownRun(dagId, runId);
			const reply = { status: 200, headers: {}, body: look.line };
			return look.isOver ? reply : { ...reply, follow };
		}
	)
} satisfies Resource;

function pageOfRuns(
	world: World,
	tests: readonly FitsRun[],
	by: readonly Criterion<DagRun>[],
	asked: PageQuery
) {
	const view = viewOfRuns(world);
	if (view) return cutArchived(world, view, tests, by, asked);
	const found = [...world.runs.values()].filter((run) => tests.every((fits) => fits(run)));
	return cutPage(found, by, asked);
}

/** What was asked; the rest is not looked at. */
function testsOf(world: World, query: Values<typeof listQuery>): FitsRun[] {
	const tests = runRanges(query, world.nowMs);
	const words = (
		pattern: string | null,
		prefix: string | null,
		value: (run: DagRun) => string | undefined,
		mark: (fits: (run: DagRun) => boolean) => FitsRun
	) => {
		if (pattern === null && prefix === null) return;
		const fits = (name?: string) => fitsPattern(name, pattern) && fitsPrefix(name, prefix);
		tests.push(mark((run) => fits(value(run))));
	};
	const { state: states, run_type: types } = query;
	if (states.length > 0) tests.push(({ state }) => states.includes(state));
	// All runs of a DAG in an archive are of one type.
	if (types.length > 0) tests.push(aboutDag((run) => types.includes(runTypeOf(run))));
	if (query.dag_version.length > 0 && !query.dag_version.includes(1)) tests.push(() => false);
	if (query.bundle_version !== null) tests.push(() => false);
	words(query.dag_id_pattern, query.dag_id_prefix_pattern, ({ dagId }) => dagId, aboutDag);
	words(query.run_id_pattern, query.run_id_prefix_pattern, ({ runId }) => runId, aboutRunId);
	words(
		query.triggering_user_name_pattern,
		query.triggering_user_name_prefix_pattern,
		({ triggeringUser }) => triggeringUser,
		aboutDag
	);
	words(
		query.partition_key_pattern,
		query.partition_key_prefix_pattern,
		({ partitionKey }) => partitionKey,
		(fits) => fits
	);
	if (query.consuming_asset_pattern) tests.push(consumersOf(world, query.consuming_asset_pattern));
	if (query.conf_contains) tests.push((run) => confHolds(run, query.conf_contains));
	return tests;
}

export const unknownRun = (dagId: string, runId: string) =>
	notFound(`The DagRun with dag_id: \`${dagId}\` and run_id: \`${runId}\` was not found`);

function collection(world: World, rows: readonly DagRun[], frame: object): Reply {
	return ok({ dag_runs: rows.map((run) => dagRunShape(world, run)), ...frame });
}

const confHolds = (run: DagRun, words: string | null) => !words || dumps(run.conf).includes(words);
