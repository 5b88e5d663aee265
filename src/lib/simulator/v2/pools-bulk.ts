import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import type { World } from '#lib/simulator/world.ts';
import { missing, readModel, type Body } from './model.ts';
import { addPool, newPool, patchPool } from './pools.ts';
import { fail, isRecord, type Issue, type Loc } from './readers.ts';
import { crash, ok, unprocessable } from './reply.ts';

type PoolBody = Body<typeof newPool.fields>;

interface Action {
	action: 'create' | 'update' | 'delete';
	/** Bodies to create or update, names to delete. */
	bodies: PoolBody[];
	names: string[];
	mask: string[];
	/** What to do about those that exist already, or do not exist. */
	onClash: string;
}

interface Outcome {
	success: string[];
	errors: { error: unknown; status_code: number }[];
}

/** @source airflow/api_fastapi/core_api/services/public/pools.py `BulkPoolService` */
export const poolsInBulk = {
	'PATCH /pools': (world: World, call: Call): Reply => {
		const actions = readActions(call.body);
		if (actions === undefined) return crash();
		// The check of permissions reads the body too, so everything is found wrong twice.
		if ('issues' in actions) return unprocessable([...actions.issues, ...actions.issues]);
		const results: Record<Action['action'], Outcome | null> = {
			create: null,
			update: null,
			delete: null
		};
		for (const action of actions.value) {
			const outcome = (results[action.action] ??= { success: [], errors: [] });
			const refusal = APPLY[action.action](world, action, outcome);
			if (refusal) return refusal;
		}
		return ok(results);
	}
} satisfies Resource;

const APPLY: Record<
	Action['action'],
	(world: World, action: Action, outcome: Outcome) => Reply | undefined
> = {
	create(world, { bodies, onClash }, { success, errors }) {
		const clashes = bodies.map(nameOf).filter((name) => world.pools.has(name));
		if (onClash === 'fail' && clashes.length > 0) {
			errors.push(clash(clashes, 'already exist', 409));
			return undefined;
		}
		for (const body of bodies) {
			const pool = world.pools.get(nameOf(body));
			if (pool && onClash === 'skip') continue;
			success.push(nameOf(body));
			if (!pool) {
				addPool(world, body.values);
				continue;
			}
			const { values, given } = body;
			pool.slots = values.slots;
			if (given.has('include_deferred')) pool.includeDeferred = values.include_deferred;
			if (!given.has('description')) continue;
			if (values.description === null) delete pool.description;
			else pool.description = values.description;
		}
		return undefined;
	},
	update(world, { bodies, mask, onClash }, { success, errors }) {
		const unknown = bodies.map(nameOf).filter((name) => !world.pools.has(name));
		if (onClash === 'fail' && unknown.length > 0) {
			errors.push(clash(unknown, 'were not found', 404));
			return undefined;
		}
		for (const body of bodies) {
			const name = nameOf(body);
			if (!world.pools.has(name)) continue;
			const given = new Set(body.given).add('pool');
			const reply = patchPool(world, name, mask, {
				values: { ...body.values, pool: name },
				given
			});
			if (reply.status === 422) return reply;
			if (reply.status === 200) success.push(name);
			else errors.push({ error: detailOf(reply), status_code: reply.status });
			if (reply.status !== 200) break;
		}
		return undefined;
	},
	delete(world, { names, onClash }, { success, errors }) {
		const unknown = names.filter((name) => !world.pools.has(name));
		if (onClash === 'fail' && unknown.length > 0) {
			errors.push(clash(unknown, 'were not found', 404));
			return undefined;
		}
		for (const name of names) if (world.pools.delete(name)) success.push(name);
		return undefined;
	}
};

const nameOf = ({ values }: PoolBody) => values.name;
const detailOf = ({ body }: Reply) => (isRecord(body) ? body['detail'] : undefined);

function clash(names: readonly string[], what: string, status_code: number) {
	const set = [...new Set(names)].map((name) => `'${name}'`).join(', ');
	return { error: `The pools with these pool names: {${set}} ${what}.`, status_code };
}

/** Undefined where the server falls over: an action that is none cannot even be told apart. */
function readActions(body: unknown): { value: Action[] } | { issues: Issue[] } | undefined {
	if (body === undefined || body === null) return { issues: [missing(['body'], null)] };
	const shape = readModel({ fields: {} }, isRecord(body) ? {} : body);
	if ('issues' in shape) return shape;
	const { actions, ...rest } = body as Record<string, unknown>;
	const extra = Object.entries(rest).flatMap(
		([name, input]) =>
			fail('extra_forbidden', ['body', name], 'Extra inputs are not permitted', input).issues
	);
	if (actions === undefined) return { issues: [missing(['body', 'actions'], body), ...extra] };
	const issues: Issue[] = [];
	const value: Action[] = [];
	if (!Array.isArray(actions)) {
		return fail('list_type', ['body', 'actions'], 'Input should be a valid list', actions);
	}
	for (const [index, raw] of (actions as unknown[]).entries()) {
		const read = readAction(raw, ['body', 'actions', index], issues);
		if (!read) return undefined;
		value.push(read);
	}
	issues.push(...extra);
	return issues.length > 0 ? { issues } : { value };
}

function readAction(raw: unknown, at: Loc, issues: Issue[]): Action | undefined {
	if (!isRecord(raw)) return undefined;
	const action = (['create', 'update', 'delete'] as const).find((one) => one === raw['action']);
	if (!action) return undefined;
	const loc = [...at, action];
	const entities = raw['entities'];
	const key = action === 'create' ? 'action_on_existence' : 'action_on_non_existence';
	const read: Action = {
		action,
		bodies: [],
		names: [],
		mask: Array.isArray(raw['update_mask']) ? raw['update_mask'].map(String) : [],
		onClash: typeof raw[key] === 'string' ? raw[key] : 'fail'
	};
	if (entities === undefined) issues.push(missing([...loc, 'entities'], raw));
	else if (!Array.isArray(entities)) {
		const msg = 'Input should be a valid list';
		issues.push(...fail('list_type', [...loc, 'entities'], msg, entities).issues);
	} else {
		for (const [index, entity] of (entities as unknown[]).entries()) {
			if (action === 'delete' && typeof entity === 'string') read.names.push(entity);
			else {
				const body = readModel(newPool, entity, [...loc, 'entities', index]);
				if ('issues' in body) issues.push(...body.issues);
				else if (action === 'delete') return undefined;
				else read.bodies.push(body.value);
			}
		}
	}
	return read;
}
