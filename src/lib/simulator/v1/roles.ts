import type { Reply, Resource } from '#lib/simulator/call.ts';
import { ACTIONS, permissionId, RESOURCES } from '#lib/simulator/default-roles.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import type { Role, World } from '#lib/simulator/world.ts';
import { checkLimit } from './collection.ts';
import { peopleErrors, type PeopleForm } from './people-form.ts';
import { listQuery, orderRefusal } from './people-lists.ts';
import { badRequest, conflict, crash, isReply, noContent, notFound, ok } from './reply.ts';
import { rule, type V1Call } from './rule.ts';

const named: JsonSchema = { type: 'object', properties: { name: { type: 'string' } } };
const body: JsonSchema = {
	properties: {
		name: { type: 'string', minLength: 1 },
		actions: {
			type: 'array',
			items: { type: 'object', properties: { action: named, resource: named } }
		}
	}
};
const form: PeopleForm = {
	name: { required: true, maxLength: 64 },
	actions: {
		items: {
			action: { fields: { name: { required: true, maxLength: 100 } } },
			resource: { fields: { name: { required: true, maxLength: 250 } } }
		}
	}
};

type Pair = Role['permissions'][number];

/** @source airflow/providers/fab/auth_manager/api_endpoints/role_and_permission_endpoint.py */
export const roles = {
	'GET /permissions': rule({
		query: { limit: 'integer', offset: 'offset' },
		answer(world, { args }) {
			const limit = checkLimit(args.number('limit'), world);
			if (isReply(limit)) return limit;
			const page = pageOf(ACTIONS, limit, args.number('offset') ?? 0);
			return ok({ actions: page.map((name) => ({ name })), total_entries: ACTIONS.length });
		}
	}),
	'GET /roles': rule({ query: listQuery, answer: listRoles }),
	'POST /roles': rule({ body, answer: createRole }),
	'GET /roles/{role_name}': rule({
		query: {},
		answer(world, { param }) {
			const role = world.roles.get(param('role_name'));
			return role ? ok(showRole(role)) : unknownRole(param('role_name'));
		}
	}),
	'PATCH /roles/{role_name}': rule({
		query: { update_mask: 'array' },
		body,
		answer: patchRole
	}),
	'DELETE /roles/{role_name}': rule({
		query: {},
		answer(world, { param }) {
			const name = param('role_name');
			if (!world.roles.delete(name)) return unknownRole(name);
			for (const user of world.users.values()) {
				if (user.roles) user.roles = user.roles.filter((each) => each !== name);
			}
			return noContent('application/json');
		}
	})
} satisfies Resource;

function listRoles(world: World, { args }: V1Call): Reply {
	const limit = checkLimit(args.number('limit'), world);
	if (isReply(limit)) return limit;
	const orderBy = args.text('order_by') ?? 'name';
	if (orderBy !== 'role_id' && orderBy !== 'name') return orderRefusal(orderBy);
	const all = [...world.roles.values()];
	if (orderBy === 'name') all.sort((a, b) => (a.name < b.name ? -1 : 1));
	else all.sort((a, b) => a.id - b.id);
	const page = pageOf(all, limit, args.number('offset') ?? 0);
	return ok({ roles: page.map(listRole), total_entries: all.length });
}

function createRole(world: World, call: V1Call): Reply {
	const errors = peopleErrors(call.form, form);
	if (errors) return badRequest(errors);
	const name = String(call.form['name']);
	if (world.roles.has(name)) {
		const detail = `Role with name ${pythonRepr(name)} already exists; please update with the PATCH endpoint`;
		return conflict(detail);
	}
	const pairs = pairsIn(world, call.form['actions']);
	if (isReply(pairs)) return pairs;
	const id = Math.max(0, ...[...world.roles.values()].map((role) => role.id)) + 1;
	world.roles.set(name, { id, name, permissions: unique(pairs) });
	// Airflow shows what it looked for before it made one: nothing.
	return ok({});
}

function patchRole(world: World, { form: sent, param, args }: V1Call): Reply {
	const errors = peopleErrors(sent, form);
	if (errors) return badRequest(errors);
	const role = world.roles.get(param('role_name'));
	if (!role) return unknownRole(param('role_name'));
	const mask = args.list('update_mask')?.map((field) => field.trim());
	for (const field of mask ?? []) {
		if (field === 'actions' && !('actions' in sent)) return crash();
		if (field !== 'name' && field !== 'actions') {
			return badRequest(`'${field}' in update_mask is unknown`);
		}
	}
	const isChosen = (field: string) => field in sent && (mask?.includes(field) ?? true);
	const pairs = isChosen('actions') ? pairsIn(world, sent['actions']) : [];
	if (isReply(pairs)) return pairs;
	const name = isChosen('name') ? String(sent['name']) : role.name;
	// A name that is taken is not given, and nothing said about it.
	const isFree = name === role.name || !world.roles.has(name);
	// Permissions are only ever added.
	const permissions = unique([...role.permissions, ...pairs]);
	const changed: Role = { ...role, name: isFree ? name : role.name, permissions };
	world.roles = new Map(
		[...world.roles.values()].map((each) => (each === role ? changed : each)).map(byName)
	);
	if (changed.name !== role.name) rename(world, role.name, changed.name);
	return ok(showRole(changed));
}

const byName = (role: Role): [string, Role] => [role.name, role];

function rename(world: World, from: string, to: string): void {
	for (const user of world.users.values()) {
		if (user.roles) user.roles = user.roles.map((name) => (name === from ? to : name));
	}
}

/** The pairs asked for, or the refusal of what there is not; a crash where one half is missing. */
function pairsIn(world: World, actions: unknown): Pair[] | Reply {
	if (actions === undefined) return crash();
	const pairs: Pair[] = [];
	for (const item of actions as Partial<Record<'action' | 'resource', { name: string }>>[]) {
		if (Object.keys(item).length === 0) continue;
		if (!item.action || !item.resource) return crash();
		pairs.push({ action: item.action.name, resource: item.resource.name });
	}
	for (const { action, resource } of pairs) {
		if (!ACTIONS.includes(action)) {
			return badRequest(`The specified action: ${pythonRepr(action)} was not found`);
		}
		if (!isResource(world, resource)) {
			return badRequest(`The specified resource: ${pythonRepr(resource)} was not found`);
		}
	}
	return pairs;
}

/** Every DAG is one by its name, and so are its runs. */
function isResource(world: World, name: string): boolean {
	const dagId = /^DAG(?: Run)?:(.+)$/.exec(name)?.[1];
	return dagId === undefined ? RESOURCES.includes(name) : world.dags.has(dagId);
}

function unique(pairs: readonly Pair[]): Pair[] {
	const seen = new Map(pairs.map((pair) => [`${pair.action} ${pair.resource}`, pair]));
	return [...seen.values()];
}

const unknownRole = (name: string) =>
	notFound('Role not found', `Role with name ${pythonRepr(name)} was not found`);

/** Lists read the permissions by their ids. */
const listRole = (role: Role) =>
	showRole({
		...role,
		permissions: role.permissions.toSorted((a, b) => permissionId(a) - permissionId(b))
	});

const showRole = ({ name, permissions }: Role) => ({
	actions: permissions.map(({ action, resource }) => ({
		action: { name: action },
		resource: { name: resource }
	})),
	name
});
