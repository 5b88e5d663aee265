import type { Role, User, World } from '#lib/simulator/world.ts';
import { ACTION_OF, type Method, type Need } from './needs.ts';

/** What a caller's roles let them do. */
export interface Permissions {
	has(action: string, resource: string): boolean;
}

/** The role of whoever has not logged in. @source flask_appbuilder `AUTH_ROLE_PUBLIC` */
const PUBLIC = 'Public';

export function permissionsOf(world: World, user: User | undefined): Permissions {
	const sets = roleNames(user).flatMap((name) => {
		const role = world.roles.get(name);
		return role ? [pairsOf(role)] : [];
	});
	return { has: (action, resource) => sets.some((set) => set.has(`${action} ${resource}`)) };
}

/** The names of a user's FAB roles; of nobody's, the public one. */
export function roleNames(user: User | undefined): readonly string[] {
	if (!user) return [PUBLIC];
	return user.roles ?? [user.role.charAt(0).toUpperCase() + user.role.slice(1)];
}

/** A role is replaced when it changes, never written to, so that this holds. */
const pairs = new WeakMap<Role, Set<string>>();

function pairsOf(role: Role): Set<string> {
	const known = pairs.get(role);
	if (known) return known;
	const set = new Set(role.permissions.map(({ action, resource }) => `${action} ${resource}`));
	pairs.set(role, set);
	return set;
}

/**
 * Whether all that an operation needs is there.
 * @param dagId the DAG in the path; undefined where there is none, or `~`.
 * @source airflow/api_connexion/security.py `requires_access_dag`; airflow/providers/fab/auth_manager/fab_auth_manager.py `is_authorized_dag`
 */
export function mayCall(
	world: World,
	permissions: Permissions,
	needs: readonly Need[],
	dagId: string | undefined
): boolean {
	return needs.every((need) => {
		if (need.kind === 'resource') return permissions.has(need.action, need.resource);
		const { method, entity } = need;
		if (!entity) {
			if (mayDag(permissions, method, dagId)) return true;
			return dagId === undefined && mayAnyDag(world, permissions, method);
		}
		const onDag = method === 'GET' ? 'GET' : 'PUT';
		if (dagId !== undefined && !mayDag(permissions, onDag, dagId)) return false;
		const action = ACTION_OF[method];
		return entity.every(
			(resource) =>
				permissions.has(action, resource) ||
				(resource === 'DAG Runs' &&
					dagId !== undefined &&
					permissions.has(action, `DAG Run:${dagId}`))
		);
	});
}

/** Something on all DAGs, or on this one. */
export function mayDag(permissions: Permissions, method: Method, dagId?: string): boolean {
	const action = ACTION_OF[method];
	return (
		permissions.has(action, 'DAGs') ||
		(dagId !== undefined && permissions.has(action, `DAG:${dagId}`))
	);
}

/** Lists need no more than one DAG to show. */
function mayAnyDag(world: World, permissions: Permissions, method: Method): boolean {
	if (method !== 'GET' && method !== 'PUT') return false;
	for (const dagId of world.dags.keys()) if (mayDag(permissions, method, dagId)) return true;
	return false;
}
