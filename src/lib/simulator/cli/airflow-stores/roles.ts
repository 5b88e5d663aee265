import { isOn, textOf, textsOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { readJson } from '#lib/simulator/cli/airflow-core/json.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import type { Role } from '#lib/simulator/world.ts';
import { addPermissions, addRole, changePermissions } from './role-permissions.ts';

/** @source airflow/providers/fab/auth_manager/cli_commands/role_command.py */
export const ROLE_COMMANDS: readonly Command[] = [
	{ name: 'roles list', line: '2', run: listRoles },
	{
		name: 'roles create',
		line: '2',
		run(session, values) {
			const names = textsOf(values, 'role');
			for (const name of names) addRole(session, name);
			session.print(`Added ${names.length} role(s)`);
		}
	},
	{ name: 'roles delete', line: '2', run: deleteRoles },
	{ name: 'roles add-perms', line: '2', run: (session, values) => change(session, values, true) },
	{ name: 'roles del-perms', line: '2', run: (session, values) => change(session, values, false) },
	{ name: 'roles export', line: '2', run: exportRoles },
	{ name: 'roles import', line: '2', run: importRoles }
];

function listRoles(session: Session, values: Values): void {
	const output = textOf(values, 'output') ?? 'table';
	const all = [...session.world.roles.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
	const rows = isOn(values, 'permission')
		? all.flatMap((role) => linked(role).toSorted((a, b) => (a.resource < b.resource ? -1 : 1)))
		: all.map(({ name }) => ({ name }));
	printAs(
		session,
		rows.map((row) => ({ ...row })),
		output
	);
}

interface Linked {
	name: string;
	resource: string;
	/** Actions, joined by commas. */
	action: string;
}

/** A role's permissions by resource, in the order in which it got them. */
function linked({ name, permissions }: Role): Linked[] {
	const actions = new Map<string, string[]>();
	for (const { resource, action } of permissions)
		actions.set(resource, [...(actions.get(resource) ?? []), action]);
	return [...actions].map(([resource, names]) => ({
		name,
		resource,
		action: names.toSorted().join(',')
	}));
}

function deleteRoles(session: Session, values: Values): void {
	const { world } = session;
	const names = textsOf(values, 'role');
	for (const name of names) {
		if (world.roles.has(name)) continue;
		session.print(`Role named '${name}' does not exist`);
		session.fail(1);
	}
	for (const name of names) {
		world.roles.delete(name);
		for (const user of world.users.values())
			if (user.roles) user.roles = user.roles.filter((each) => each !== name);
	}
	session.print(`Deleted ${names.length} role(s)`);
}

function change(session: Session, values: Values, isAdded: boolean): void {
	changePermissions(session, {
		roles: textsOf(values, 'role'),
		resources: textsOf(values, 'resource'),
		actions: textsOf(values, 'action'),
		isAdded
	});
}

const OWN_ROLES = ['Admin', 'Viewer', 'User', 'Op', 'Public'];

function exportRoles(session: Session, values: Values): void {
	const file = textOf(values, 'file') ?? '';
	const roles = [...session.world.roles.values()]
		.filter(({ name }) => !OWN_ROLES.includes(name))
		.toSorted((a, b) => a.id - b.id);
	const rows = roles.flatMap((role) =>
		role.permissions.length > 0 ? linked(role) : [{ name: role.name, resource: '', action: '' }]
	);
	session.write(file, dumps(rows, isOn(values, 'pretty') ? '    ' : ''));
	session.print(
		`${roles.length} roles with ${rows.length} linked permissions successfully exported to ${file}`
	);
}

function importRoles(session: Session, values: Values): void {
	const { world } = session;
	const file = textOf(values, 'file') ?? '';
	const text = session.files.get(session.resolve(file));
	if (text === undefined) {
		session.print(`File '${file}' does not exist`);
		return session.fail(1);
	}
	const read = readJson(text);
	if ('error' in read) {
		session.print(`File '${file}' is not a valid JSON file. Error: ${read.error}`);
		return session.fail(1);
	}
	const before = new Set(world.roles.keys());
	for (const { name, resource, action } of read.value as Linked[]) {
		if (before.has(name)) continue;
		addRole(session, name);
		if (action !== '' && resource !== '')
			addPermissions(session, name, resource, action.split(','));
	}
	session.print('roles and permissions successfully imported');
}
