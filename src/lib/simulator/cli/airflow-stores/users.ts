import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { emailOf, findByEmail, findUser } from '#lib/simulator/v1/caller.ts';
import { legacyRole } from '#lib/simulator/v1/user-shape.ts';
import type { User } from '#lib/simulator/world.ts';
import { exportUsers, importUsers } from './user-files.ts';
import { settingOf } from './settings.ts';
import { addUser, roleNames, rolesOf, setRoles } from './user-rows.ts';

/** @source airflow/providers/fab/auth_manager/cli_commands/user_command.py */
export const USER_COMMANDS: readonly Command[] = [
	{ name: 'users list', line: '2', run: listUsers },
	{ name: 'users create', line: '2', run: createUser },
	{
		name: 'users delete',
		line: '2',
		run(session, values) {
			const user = userAsked(session, values);
			session.world.users.delete(user.username);
			session.print(`User "${user.username}" deleted`);
		}
	},
	{
		name: 'users reset-password',
		line: '2',
		run(session, values) {
			const user = userAsked(session, values);
			const password = passwordAsked(session, values);
			// Airflow 2.11 wants to end the user's sessions here, and has no database at hand for that.
			if (settingOf(session, 'webserver', 'session_backend') === 'database')
				session.crash(
					'AssertionError',
					'The sqlalchemy extension was not registered to the current application.  Please make sure to call init_app() first.'
				);
			user.password = password;
			session.print(`User "${user.username}" password reset successfully`);
		}
	},
	{ name: 'users add-role', line: '2', run: addRole },
	{ name: 'users remove-role', line: '2', run: removeRole },
	{ name: 'users export', line: '2', run: exportUsers },
	{ name: 'users import', line: '2', run: importUsers }
];

function listUsers(session: Session, values: Values): void {
	const rows = [...session.world.users.values()].map((user, index) => ({
		id: user.id ?? index + 1,
		username: user.username,
		email: emailOf(user),
		first_name: user.firstName ?? user.username,
		last_name: user.lastName ?? 'Course',
		roles: rolesOf(user)
	}));
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}

function createUser(session: Session, values: Values): void {
	const { world } = session;
	const text = (name: string) => textOf(values, name) ?? '';
	const [username, role] = [text('username'), text('role')];
	if (!world.roles.has(role))
		session.fail(`${role} is not a valid role. Valid roles are: ${roleNames(session)}`);
	const password = passwordAsked(session, values);
	if (findUser(world, username)) {
		session.print(`${username} already exist in the db`);
		return;
	}
	if (findByEmail(world, text('email'))) session.fail('Failed to create user');
	addUser(session, {
		username,
		password,
		role: legacyRole([role]),
		roles: [role],
		firstName: text('firstname'),
		lastName: text('lastname'),
		email: text('email')
	});
	session.print(`User "${username}" created with role "${role}"`);
}

function passwordAsked(session: Session, values: Values): string {
	if (isOn(values, 'use_random_password')) return `random-${session.world.nextId}`;
	const given = textOf(values, 'password');
	if (given) return given;
	const password = session.readPassword('Password:');
	if (password !== session.readPassword('Repeat for confirmation:'))
		session.fail('Passwords did not match');
	return password;
}

function userAsked(session: Session, values: Values): User {
	const [username, email] = [textOf(values, 'username'), textOf(values, 'email')];
	if (!username && !email) session.fail('Missing args: must supply one of --username or --email');
	if (username && email)
		session.fail('Conflicting args: must supply either --username or --email, but not both');
	const { world } = session;
	const user = username ? findUser(world, username) : findByEmail(world, email ?? '');
	return user ?? session.fail(`User "${username || email}" does not exist`);
}

function addRole(session: Session, values: Values): void {
	const { user, role } = userAndRole(session, values);
	if (rolesOf(user).includes(role))
		session.fail(`User "${user.username}" is already a member of role "${role}"`);
	setRoles(session, user, [...rolesOf(user), role]);
	session.print(`User "${user.username}" added to role "${role}"`);
}

function removeRole(session: Session, values: Values): void {
	const { user, role } = userAndRole(session, values);
	if (!rolesOf(user).includes(role))
		session.fail(`User "${user.username}" is not a member of role "${role}"`);
	const rest = rolesOf(user).filter((name) => name !== role);
	setRoles(session, user, rest);
	session.print(`User "${user.username}" removed from role "${role}"`);
}

function userAndRole(session: Session, values: Values): { user: User; role: string } {
	const user = userAsked(session, values);
	const role = textOf(values, 'role') ?? '';
	if (!session.world.roles.has(role))
		session.fail(`"${role}" is not a valid role. Valid roles are: ${roleNames(session)}`);
	return { user, role };
}
