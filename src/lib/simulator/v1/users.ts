import type { Reply, Resource } from '#lib/simulator/call.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import type { User, World } from '#lib/simulator/world.ts';
import { emailOf, findByEmail, findUser } from './caller.ts';
import { checkLimit } from './collection.ts';
import { peopleErrors } from './people-form.ts';
import { badRequest, crash, isReply, noContent, notFound, ok, problem } from './reply.ts';
import { rule, type V1Call } from './rule.ts';
import { listQuery, orderRefusal } from './people-lists.ts';
import { legacyRole, showUser, userBody, userForm } from './user-shape.ts';

/** Names that `order_by` may have; of these some are no attribute of a user. */
const ORDERS: Record<string, ((user: User, id: number) => string | number) | undefined> = {
	id: (_, id) => id,
	first_name: (user) => user.firstName ?? user.username,
	last_name: (user) => user.lastName ?? '',
	email: emailOf,
	user_name: undefined,
	is_active: undefined,
	role: undefined
};

/** @source airflow/providers/fab/auth_manager/api_endpoints/user_endpoint.py */
export const users = {
	'GET /users': rule({ query: listQuery, answer: listUsers }),
	'POST /users': rule({ body: userBody, answer: createUser }),
	'GET /users/{username}': rule({
		query: {},
		answer(world, { param }) {
			const user = findUser(world, param('username'));
			return user ? ok(showUser(world, user)) : unknownUser(param('username'));
		}
	}),
	'PATCH /users/{username}': rule({
		query: { update_mask: 'array' },
		body: userBody,
		answer: patchUser
	}),
	'DELETE /users/{username}': rule({
		query: {},
		answer(world, { param }) {
			const user = findUser(world, param('username'));
			if (!user) return unknownUser(param('username'));
			world.users.delete(user.username);
			return noContent('application/json');
		}
	})
} satisfies Resource;

function listUsers(world: World, { args }: V1Call): Reply {
	const limit = checkLimit(args.number('limit'), world);
	if (isReply(limit)) return limit;
	const orderBy = args.text('order_by') ?? 'id';
	if (!(orderBy in ORDERS)) return orderRefusal(orderBy);
	const key = ORDERS[orderBy];
	if (!key) return crash();
	const all = [...world.users.values()].map((user, index) => ({ user, key: key(user, index) }));
	all.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
	const page = pageOf(all, limit, args.number('offset') ?? 0);
	return ok({ users: page.map(({ user }) => showUser(world, user)), total_entries: all.length });
}

function createUser(world: World, { form, nowMs }: V1Call): Reply {
	const errors = peopleErrors(form, userForm);
	if (errors) return badRequest(errors);
	const username = String(form['username']);
	const email = String(form['email']);
	if (findUser(world, username)) {
		return problem(
			409,
			'Conflict',
			`Username \`${username}\` already exists. Use PATCH to update.`
		);
	}
	if (findByEmail(world, email)) {
		return problem(409, 'Conflict', `The email \`${email}\` is already taken.`);
	}
	const roles = rolesIn(world, form) ?? [];
	if (isReply(roles)) return roles;
	if (new Set(roles).size < roles.length) {
		return problem(500, 'Internal Server Error', `Failed to add user \`${username}\`.`);
	}
	// Who is given no role gets the one of those who register themselves.
	const names = roles.length > 0 ? roles : ['Public'];
	const user: User = {
		username,
		email,
		password: String(form['password'] ?? ''),
		firstName: String(form['first_name']),
		lastName: String(form['last_name']),
		role: legacyRole(names),
		roles: names,
		active: true,
		createdMs: nowMs,
		changedMs: nowMs
	};
	world.users.set(username, user);
	return ok(showUser(world, user));
}

function patchUser(world: World, { form, param, args }: V1Call): Reply {
	const errors = peopleErrors(form, userForm);
	if (errors) return badRequest(errors);
	const user = findUser(world, param('username'));
	if (!user) return unknownUser(param('username'));
	const { username, email } = form;
	if (username !== param('username') && findUser(world, String(username))) {
		return problem(409, 'Conflict', `The username \`${String(username)}\` already exists`);
	}
	if (email !== emailOf(user) && findByEmail(world, String(email))) {
		return problem(409, 'Conflict', `The email \`${String(email)}\` already exists`);
	}
	const mask = args.list('update_mask')?.map((field) => field.trim());
	const strays = mask?.filter((field) => !(field in form)) ?? [];
	if (strays.length > 0) {
		return badRequest(`Unknown update masks: ${strays.map(pythonRepr).join(', ')}`);
	}
	const chosen = mask ? Object.fromEntries(mask.map((field) => [field, form[field]])) : form;
	const roles = rolesIn(world, chosen);
	if (isReply(roles)) return roles;
	change(world, user, chosen, roles);
	return ok(showUser(world, user));
}

function change(
	world: World,
	user: User,
	chosen: Record<string, unknown>,
	roles: string[] | undefined
): void {
	const text = (field: string) => {
		const value = chosen[field];
		return typeof value === 'string' ? value : undefined;
	};
	user.firstName = text('first_name') ?? user.firstName ?? user.username;
	user.lastName = text('last_name') ?? user.lastName ?? '';
	user.email = text('email') ?? emailOf(user);
	user.password = text('password') ?? user.password;
	if (roles) {
		user.roles = roles;
		user.role = legacyRole(roles);
	}
	const username = text('username') ?? user.username;
	if (username === user.username) return;
	user.username = username;
	// In place: users are listed in the order of their ids.
	world.users = new Map([...world.users.values()].map((each) => [each.username, each]));
}

/** Names of the roles asked for, or the refusal of those there are none of; undefined when none were. */
function rolesIn(world: World, form: Record<string, unknown>): string[] | undefined | Reply {
	if (!('roles' in form)) return undefined;
	const names = (form['roles'] as { name: string }[]).map(({ name }) => name);
	const unknown = names.filter((name) => !world.roles.has(name));
	if (unknown.length === 0) return names;
	return badRequest(`Unknown roles: ${unknown.map(pythonRepr).join(', ')}`);
}

const unknownUser = (name: string) =>
	notFound('User not found', `The User with username \`${name}\` was not found`);
