import type { Role } from './world-tables.ts';

/**
 * The roles of a fresh Airflow 2.11, by name, in the order of their ids.
 * @source airflow/providers/fab/auth_manager/security_manager/override.py; asked of a running 2.11.2
 */
export function defaultRoles(): Map<string, Role> {
	const names = ['Admin', 'Public', 'Viewer', 'User', 'Op'];
	return new Map(
		names.map((name, index) => {
			const permissions = PERMISSIONS.filter(([, least]) => RANK[name]! >= RANK[least]!);
			const pairs = permissions.map(([, , action, resource]) => ({ action, resource }));
			// Admin got them all anew, in the order of their ids.
			if (name === 'Admin') pairs.sort((a, b) => permissionId(a) - permissionId(b));
			return [name, { id: index + 1, name, permissions: pairs }];
		})
	);
}

/** Each of the four may all that those before it may; Public may nothing. */
const RANK: Record<string, number> = { Public: -1, Viewer: 0, User: 1, Op: 2, Admin: 3 };

/** Every permission in the order in which roles were given it: its id, and the least role that has it. */
const PERMISSIONS: readonly (readonly [
	id: number,
	least: string,
	action: string,
	resource: string
])[] = [
	[28, 'Viewer', 'can_read', 'DAGs'],
	[29, 'Viewer', 'can_read', 'DAG Dependencies'],
	[30, 'Viewer', 'can_read', 'DAG Code'],
	[31, 'Viewer', 'can_read', 'DAG Runs'],
	[32, 'Viewer', 'can_read', 'Datasets'],
	[33, 'Viewer', 'can_read', 'Cluster Activity'],
	[34, 'Viewer', 'can_read', 'Pools'],
	[35, 'Viewer', 'can_read', 'ImportError'],
	[36, 'Viewer', 'can_read', 'DAG Warnings'],
	[37, 'Viewer', 'can_read', 'Jobs'],
	[4, 'Viewer', 'can_read', 'My Password'],
	[3, 'Viewer', 'can_edit', 'My Password'],
	[6, 'Viewer', 'can_read', 'My Profile'],
	[5, 'Viewer', 'can_edit', 'My Profile'],
	[38, 'Viewer', 'can_read', 'SLA Misses'],
	[39, 'Viewer', 'can_read', 'Task Instances'],
	[40, 'Viewer', 'can_read', 'Task Logs'],
	[41, 'Viewer', 'can_read', 'XComs'],
	[42, 'Viewer', 'can_read', 'Website'],
	[43, 'Viewer', 'menu_access', 'Browse'],
	[44, 'Viewer', 'menu_access', 'DAGs'],
	[45, 'Viewer', 'menu_access', 'DAG Dependencies'],
	[46, 'Viewer', 'menu_access', 'DAG Runs'],
	[47, 'Viewer', 'menu_access', 'Datasets'],
	[48, 'Viewer', 'menu_access', 'Cluster Activity'],
	[49, 'Viewer', 'menu_access', 'Documentation'],
	[50, 'Viewer', 'menu_access', 'Docs'],
	[51, 'Viewer', 'menu_access', 'Jobs'],
	[52, 'Viewer', 'menu_access', 'SLA Misses'],
	[53, 'Viewer', 'menu_access', 'Task Instances'],
	[26, 'User', 'can_edit', 'DAGs'],
	[27, 'User', 'can_delete', 'DAGs'],
	[54, 'User', 'can_create', 'Task Instances'],
	[55, 'User', 'can_edit', 'Task Instances'],
	[56, 'User', 'can_delete', 'Task Instances'],
	[57, 'User', 'can_create', 'DAG Runs'],
	[58, 'User', 'can_edit', 'DAG Runs'],
	[59, 'User', 'can_delete', 'DAG Runs'],
	[60, 'User', 'can_create', 'Datasets'],
	[61, 'Op', 'can_read', 'Configurations'],
	[62, 'Op', 'menu_access', 'Admin'],
	[63, 'Op', 'menu_access', 'Configurations'],
	[64, 'Op', 'menu_access', 'Connections'],
	[65, 'Op', 'menu_access', 'Pools'],
	[66, 'Op', 'menu_access', 'Plugins'],
	[67, 'Op', 'menu_access', 'Variables'],
	[68, 'Op', 'menu_access', 'Providers'],
	[69, 'Op', 'menu_access', 'XComs'],
	[70, 'Op', 'can_create', 'Connections'],
	[71, 'Op', 'can_read', 'Connections'],
	[72, 'Op', 'can_edit', 'Connections'],
	[73, 'Op', 'can_delete', 'Connections'],
	[74, 'Op', 'can_create', 'Pools'],
	[75, 'Op', 'can_edit', 'Pools'],
	[76, 'Op', 'can_delete', 'Pools'],
	[77, 'Op', 'can_read', 'Plugins'],
	[78, 'Op', 'can_read', 'Providers'],
	[79, 'Op', 'can_create', 'Variables'],
	[80, 'Op', 'can_read', 'Variables'],
	[81, 'Op', 'can_edit', 'Variables'],
	[82, 'Op', 'can_delete', 'Variables'],
	[83, 'Op', 'can_delete', 'XComs'],
	[84, 'Op', 'can_delete', 'Datasets'],
	[1, 'Admin', 'can_edit', 'Passwords'],
	[2, 'Admin', 'can_read', 'Passwords'],
	[7, 'Admin', 'can_create', 'Users'],
	[8, 'Admin', 'can_read', 'Users'],
	[9, 'Admin', 'can_edit', 'Users'],
	[10, 'Admin', 'can_delete', 'Users'],
	[11, 'Admin', 'menu_access', 'List Users'],
	[12, 'Admin', 'menu_access', 'Security'],
	[13, 'Admin', 'can_create', 'Roles'],
	[14, 'Admin', 'can_read', 'Roles'],
	[15, 'Admin', 'can_edit', 'Roles'],
	[16, 'Admin', 'can_delete', 'Roles'],
	[17, 'Admin', 'menu_access', 'List Roles'],
	[18, 'Admin', 'can_read', 'User Stats Chart'],
	[19, 'Admin', 'menu_access', "User's Statistics"],
	[20, 'Admin', 'can_read', 'Permissions'],
	[21, 'Admin', 'menu_access', 'Actions'],
	[22, 'Admin', 'can_read', 'View Menus'],
	[23, 'Admin', 'menu_access', 'Resources'],
	[24, 'Admin', 'can_read', 'Permission Views'],
	[25, 'Admin', 'menu_access', 'Permission Pairs'],
	[85, 'Admin', 'can_read', 'Audit Logs'],
	[86, 'Admin', 'menu_access', 'Audit Logs'],
	[87, 'Admin', 'can_read', 'Task Reschedules'],
	[88, 'Admin', 'menu_access', 'Task Reschedules'],
	[89, 'Admin', 'can_read', 'Triggers'],
	[90, 'Admin', 'menu_access', 'Triggers'],
	[91, 'Admin', 'can_delete', 'SLA Misses'],
	[92, 'Admin', 'can_edit', 'SLA Misses']
];

