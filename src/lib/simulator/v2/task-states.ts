import type { Call, Handler, Reply, Resource } from '#lib/simulator/call.ts';
import { isExpanded } from '#lib/simulator/instance-lookup.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { StoredState } from '#lib/simulator/world-tables.ts';
import { taskKey, type World } from '#lib/simulator/world.ts';
import { page } from './filters.ts';
import { optional, required } from './model.ts';
import { operation } from './operation.ts';
import { flag, integer, type Issue } from './readers.ts';
import { noContent, notFound, ok, unprocessable } from './reply.ts';
import { expiryOf, expiry, storedValue } from './stored-value.ts';

const STORE = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store';
const mapIndex = { map_index: optional(integer(-1), -1) };
const put = { fields: { value: required(storedValue), expires_at: optional(expiry, 'default') } };
const patch = { fields: { value: required(storedValue) } };

/** @source airflow/api_fastapi/core_api/routes/public/task_state_store.py */
export const taskStates = {
	[`GET ${STORE}`]: operation({ query: { ...mapIndex, ...page } }, (world, call, { query }) => {
		const owner = ownerOf(call, query.map_index);
		const found = statesOf(world, owner);
		const { limit, offset } = query;
		const cut = found.slice(offset, offset + limit);
		return ok({ task_state_store: cut.map(stateShape), total_entries: found.length });
	}),
	[`GET ${STORE}/{key}`]: operation({ query: mapIndex }, (world, call, { query }) => {
		const state = world.storedStates.get(stateKey(call, query.map_index));
		return state ? ok(stateShape(state)) : noState(call);
	}),
	[`PUT ${STORE}/{key}`]: knownFirst(
		operation({ query: mapIndex, body: put }, (world, call, { query, body }) => {
			const refusal = refuseUnknown(world, call, query.map_index);
			if (refusal) return refusal;
			const expiresMs = expiryOf(world, body.values.expires_at);
			if (typeof expiresMs === 'object') return expiresMs;
			write(world, call, query.map_index, body.values.value, expiresMs);
			return noContent();
		})
	),
	[`PATCH ${STORE}/{key}`]: knownFirst(
		operation({ query: mapIndex, body: patch }, (world, call, { query, body }) => {
			const refusal = refuseUnknown(world, call, query.map_index);
			if (refusal) return refusal;
			const state = world.storedStates.get(stateKey(call, query.map_index));
			if (!state) return noState(call);
			write(world, call, query.map_index, body.values.value, state.expiresMs);
			return ok(null);
		})
	),
	[`DELETE ${STORE}/{key}`]: operation({ query: mapIndex }, (world, call, { query }) => {
		const refusal = refuseUnknown(world, call, query.map_index);
		if (refusal) return refusal;
		world.storedStates.delete(stateKey(call, query.map_index));
		return noContent();
	}),
	[`DELETE ${STORE}`]: sayFlagTwice(
		operation(
			{ query: { ...mapIndex, all_map_indices: optional(flag, false) } },
			(world, call, { query }) => {
				const every = query.all_map_indices;
				const refusal = refuseUnknown(world, call, every ? undefined : query.map_index);
				if (refusal) return refusal;
				const owner = every ? ownerOf(call, '') : `${ownerOf(call, query.map_index)}\n`;
				for (const key of world.storedStates.keys()) {
					if (key.startsWith(owner)) world.storedStates.delete(key);
				}
				return noContent();
			}
		)
	)
} satisfies Resource;

/** The instance is looked for before the body is read. */
function knownFirst(handler: Handler): Handler {
	return (world, call) => {
		const index = call.query.get('map_index') ?? '-1';
		const refusal = /^-?\d+$/.test(index) ? refuseUnknown(world, call, Number(index)) : undefined;
		return refusal ?? handler(world, call);
	};
}

/** The server reads the flag at two places, and what is wrong with it is said for each. */
function sayFlagTwice(handler: Handler): Handler {
	return (world, call) => {
		const reply = handler(world, call);
		const { detail } = (reply.body ?? {}) as { detail?: unknown };
		if (reply.status !== 422 || !Array.isArray(detail)) return reply;
		const twice = (detail as Issue[]).filter(({ loc }) => loc[1] === 'all_map_indices');
		return unprocessable([...(detail as Issue[]), ...twice]);
	};
}

/** The task instance's key; without a map index the beginning that all its parts share. */
function ownerOf({ param }: Call, index: number | ''): string {
	const names = [param('dag_id'), param('dag_run_id'), param('task_id')] as const;
	return index === '' ? `${names.join('\n')}\n` : taskKey(...names, index);
}

const stateKey = (call: Call, index: number) => `${ownerOf(call, index)}\n${call.param('key')}`;

const noState = ({ param }: Call) =>
	notFound(`Task state store key ${pythonRepr(param('key'))} not found`);

/** By key. */
function statesOf(world: World, owner: string): StoredState[] {
	const found: StoredState[] = [];
	for (const [key, state] of world.storedStates) {
		if (key.startsWith(`${owner}\n`)) found.push(state);
	}
	return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function refuseUnknown(world: World, call: Call, index: number | undefined): Reply | undefined {
	const [dagId, runId, taskId] = ['dag_id', 'dag_run_id', 'task_id'].map(call.param) as [
		string,
		string,
		string
	];
	const isThere =
		index === undefined
			? world.taskInstances.has(taskKey(dagId, runId, taskId)) ||
				isExpanded(world, dagId, runId, taskId)
			: world.taskInstances.has(taskKey(dagId, runId, taskId, index));
	if (isThere) return undefined;
	const at = index === undefined ? 'all_map_indices=True' : `map_index=${index}`;
	const [dag, run, task] = [dagId, runId, taskId].map(pythonRepr);
	return notFound(
		`Task instance not found for dag_id=${dag}, run_id=${run}, task_id=${task}, ${at}`
	);
}

function write(
	world: World,
	call: Call,
	index: number,
	value: unknown,
	expiresMs: number | undefined
): void {
	const key = stateKey(call, index);
	const createdMs = world.storedStates.get(key)?.createdMs ?? call.nowMs;
	const times = { createdMs, updatedMs: call.nowMs };
	world.storedStates.set(key, {
		key: call.param('key'),
		value,
		...times,
		...(expiresMs === undefined ? {} : { expiresMs })
	});
}

const stateShape = ({ key, value, updatedMs, expiresMs }: StoredState) => ({
	key,
	value,
	updated_at: isoZ(updatedMs),
	expires_at: isoZ(expiresMs)
});
