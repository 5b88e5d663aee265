import { touch } from '#lib/simulator/agenda.ts';
import type { Reply, Resource } from '#lib/simulator/call.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { World } from '#lib/simulator/world.ts';
import type { QueuedAssetEvent } from '#lib/simulator/world-tables.ts';
import { noContent, notFound, ok } from './reply.ts';
import { rule, type Rule, type V1Call } from './rule.ts';

const reading = { role: 'viewer', query: { before: 'date-time' } } satisfies Omit<Rule, 'answer'>;
const removing = { role: 'op', query: { before: 'date-time' } } satisfies Omit<Rule, 'answer'>;

/** @source airflow/api_connexion/endpoints/dataset_endpoint.py */
export const queuedEvents = {
	'GET /dags/{dag_id}/datasets/queuedEvent': rule({ ...reading, answer: listQueued }),
	'DELETE /dags/{dag_id}/datasets/queuedEvent': rule({ ...removing, answer: removeQueued }),
	'GET /dags/{dag_id}/datasets/queuedEvent/{uri}': rule({
		...reading,
		answer(world, call) {
			const [queued] = selectQueued(world, call);
			return queued ? ok(showQueued(world, queued)) : notQueued(call);
		}
	}),
	'DELETE /dags/{dag_id}/datasets/queuedEvent/{uri}': rule({ ...removing, answer: removeQueued }),
	'GET /datasets/queuedEvent/{uri}': rule({ ...reading, answer: listQueued }),
	'DELETE /datasets/queuedEvent/{uri}': rule({ ...removing, answer: removeQueued })
} satisfies Resource;

function listQueued(world: World, call: V1Call): Reply {
	const found = selectQueued(world, call);
	if (found.length === 0) return notQueued(call);
	const shown = found.map((queued) => showQueued(world, queued));
	return ok({ queued_events: shown, total_entries: shown.length });
}

function removeQueued(world: World, call: V1Call): Reply {
	const found = new Set(selectQueued(world, call));
	if (found.size === 0) return notQueued(call);
	world.queuedAssetEvents = world.queuedAssetEvents.filter((queued) => !found.has(queued));
	touch(world);
	return noContent('application/json');
}

/** A path without a DAG or without a URI means any. */
function selectQueued(world: World, { param, args, dagFilter }: V1Call): QueuedAssetEvent[] {
	const [dagId, uri] = [param('dag_id'), param('uri')];
	const beforeMs = args.time('before') ?? Infinity;
	const isReadable = dagId === '' ? dagFilter('GET') : undefined;
	return world.queuedAssetEvents.filter(
		(queued) =>
			(dagId === '' || queued.dagId === dagId) &&
			(!isReadable || isReadable(queued.dagId)) &&
			(uri === '' || world.assets.get(queued.assetId)?.uri === uri) &&
			queued.createdMs < beforeMs
	);
}

function notQueued({ param }: V1Call): Reply {
	const [dagId, uri] = [param('dag_id'), param('uri')];
	const words = [
		...(dagId === '' ? [] : [`dag_id: \`${dagId}\``]),
		...(uri === '' ? [] : [`dataset uri: \`${uri}\``])
	];
	return notFound('Queue event not found', `Queue event with ${words.join(' and ')} was not found`);
}

const showQueued = (world: World, { assetId, dagId, createdMs }: QueuedAssetEvent) => ({
	created_at: isoUtc(createdMs),
	dag_id: dagId,
	uri: world.assets.get(assetId)?.uri ?? null
});
