import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { runKey, type DagRun, type World } from '#lib/simulator/world.ts';
import { cutPage } from './cursor.ts';
import {
	calendarDay,
	consumersOf,
	dagRunColumns,
	fitsRanges,
	rangesOf
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
import { optional, required, type Model } from './model.ts';
import { operation } from './operation.ts';
import { criteria, orderBy } from './order.ts';
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
		const ranges = rangesOf(query);
		const byAsset = consumersOf(world, query.consuming_asset_pattern);
		const found = [...world.runs.values()].filter(
			(run) =>
				(dagId === '~' || run.dagId === dagId) &&
				fitsRanges(run, ranges, world.nowMs) &&
				confHolds(run, query.conf_contains) &&
				(query.run_type.length === 0 || query.run_type.includes(runTypeOf(run))) &&
				(query.state.length === 0 || query.state.includes(run.state)) &&
				(query.dag_version.length === 0 || query.dag_version.includes(1)) &&
				query.bundle_version === null &&
				fitsPattern(run.partitionKey, query.partition_key_pattern) &&
				fitsPrefix(run.partitionKey, query.partition_key_prefix_pattern) &&
				byAsset(run) &&
				fitsPattern(run.runId, query.run_id_pattern) &&
				fitsPrefix(run.runId, query.run_id_prefix_pattern) &&
				fitsPattern(run.triggeringUser, query.triggering_user_name_pattern) &&
				fitsPrefix(run.triggeringUser, query.triggering_user_name_prefix_pattern) &&
				fitsPattern(run.dagId, query.dag_id_pattern) &&
				fitsPrefix(run.dagId, query.dag_id_prefix_pattern)
		);
		const cut = cutPage(found, by, query);
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
			const ranges = rangesOf({ ...NO_UPDATED_AT, ...values });
			const found = [...world.runs.values()].filter(
				(run) =>
					(!values.dag_ids?.length || values.dag_ids.includes(run.dagId)) &&
					(!values.states?.length || values.states.includes(run.state)) &&
					confHolds(run, values.conf_contains) &&
					fitsRanges(run, ranges)
			);
			const page = { limit: values.page_limit, offset: values.page_offset, cursor: null };
			const cut = cutPage(found, by, page);
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

const NO_UPDATED_AT = {
	updated_at_gte: null,
	updated_at_gt: null,
	updated_at_lte: null,
	updated_at_lt: null
};

export const unknownRun = (dagId: string, runId: string) =>
	notFound(`The DagRun with dag_id: \`${dagId}\` and run_id: \`${runId}\` was not found`);

function collection(world: World, rows: readonly DagRun[], frame: object): Reply {
	return ok({ dag_runs: rows.map((run) => dagRunShape(world, run)), ...frame });
}

const confHolds = (run: DagRun, words: string | null) => !words || dumps(run.conf).includes(words);
