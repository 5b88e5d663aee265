import type { Call, Handler, Reply, Resource } from '#lib/simulator/call.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { World } from '#lib/simulator/world.ts';
import type { StoredState } from '#lib/simulator/world-tables.ts';
import { page } from './filters.ts';
import { required, valueError, type Model } from './model.ts';
import { operation } from './operation.ts';
import { dumps, repr } from './python-repr.ts';
import { integer, type Reader } from './readers.ts';
import { noContent, notFound, ok } from './reply.ts';

const assetPath = { asset_id: required(integer()) };

/** `[state_store] max_value_storage_bytes` */
const LONGEST_VALUE = 65_535;

const jsonValue: Reader<unknown> = (input, loc) => {
	if (input === null) return valueError('value cannot be null', loc, input);
	if (dumps(input).length > LONGEST_VALUE) {
		const limit = `value exceeds max_value_storage_bytes (${LONGEST_VALUE})`;
		const cure = 'raise [state_store] max_value_storage_bytes or set it to 0 to disable the limit';
		return valueError(`${limit}; ${cure}`, loc, input);
	}
	return { value: input };
};
const fields = { value: required(jsonValue) };
const body: Model<typeof fields> = { fields };

/** @source airflow/api_fastapi/core_api/routes/public/asset_state_store.py */
export const assetStates = {
	'GET /assets/{asset_id}/state-store': operation(
		{ path: assetPath, query: page, first: unknownFirst },
		(world, _, { path: { asset_id: id }, query: { limit, offset } }) => {
			const found = statesOf(world, id).sort(({ key: a }, { key: b }) => (a < b ? -1 : 1));
			const cut = found.slice(offset, offset + limit);
			return ok({ asset_state_store: cut.map(shape), total_entries: found.length });
		}
	),
	'DELETE /assets/{asset_id}/state-store': operation(
		{ path: assetPath },
		(world, _, { path: { asset_id: id } }) => {
			if (!world.assets.has(id)) return unknownAsset(id);
			for (const { key } of statesOf(world, id)) world.storedStates.delete(stateKey(id, key));
			return noContent();
		}
	),
	'GET /assets/{asset_id}/state-store/{key}': operation(
		{ path: assetPath },
		(world, { param }, { path: { asset_id: id } }) => {
			if (!world.assets.has(id)) return unknownAsset(id);
			const state = world.storedStates.get(stateKey(id, param('key')));
			return state
				? ok(shape(state))
				: notFound(`Asset state store key ${repr(param('key'))} not found`);
		}
	),
	'PUT /assets/{asset_id}/state-store/{key}': knownFirst(
		operation(
			{ path: assetPath, body },
			(world, { param, nowMs }, { path: { asset_id: id }, body: { values } }) => {
				if (!world.assets.has(id)) return unknownAsset(id);
				const key = param('key');
				const kept = world.storedStates.get(stateKey(id, key));
				world.storedStates.set(stateKey(id, key), {
					key,
					value: values.value,
					createdMs: kept?.createdMs ?? nowMs,
					updatedMs: nowMs
				});
				return noContent();
			}
		)
	),
	'DELETE /assets/{asset_id}/state-store/{key}': operation(
		{ path: assetPath },
		(world, { param }, { path: { asset_id: id } }) => {
			if (!world.assets.has(id)) return unknownAsset(id);
			world.storedStates.delete(stateKey(id, param('key')));
			return noContent();
		}
	)
} satisfies Resource;

/** The asset is looked for before the body is read. */
function knownFirst(handler: Handler): Handler {
	return (world, call) => unknownFirst(world, call) ?? handler(world, call);
}

function unknownFirst(world: World, { param }: Call): Reply | undefined {
	const id = Number(param('asset_id'));
	return Number.isInteger(id) && !world.assets.has(id) ? unknownAsset(id) : undefined;
}

const stateKey = (assetId: number, key: string) => `asset:${assetId}\n${key}`;

function statesOf(world: World, assetId: number): StoredState[] {
	const found: StoredState[] = [];
	const start = stateKey(assetId, '');
	for (const [id, state] of world.storedStates) if (id.startsWith(start)) found.push(state);
	return found;
}

const unknownAsset = (id: number) => notFound(`Asset with id ${id} not found`);

/** Only tasks could be other writers, and no task of a scenario keeps state. */
const shape = ({ key, value, updatedMs }: StoredState) => ({
	key,
	value,
	updated_at: isoZ(updatedMs),
	last_updated_by: { kind: 'api', dag_id: null, run_id: null, task_id: null, map_index: null }
});
