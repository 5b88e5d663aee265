import { recordAssetEvent } from '#lib/simulator/asset-triggers.ts';
import type { Reply, Resource } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { runKey, type World } from '#lib/simulator/world.ts';
import type { Asset } from '#lib/simulator/world-tables.ts';
import { applySorting, checkLimit } from './collection.ts';
import { asksDag, eventsShape, showDataset, showEvent } from './dataset-shape.ts';
import { formErrors } from './form.ts';
import { badRequest, isReply, notFound, ok } from './reply.ts';
import { rule, type V1Call } from './rule.ts';

const listQuery = {
	limit: 'integer',
	offset: 'offset',
	order_by: 'string',
	uri_pattern: 'string',
	dag_ids: 'string'
} as const;

const eventsQuery = {
	limit: 'integer',
	offset: 'offset',
	order_by: 'string',
	dataset_id: 'integer',
	source_dag_id: 'string',
	source_task_id: 'string',
	source_run_id: 'string',
	source_map_index: 'integer'
} as const;

const eventBody: JsonSchema = {
	required: ['dataset_uri'],
	properties: {
		dataset_uri: { type: 'string' },
		extra: { type: 'object', nullable: true }
	}
};

/** @source airflow/api_connexion/endpoints/dataset_endpoint.py */
export const datasets = {
	'GET /datasets': rule({ role: 'viewer', query: listQuery, answer: listDatasets }),
	'GET /datasets/{uri}': rule({
		role: 'viewer',
		query: {},
		answer(world, { param }) {
			const uri = param('uri');
			for (const asset of world.assets.values()) {
				if (asset.uri === uri) return ok(showDataset(world, asset));
			}
			return notFound('Dataset not found', `The Dataset with uri: \`${uri}\` was not found`);
		}
	}),
	'GET /datasets/events': rule({ role: 'viewer', query: eventsQuery, answer: listEvents }),
	'POST /datasets/events': rule({ role: 'user', body: eventBody, answer: createEvent }),
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/upstreamDatasetEvents': rule({
		role: 'viewer',
		query: {},
		answer(world, { param }) {
			const [dagId, runId] = [param('dag_id'), param('dag_run_id')];
			const run = world.runs.get(runKey(dagId, runId));
			if (!run) {
				const detail = `DAGRun with DAG ID: '${dagId}' and DagRun ID: '${runId}' not found`;
				return notFound('DAGRun not found', detail);
			}
			const ids = new Set(run.consumedAssetEvents);
			const events = world.assetEvents.filter((event) => ids.has(event.id));
			return ok(eventsShape(world, events, events.length));
		}
	})
} satisfies Resource;

function listDatasets(world: World, { args }: V1Call): Reply {
	const limit = checkLimit(args.number('limit'), world);
	if (isReply(limit)) return limit;
	const pattern = args.text('uri_pattern');
	const dagIds = args.text('dag_ids')?.split(',');
	const found = [...world.assets.values()].filter(
		(asset) =>
			(!pattern || like(pattern).test(asset.uri)) &&
			(!args.text('dag_ids') || dagIds?.some((dagId) => asksDag(world, asset, dagId)))
	);
	const sorted = applySorting<Asset>(found, args.text('order_by') ?? 'id', {
		id: (asset) => asset.id,
		uri: (asset) => asset.uri,
		created_at: (asset) => asset.createdMs,
		updated_at: (asset) => asset.updatedMs
	});
	if (isReply(sorted)) return sorted;
	const page = pageOf(sorted, limit, args.number('offset') ?? 0);
	// The total is that of all datasets, whatever was asked for.
	return ok({
		datasets: page.map((asset) => showDataset(world, asset)),
		total_entries: world.assets.size
	});
}

/** SQL's `ILIKE '%…%'`. */
function like(pattern: string): RegExp {
	const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(escaped.replaceAll('%', '.*').replaceAll('_', '.'), 'is');
}

function listEvents(world: World, { args }: V1Call): Reply {
	const limit = checkLimit(args.number('limit'), world);
	if (isReply(limit)) return limit;
	// An empty text or a zero asks for nothing: Airflow looks at their truth.
	const fits = (name: string, value: unknown) => {
		const asked = name === 'dataset_id' || name === 'source_map_index' ? args.number : args.text;
		return !asked(name) || asked(name) === value;
	};
	const found = world.assetEvents.filter(
		(event) =>
			fits('dataset_id', event.assetId) &&
			fits('source_dag_id', event.sourceDagId) &&
			fits('source_task_id', event.sourceTaskId) &&
			fits('source_run_id', event.sourceRunId) &&
			fits('source_map_index', event.sourceMapIndex ?? -1)
	);
	const sorted = applySorting(found, args.text('order_by') ?? 'timestamp', {
		source_dag_id: (event) => event.sourceDagId,
		source_task_id: (event) => event.sourceTaskId,
		source_run_id: (event) => event.sourceRunId,
		source_map_index: (event) => event.sourceMapIndex ?? -1,
		timestamp: (event) => event.atMs
	});
	if (isReply(sorted)) return sorted;
	const page = pageOf(sorted, limit, args.number('offset') ?? 0);
	return ok(eventsShape(world, page, sorted.length));
}

function createEvent(world: World, { form }: V1Call): Reply {
	const errors = formErrors(form, { dataset_uri: {}, extra: { notNull: true } });
	if (errors) return badRequest(errors);
	const uri = String(form.dataset_uri);
	for (const asset of world.assets.values()) {
		if (asset.uri !== uri) continue;
		const extra = { ...(form.extra as Record<string, unknown> | undefined), from_rest_api: true };
		return ok(showEvent(world, recordAssetEvent(world, { assetId: asset.id, extra, aliases: [] })));
	}
	return notFound('Dataset not found', `Dataset with uri: '${uri}' not found`);
}
