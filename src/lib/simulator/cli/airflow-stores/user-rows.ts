import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { roleNames as namesOf } from '#lib/simulator/v1/permissions.ts';
import { legacyRole } from '#lib/simulator/v1/user-shape.ts';
import type { User } from '#lib/simulator/world.ts';

/** The names of a user's roles. */
export const rolesOf = (user: User): string[] => [...namesOf(user)];

/** All roles as Python prints them: in the order of their ids. */
export function roleNames({ world }: Session): string {
	const all = [...world.roles.values()].toSorted((a, b) => a.id - b.id);
	return `[${all.map(({ name }) => name).join(', ')}]`;
}

/** @source airflow/providers/fab/auth_manager/security_manager/override.py `add_user` */
export function addUser(session: Session, user: User): void {
	const { world } = session;
	if (world.users.size === 0)
		session.log({
			level: 'warning',
			text: 'No user yet created, use flask fab command to do it.',
			logger: '',
			at: 'override.py:985'
		});
	const now = { createdMs: session.nowMs, changedMs: session.nowMs };
	world.users.set(user.username, { ...user, active: true, ...now });
	session.log({
		level: 'info',
		text: `Added user ${user.username}`,
		logger: '',
		at: 'override.py:1617'
	});
}

/** @source airflow/providers/fab/auth_manager/security_manager/override.py `update_user` */
export function setRoles(session: Session, user: User, roles: string[]): void {
	user.roles = roles;
	user.role = legacyRole(roles);
	user.changedMs = session.nowMs;
	session.log({
		level: 'info',
		text: `Updated user ${user.firstName ?? user.username} ${user.lastName ?? 'Course'}`,
		logger: '',
		at: 'override.py:1699'
	});
}
