import type { Reply, Resource } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { poolUse } from '#lib/simulator/pool-use.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import type { Pool, World } from '#lib/simulator/world.ts';
import { applySorting, checkLimit } from './collection.ts';
import { formErrors } from './form.ts';
import { badRequest, conflict, crash, isReply, noContent, notFound, ok, problem } from './reply.ts';
import { rule, type V1Call } from './rule.ts';

const DEFAULT_POOL = 'default_pool';

const readOnlyInteger: JsonSchema = { type: 'integer', readOnly: true };
const body: JsonSchema = {
	properties: {
		name: { type: 'string' },
		slots: { type: 'integer' },
		occupied_slots: readOnlyInteger,
		running_slots: readOnlyInteger,
		queued_slots: readOnlyInteger,
		open_slots: readOnlyInteger,
		scheduled_slots: readOnlyInteger,
		deferred_slots: readOnlyInteger,
		description: { type: 'string', nullable: true },
		include_deferred: { type: 'boolean' }
	}
};
const form = { name: { maxLength: 256 }, slots: {}, description: {}, include_deferred: {} };

/** @source airflow/api_connexion/endpoints/pool_endpoint.py */
export const pools = {
	'GET /pools': rule({
		role: 'viewer',
		query: { limit: 'integer', offset: 'offset', order_by: 'string' },
		answer(world, { args }) {
			const limit = checkLimit(args.number('limit'), world);
			if (isReply(limit)) return limit;
			const sorted = applySorting([...world.pools.values()], args.text('order_by') ?? 'id', {
				id: (pool) => pool.id,
				name: (pool) => pool.name,
				slots: (pool) => pool.slots
			});
			if (isReply(sorted)) return sorted;
			const page = pageOf(sorted, limit, args.number('offset') ?? 0);
			const unlimited = page.findIndex(isUnlimited);
			if (unlimited >= 0) {
				const schema = "['allOf'][0]['properties']['pools']['items']";
				return notInteger(schema, `['pools'][${unlimited}]`);
			}
			return ok({
				pools: page.map((pool) => showPool(world, pool)),
				total_entries: sorted.length
			});
		}
	}),
	'POST /pools': rule({ role: 'op', body, answer: createPool }),
	'GET /pools/{pool_name}': rule({
		role: 'viewer',
		query: {},
		answer(world, { param }) {
			const pool = world.pools.get(param('pool_name'));
			return pool ? okPool(world, pool) : unknownPool(param('pool_name'));
		}
	}),
	'PATCH /pools/{pool_name}': rule({
		role: 'op',
		query: { update_mask: 'array' },
		body,
		answer: patchPool
	}),
	'DELETE /pools/{pool_name}': rule({
		role: 'op',
		query: {},
		answer(world, { param }) {
			const name = param('pool_name');
			if (name === DEFAULT_POOL) return badRequest("Default Pool can't be deleted");
			return world.pools.delete(name) ? noContent() : unknownPool(name);
		}
	})
} satisfies Resource;

function createPool(world: World, call: V1Call): Reply {
	const missing = missingNames(call.form);
	if (missing) return missing;
	const errors = formErrors(call.form, form);
	if (errors) return badRequest(errors);
	const pool = merge({ id: world.nextId, name: '', slots: 0, includeDeferred: false }, call.form);
	if (world.pools.has(pool.name)) return conflict(`Pool: ${pool.name} already exists`);
	world.nextId++;
	world.pools.set(pool.name, pool);
	return okPool(world, pool);
}

function patchPool(world: World, { param, form: sent, args }: V1Call): Reply {
	const name = param('pool_name');
	const mask = args.list('update_mask')?.map((field) => field.trim());
	if (name === DEFAULT_POOL && sent.name !== DEFAULT_POOL) {
		const onlySlots = mask?.every((field) => ['slots', 'include_deferred'].includes(field));
		if (!onlySlots) return badRequest("Default Pool's name can't be modified");
	}
	const pool = world.pools.get(name);
	if (!pool) return unknownPool(name);
	const errors = formErrors(sent, form);
	if (errors) return badRequest(errors);
	const stray = mask?.find((field) => !(field in (body.properties ?? {})));
	if (stray !== undefined) return badRequest(`Invalid field: ${stray} in update mask`);
	const missing = mask ? undefined : missingNames(sent);
	if (missing) return missing;
	// Airflow reads a masked field from the body without looking whether it is there.
	const absent = mask?.some((field) => !(field in sent) && field !== 'include_deferred');
	if (absent) return crash();

	const fields = mask ?? Object.keys(form);
	const withDefault: Record<string, unknown> = { include_deferred: false, ...sent };
	const chosen = Object.entries(withDefault).filter(([field]) => fields.includes(field));
	const updated = merge(pool, Object.fromEntries(chosen));
	if (updated.name !== name && world.pools.has(updated.name)) return crash();
	world.pools.delete(name);
	world.pools.set(updated.name, updated);
	return okPool(world, updated);
}

function merge(pool: Pool, sent: Record<string, unknown>): Pool {
	const { description, ...rest } = pool;
	const text = 'description' in sent ? sent.description : description;
	return {
		...rest,
		...(typeof sent.name === 'string' ? { name: sent.name } : {}),
		...(typeof sent.slots === 'number' ? { slots: sent.slots } : {}),
		...(typeof sent.include_deferred === 'boolean'
			? { includeDeferred: sent.include_deferred }
			: {}),
		...(typeof text === 'string' ? { description: text } : {})
	};
}

function missingNames(sent: Record<string, unknown>): Reply | undefined {
	const missing = ['name', 'slots'].filter((field) => !(field in sent));
	return missing.length > 0
		? badRequest(`Missing required property(ies): ${pythonRepr(missing)}`)
		: undefined;
}

const unknownPool = (name: string) => notFound('Not Found', `Pool with name:'${name}' not found`);

/** A pool without a limit has infinitely many open slots, which this API cannot put into its integer. */
const isUnlimited = (pool: Pool) => pool.slots < 0;
const notInteger = (schema: string, instance: string) =>
	problem(
		500,
		'Response body does not conform to specification',
		`inf is not of type 'integer'\n\nFailed validating 'type' in schema${schema}['properties']['open_slots']:\n    {'type': 'integer',\n     'readOnly': True,\n     'description': 'The number of free slots at the moment.'}\n\nOn instance${instance}['open_slots']:\n    inf`
	);

const okPool = (world: World, pool: Pool): Reply =>
	isUnlimited(pool) ? notInteger('', '') : ok(showPool(world, pool));

function showPool(world: World, pool: Pool) {
	const use = poolUse(world, pool);
	return {
		deferred_slots: use.deferred,
		description: pool.description ?? null,
		include_deferred: pool.includeDeferred,
		name: pool.name,
		occupied_slots: use.occupied,
		open_slots: use.open,
		queued_slots: use.queued,
		running_slots: use.running,
		scheduled_slots: use.scheduled,
		slots: pool.slots
	};
}
