import { touch } from '#lib/simulator/agenda.ts';
import type { Call, Handler, Reply, Resource } from '#lib/simulator/call.ts';
import { isoZ, parseInstant } from '#lib/simulator/time.ts';
import type { World } from '#lib/simulator/world.ts';
import type { QueuedAssetEvent } from '#lib/simulator/world-tables.ts';
import { required, valueError } from './model.ts';
import { operation } from './operation.ts';
import { repr } from './python-repr.ts';
import { integer } from './readers.ts';
import { badRequest, noContent, notFound, ok, unprocessable } from './reply.ts';

interface Asked {
	dagId?: string;
	assetId?: number;
}

/** What a path without events is answered, for deletions. */
type Missing = (asked: Asked) => string;

const noneOfAsset: Missing = ({ assetId }) =>
	`Queue event with asset_id: \`${assetId}\` was not found`;
const noneOfDag: Missing = ({ dagId }) => `Queue event with dag_id: \`${dagId}\` was not found`;
const noneOfBoth: Missing = ({ dagId, assetId }) =>
	`Queued event with dag_id: \`${dagId}\` and asset_id: \`${assetId}\` was not found`;

/** @source airflow/api_fastapi/core_api/routes/public/assets.py */
export const queuedEvents = {
	'GET /assets/{asset_id}/queuedEvents': byAsset(list),
	'DELETE /assets/{asset_id}/queuedEvents': byAsset(remove(noneOfAsset)),
	'GET /dags/{dag_id}/assets/queuedEvents': byDag(list),
	'DELETE /dags/{dag_id}/assets/queuedEvents': byDag(remove(noneOfDag)),
	'GET /dags/{dag_id}/assets/{asset_id}/queuedEvents': byAsset((world, found, asked) =>
		found[0] ? ok(shape(world, found[0])) : notFound(noneOfBoth(asked))
	),
	'DELETE /dags/{dag_id}/assets/{asset_id}/queuedEvents': byAsset(remove(noneOfBoth))
} satisfies Resource;

type Answer = (world: World, found: readonly QueuedAssetEvent[], asked: Asked) => Reply;

function byAsset(answer: Answer): Handler {
	const read = operation({ path: { asset_id: required(integer()) } }, (world, call, { path }) => {
		const dagId = call.param('dag_id');
		const asked = { assetId: path.asset_id, ...(dagId === '' ? {} : { dagId }) };
		return select(world, call, asked, answer);
	});
	return (world, call) => {
		// A date that cannot be read is refused before anything else is looked at.
		const before = readBefore(call);
		return typeof before === 'object' && before.status === 400 ? before : read(world, call);
	};
}

function byDag(answer: Answer): Handler {
	return (world, call) => select(world, call, { dagId: call.param('dag_id') }, answer);
}

function select(world: World, call: Call, asked: Asked, answer: Answer): Reply {
	const before = readBefore(call);
	if (typeof before === 'object') return before;
	const found = world.queuedAssetEvents.filter(
		({ assetId, dagId, createdMs }) =>
			(asked.dagId === undefined || dagId === asked.dagId) &&
			(asked.assetId === undefined || assetId === asked.assetId) &&
			createdMs < before
	);
	return answer(world, found, asked);
}

/** @source airflow/api_fastapi/common/parameters.py `_safe_parse_datetime_optional` */
function readBefore({ query }: Call): number | Reply {
	const word = query.get('before');
	if (word === null) return Infinity;
	if (word === '') {
		const { issues } = valueError('year 0 is out of range', ['query', 'before'], word);
		return unprocessable(issues);
	}
	const instant = parseInstant(word);
	if (instant) return instant.ms + instant.micros / 1000;
	const rule = 'Please check the date parameter have this value.';
	return badRequest(`Invalid datetime: ${repr(word)}. ${rule}`);
}

function list(world: World, found: readonly QueuedAssetEvent[]): Reply {
	return ok({
		queued_events: found.map((queued) => shape(world, queued)),
		total_entries: found.length
	});
}

function remove(missing: Missing): Answer {
	return (world, found, asked) => {
		if (found.length === 0) return notFound(missing(asked));
		world.queuedAssetEvents = world.queuedAssetEvents.filter((queued) => !found.includes(queued));
		touch(world);
		return noContent();
	};
}

const shape = (world: World, { dagId, assetId, createdMs }: QueuedAssetEvent) => ({
	dag_id: dagId,
	asset_id: assetId,
	created_at: isoZ(createdMs),
	dag_display_name: world.dags.get(dagId)?.displayName ?? dagId
});
