import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { ACTIONS, RESOURCES } from '#lib/simulator/default-roles.ts';

/** A role without permissions; one that exists stays as it is. */
export function addRole({ world }: Session, name: string): void {
	if (world.roles.has(name)) return;
	const id = Math.max(0, ...[...world.roles.values()].map((role) => role.id)) + 1;
	world.roles.set(name, { id, name, permissions: [] });
}

export interface PermissionChange {
	roles: readonly string[];
	resources: readonly string[];
	/** None takes all that a role has. */
	actions: readonly string[];
	isAdded: boolean;
}

/** @source airflow/providers/fab/auth_manager/cli_commands/role_command.py `__roles_add_or_remove_permissions` */
export function changePermissions(session: Session, asked: PermissionChange): void {
	const { world } = session;
	const { roles, resources, actions, isAdded } = asked;
	const refuse = (what: string, name: string): never => {
		session.print(`${what} named '${name}' does not exist`);
		return session.fail(1);
	};
	for (const name of roles) if (!world.roles.has(name)) refuse('Role', name);
	for (const name of resources) if (!isResource(session, name)) refuse('Resource', name);
	for (const name of actions) if (!ACTIONS.includes(name)) refuse('Action', name);
	const change = isAdded ? addPermissions : takePermissions;
	let count = 0;
	for (const role of roles)
		for (const resource of resources) count += change(session, role, resource, actions);
	session.print(`${isAdded ? 'Added' : 'Deleted'} ${count} permission(s)`);
}

/** @returns how many the role did not have yet. */
export function addPermissions(
	session: Session,
	name: string,
	resource: string,
	actions: readonly string[]
): number {
	const role = session.world.roles.get(name);
	let count = 0;
	for (const action of actions) {
		const has = role?.permissions.some((one) => one.resource === resource && one.action === action);
		if (!role || has) continue;
		role.permissions.push({ action, resource });
		session.print(`Added ${words(action)} on ${resource} to role ${name}`);
		count++;
	}
	return count;
}

function takePermissions(
	session: Session,
	name: string,
	resource: string,
	actions: readonly string[]
): number {
	const role = session.world.roles.get(name);
	const has = role?.permissions.filter((one) => one.resource === resource) ?? [];
	if (!role || has.length === 0) return 0;
	const taken = actions.length > 0 ? actions : has.map(({ action }) => action);
	for (const action of taken) {
		role.permissions = role.permissions.filter(
			(one) => one.resource !== resource || one.action !== action
		);
		session.print(`Deleted ${words(action)} on ${resource} from role ${name}`);
	}
	return taken.length;
}

const words = (action: string) => action.replaceAll('_', ' ');

const isResource = ({ world }: Session, name: string) =>
	RESOURCES.includes(name) ||
	[...world.dags.keys()].some((dagId) => name === `DAG:${dagId}` || name === `DAG Run:${dagId}`);
