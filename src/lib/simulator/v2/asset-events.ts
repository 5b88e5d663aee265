import { recordAssetEvent } from '#lib/simulator/asset-triggers.ts';
import type { Resource } from '#lib/simulator/call.ts';
import { runKey } from '#lib/simulator/world.ts';
import type { AssetEvent } from '#lib/simulator/world-tables.ts';
import { eventShape, eventsShape } from './asset-shapes.ts';
import { cutPage } from './cursor.ts';
import { unknownRun } from './dag-runs.ts';
import {
	boundsOf,
	dateRange,
	fitsPattern,
	fitsPrefix,
	hasNaiveDate,
	inRange,
	optionalText,
	page,
	toMicros
} from './filters.ts';
import { optional, readModel, required, type Model } from './model.ts';
import { operation } from './operation.ts';
import { criteria, orderBy, type Columns } from './order.ts';
import {
	fail,
	flag,
	integer,
	listOf,
	nullable,
	record,
	text,
	type Loc,
	type Reader
} from './readers.ts';
import { databaseError, isReply, notFound, ok } from './reply.ts';

const listQuery = {
	...page,
	order_by: orderBy('timestamp'),
	asset_id: optional(nullable(integer()), null),
	source_dag_id: optionalText,
	source_task_id: optionalText,
	source_run_id: optionalText,
	source_map_index: optional(nullable(integer()), null),
	name_pattern: optionalText,
	name_prefix_pattern: optionalText,
	...dateRange('timestamp')
};

const columns: Columns<AssetEvent> = {
	source_task_id: { kind: 'text', value: (event) => event.sourceTaskId },
	source_dag_id: { kind: 'text', value: (event) => event.sourceDagId },
	source_run_id: { kind: 'text', value: (event) => event.sourceRunId },
	source_map_index: { kind: 'number', value: (event) => event.sourceMapIndex ?? -1 },
	timestamp: { kind: 'date', value: (event) => toMicros(event.atMs) }
};
const idColumn: Columns<AssetEvent> = { id: { kind: 'number', value: (event) => event.id } };

const LONGEST_KEY = 250;
const partitionKey: Reader<string> = (input, loc) => {
	const read = text(LONGEST_KEY)(input, loc);
	if ('issues' in read || /\S/.test(read.value)) return read;
	const msg = "String should match pattern '\\S'";
	return fail('string_pattern_mismatch', loc, msg, input, { pattern: '\\S' });
};

const controlFields = {
	consumer_teams: optional(nullable(listOf(text())), null),
	allow_global: optional(flag, true)
};
/** Teams are not simulated, so this is read and then has no effect, as without `[core] multi_team`. */
const accessControl = (input: unknown, loc: Loc) =>
	readModel({ fields: controlFields } satisfies Model<typeof controlFields>, input, loc);

const eventFields = {
	asset_id: required(integer()),
	partition_key: optional(nullable(partitionKey), null),
	extra: optional(record, {}),
	access_control: optional(nullable(accessControl), null)
};
const eventBody: Model<typeof eventFields> = { fields: eventFields };

/** @source airflow/api_fastapi/core_api/routes/public/assets.py */
export const assetEvents = {
	'GET /assets/events': operation({ query: listQuery }, (world, _, { query }) => {
		const by = criteria(query.order_by, columns, 'id');
		if (isReply(by)) return by;
		if (hasNaiveDate(query)) return databaseError(world);
		const descending = query.order_by[0]?.startsWith('-') ?? false;
		if (idColumn.id) by.push({ column: idColumn.id, descending });
		const bounds = boundsOf(query, 'timestamp');
		const found = world.assetEvents.filter((event) => {
			const name = world.assets.get(event.assetId)?.name;
			return (
				(query.asset_id === null || event.assetId === query.asset_id) &&
				(query.source_dag_id === null || event.sourceDagId === query.source_dag_id) &&
				(query.source_task_id === null || event.sourceTaskId === query.source_task_id) &&
				(query.source_run_id === null || event.sourceRunId === query.source_run_id) &&
				(query.source_map_index === null ||
					(event.sourceMapIndex ?? -1) === query.source_map_index) &&
				fitsPattern(name, query.name_pattern) &&
				fitsPrefix(name, query.name_prefix_pattern) &&
				inRange(toMicros(event.atMs), bounds)
			);
		});
		const cut = cutPage(found, by, { ...query, cursor: null });
		return isReply(cut) ? cut : ok(eventsShape(world, cut.rows, found.length));
	}),
	'POST /assets/events': operation({ body: eventBody }, (world, _, { body }) => {
		const { asset_id: assetId, partition_key: key, extra } = body.values;
		if (!world.assets.has(assetId)) return notFound(`Asset with ID: \`${assetId}\` was not found`);
		const event = recordAssetEvent(world, {
			assetId,
			// Only what was sent is marked.
			extra: body.given.has('extra') ? { ...extra, from_rest_api: true } : {},
			aliases: [],
			...(key === null ? {} : { partitionKey: key })
		});
		return ok(eventShape(world, event));
	}),
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents': (world, { param }) => {
		const run = world.runs.get(runKey(param('dag_id'), param('dag_run_id')));
		if (!run) return unknownRun(param('dag_id'), param('dag_run_id'));
		const ids = new Set(run.consumedAssetEvents);
		const events = world.assetEvents.filter((event) => ids.has(event.id));
		return ok(eventsShape(world, events, events.length));
	}
} satisfies Resource;
