import { isoUtc } from '#lib/simulator/time.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import type { User, World } from '#lib/simulator/world.ts';
import { emailOf } from './caller.ts';
import type { PeopleForm } from './people-form.ts';
import { roleNames } from './permissions.ts';

const readOnlyTime: JsonSchema = { type: 'string', nullable: true, readOnly: true };
const readOnlyCount: JsonSchema = { type: 'integer', nullable: true, readOnly: true };

/** What the spec lets through. */
export const userBody: JsonSchema = {
	properties: {
		first_name: { type: 'string' },
		last_name: { type: 'string' },
		username: { type: 'string', minLength: 1 },
		email: { type: 'string', minLength: 1 },
		active: { type: 'boolean', nullable: true, readOnly: true },
		last_login: readOnlyTime,
		login_count: readOnlyCount,
		failed_login_count: readOnlyCount,
		roles: {
			type: 'array',
			items: { type: 'object', nullable: true, properties: { name: { type: 'string' } } }
		},
		created_on: readOnlyTime,
		changed_on: readOnlyTime,
		password: { type: 'string' }
	}
};

/** What marshmallow looks at then. */
export const userForm: PeopleForm = {
	first_name: { required: true, maxLength: 256 },
	last_name: { required: true, maxLength: 256 },
	username: { required: true, maxLength: 512 },
	email: { required: true, maxLength: 512 },
	roles: { items: { name: { required: true, maxLength: 64 } } },
	password: { maxLength: 256 }
};

/** @source airflow/providers/fab/auth_manager/schemas/user_schema.py */
export function showUser(world: World, user: User) {
	return {
		active: user.active ?? true,
		changed_on: naive(user.changedMs ?? world.bornMs),
		created_on: naive(user.createdMs ?? world.bornMs),
		email: emailOf(user),
		fail_login_count: user.failedLoginCount ?? null,
		first_name: user.firstName ?? user.username,
		last_login: user.lastLoginMs === undefined ? null : naive(user.lastLoginMs),
		last_name: user.lastName ?? 'Course',
		login_count: user.loginCount ?? null,
		roles: roleNames(user).map((name) => ({ name })),
		username: user.username
	};
}

/** The one of the four that comes nearest, for what knows only these. */
export function legacyRole(names: readonly string[]): User['role'] {
	for (const role of ['admin', 'op', 'user'] as const) {
		if (names.some((name) => name.toLowerCase() === role)) return role;
	}
	return 'viewer';
}

/** Of the server's own clock, and without its zone. */
const naive = (ms: number) => isoUtc(ms).replace('+00:00', '');