const ids = new Map(PERMISSIONS.map(([id, , action, resource]) => [`${action} ${resource}`, id]));

/** The id of a permission, by which lists show it; those that came later have one beyond all others. */
export const permissionId = ({ action, resource }: { action: string; resource: string }) =>
	ids.get(`${action} ${resource}`) ?? Infinity;

/** What permissions can be about, beside DAGs by name. */
export const RESOURCES: readonly string[] = [
	'IndexView',
	'UtilView',
	'LocaleView',
	'Passwords',
	'My Password',
	'My Profile',
	'AuthDBView',
	'Users',
	'List Users',
	'Security',
	'Roles',
	'List Roles',
	'User Stats Chart',
	"User's Statistics",
	'Permissions',
	'Actions',
	'View Menus',
	'Resources',
	'Permission Views',
	'Permission Pairs',
	'DAGs',
	'DAG Dependencies',
	'DAG Code',
	'DAG Runs',
	'Datasets',
	'Cluster Activity',
	'Pools',
	'ImportError',
	'DAG Warnings',
	'Jobs',
	'SLA Misses',
	'Task Instances',
	'Task Logs',
	'XComs',
	'Website',
	'Browse',
	'Documentation',
	'Docs',
	'Configurations',
	'Admin',
	'Connections',
	'Plugins',
	'Variables',
	'Providers',
	'Audit Logs',
	'Task Reschedules',
	'Triggers',
	'AutocompleteView',
	'Airflow',
	'DagDependenciesView',
	'RedocView',
	'DevView',
	'DocsView'
];

/** In the order of their ids. */
export const ACTIONS = ['can_edit', 'can_read', 'can_create', 'can_delete', 'menu_access'];
