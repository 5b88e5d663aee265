import type { Reply, Resource } from '#lib/simulator/call.ts';
import type { Pool, World } from '#lib/simulator/world.ts';
import { cutPage } from './cursor.ts';
import { fitsPattern, fitsPrefix, optionalText, page } from './filters.ts';
import { optional, readModel, required, type Body, type Model, type Values } from './model.ts';
import { operation, type QueryField } from './operation.ts';
import { criteria, orderBy, type Columns } from './order.ts';
import { poolShape } from './pool-shape.ts';
import { errorLink } from './python-repr.ts';
import { flag, integer, listOf, nullable, text } from './readers.ts';
import {
	badRequest,
	isReply,
	noContent,
	notFound,
	ok,
	uniqueViolation,
	unprocessable
} from './reply.ts';

export const DEFAULT_POOL = 'default_pool';

const slots = integer(-1);
const description = optional(nullable(text()), null);
const team_name = optional(nullable(text(50)), null);

const noTeams = ({ team_name: team }: { team_name: string | null }) =>
	team === null
		? undefined
		: 'team_name cannot be set when multi_team mode is disabled. Please contact your administrator.';

const newFields = {
	name: { ...required(text(256)), alias: 'pool' },
	slots: required(slots),
	description,
	include_deferred: optional(flag, false),
	team_name
};
export const newPool: Model<typeof newFields> = { fields: newFields, after: noTeams };

const patchFields = {
	pool: { ...optional(nullable(text()), null), alias: 'name' },
	slots: optional(nullable(slots), null),
	description,
	include_deferred: optional(nullable(flag), null),
	team_name
};
const poolPatch: Model<typeof patchFields> = { fields: patchFields, after: noTeams };

/** What a patch of an ordinary pool must hold, whatever the mask. @source datamodels/pools.py `BasePool` */
const wholeFields = {
	pool: required(text()),
	slots: required(slots),
	description,
	include_deferred: required(flag)
};

const columns: Columns<Pool> = {
	id: { kind: 'number', value: (pool) => pool.id },
	pool: { kind: 'text', value: (pool) => pool.name }
};
const withName = { ...columns, name: columns['pool'] } as Columns<Pool>;

export const updateMask: QueryField<string[]> = { ...optional(listOf(text()), []), many: true };

/** @source airflow/api_fastapi/core_api/routes/public/pools.py */
export const pools = {
	'GET /pools': operation(
		{
			query: {
				...page,
				order_by: orderBy('id'),
				pool_name_pattern: optionalText,
				pool_name_prefix_pattern: optionalText
			}
		},
		(world, _, { query }) => {
			const by = criteria(query.order_by, withName, 'id');
			if (isReply(by)) return by;
			const found = [...world.pools.values()].filter(
				({ name }) =>
					fitsPattern(name, query.pool_name_pattern) &&
					fitsPrefix(name, query.pool_name_prefix_pattern)
			);
			const cut = cutPage(found, by, { ...query, cursor: null });
			if (isReply(cut)) return cut;
			const shapes = cut.rows.map((pool) => poolShape(world, pool));
			return ok({ pools: shapes, total_entries: found.length });
		}
	),
	'POST /pools': operation({ body: newPool }, (world, _, { body: { values } }) => {
		if (world.pools.has(values.name)) return uniqueViolation(world);
		return ok(poolShape(world, addPool(world, values)), 201);
	}),
	'GET /pools/{pool_name}': (world, { param }) => {
		const pool = world.pools.get(param('pool_name'));
		return pool ? ok(poolShape(world, pool)) : unknownPool(param('pool_name'));
	},
	'PATCH /pools/{pool_name}': operation(
		{ query: { update_mask: updateMask }, body: poolPatch },
		(world, { param }, { query, body }) =>
			patchPool(world, param('pool_name'), query.update_mask, body)
	),
	'DELETE /pools/{pool_name}': (world, { param }) => {
		const name = param('pool_name');
		if (name === DEFAULT_POOL) return badRequest("Default Pool can't be deleted");
		return world.pools.delete(name) ? noContent() : unknownPool(name);
	}
} satisfies Resource;

export function addPool(world: World, values: Values<typeof newFields>): Pool {
	const pool: Pool = {
		id: world.nextId++,
		name: values.name,
		slots: values.slots,
		includeDeferred: values.include_deferred,
		...(values.description !== null && { description: values.description })
	};
	world.pools.set(pool.name, pool);
	return pool;
}

/** Changes a pool, or says why not. */
export function patchPool(
	world: World,
	name: string,
	mask: readonly string[],
	{ values, given }: Body<typeof patchFields>
): Reply {
	if (values.pool && values.pool !== name) {
		return badRequest("Invalid body, pool name from request body doesn't match uri parameter");
	}
	const pool = world.pools.get(name);
	if (!pool) return unknownPool(name);
	if (name === DEFAULT_POOL) {
		const allowed = ['slots', 'include_deferred'];
		if (mask.length === 0 || !mask.every((field) => allowed.includes(field.trim()))) {
			return badRequest('Only slots and included_deferred can be modified on Default Pool');
		}
	} else {
		const refusal = lacksWholePool({ values, given });
		if (refusal) return refusal;
	}
	const touches = (field: string) =>
		given.has(field) && (mask.length === 0 || mask.includes(field));
	if (touches('slots') && values.slots !== null) pool.slots = values.slots;
	if (touches('include_deferred') && values.include_deferred !== null) {
		pool.includeDeferred = values.include_deferred;
	}
	if (touches('description')) {
		if (values.description === null) delete pool.description;
		else pool.description = values.description;
	}
	return ok(poolShape(world, pool));
}

function lacksWholePool({ values, given }: Body<typeof patchFields>): Reply | undefined {
	const written = Object.fromEntries(
		Object.entries({
			pool: values.pool,
			slots: values.slots,
			description: values.description,
			include_deferred: values.include_deferred
		}).filter(([field]) => given.has(field))
	);
	const read = readModel({ fields: wholeFields }, written, []);
	if ('value' in read) return undefined;
	return unprocessable(read.issues.map((issue) => ({ ...issue, url: errorLink(issue.type) })));
}

const unknownPool = (name: string) => notFound(`The Pool with name: \`${name}\` was not found`);
