import { textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import { readJson } from '#lib/simulator/cli/airflow-core/json.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { isDict, repr } from '#lib/simulator/cli/airflowctl-python.ts';
import { emailOf, findByEmail } from '#lib/simulator/v1/caller.ts';
import { legacyRole } from '#lib/simulator/v1/user-shape.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import { addUser, roleNames, rolesOf, setRoles } from './user-rows.ts';

/** @source airflow/providers/fab/auth_manager/cli_commands/user_command.py `users_export` */
export function exportUsers(session: Session, values: Values): void {
	const file = textOf(values, 'export') ?? '';
	const users = [...session.world.users.values()].map((user, index) => ({
		email: emailOf(user),
		firstname: user.firstName ?? user.username,
		id: user.id ?? index + 1,
		lastname: user.lastName ?? 'Course',
		roles: rolesOf(user),
		username: user.username
	}));
	session.write(file, dumps(users, '    '));
	session.print(`${users.length} users successfully exported to ${file}.`);
}

interface Person {
	username: string;
	firstname: string;
	lastname: string;
	email: string;
	roles: string[];
}

/** @source airflow/providers/fab/auth_manager/cli_commands/user_command.py `_import_users` */
export function importUsers(session: Session, values: Values): void {
	const { world } = session;
	const people = readPeople(session, textOf(values, 'import') ?? '');
	const [created, updated]: [string[], string[]] = [[], []];
	for (const { username, firstname, lastname, email, roles } of people) {
		const stranger = roles.find((role) => !world.roles.has(role));
		if (stranger !== undefined)
			session.fail(
				`Error: "${stranger}" is not a valid role. Valid roles are: ${roleNames(session)}`
			);
		const existing = findByEmail(world, email);
		if (!existing) {
			session.print(`Creating new user with email '${email}'`);
			addUser(session, {
				username,
				password: '',
				role: legacyRole(roles),
				roles,
				firstName: firstname,
				lastName: lastname,
				email
			});
			created.push(email);
			continue;
		}
		session.print(`Found existing user with email '${email}'`);
		if (existing.username !== username)
			session.fail(
				'Error: Changing the username is not allowed - ' +
					`please delete and recreate the user with email ${repr(email)}`
			);
		Object.assign(existing, { firstName: firstname, lastName: lastname });
		setRoles(session, existing, roles);
		updated.push(email);
	}
	if (created.length > 0) session.print(`Created the following users:\n\t${created.join('\n\t')}`);
	if (updated.length > 0) session.print(`Updated the following users:\n\t${updated.join('\n\t')}`);
}

function readPeople(session: Session, file: string): Person[] {
	const text = session.files.get(session.resolve(file));
	if (text === undefined) return session.fail(`File '${file}' does not exist`);
	const read = readJson(text);
	if ('error' in read)
		return session.fail(`File '${file}' is not valid JSON. Error: ${read.error}`);
	if (!Array.isArray(read.value))
		return session.crash('AttributeError', "'list' object has no attribute 'items'");
	const complaints = (read.value as unknown[]).flatMap((person, index) => {
		const faults = faultsOf(person);
		if (faults.length === 0) return [];
		return [`[Item ${index}]`, ...faults.map(([name, why]) => `\t${name}: ${repr([why])}`)];
	});
	if (complaints.length > 0)
		session.fail(`Error: Input file didn't pass validation. See below:\n${complaints.join('\n')}`);
	return read.value as Person[];
}

const EMAIL = /^[^@\s]+@(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z0-9-]{2,}|localhost)$/i;

/** What marshmallow finds. @source user_command.py `UserSchema` */
function faultsOf(person: unknown): [string, string][] {
	if (!isDict(person)) return [['_schema', 'Invalid input type.']];
	const fields: readonly [string, (value: unknown) => string | undefined][] = [
		['firstname', textFault],
		['lastname', textFault],
		['username', textFault],
		[
			'email',
			(value) =>
				textFault(value) ?? (EMAIL.test(String(value)) ? undefined : 'Not a valid email address.')
		],
		['roles', listFault]
	];
	const found = fields.flatMap(([name, faultOf]): [string, string][] => {
		if (!(name in person)) return [[name, 'Missing data for required field.']];
		const fault = faultOf(person[name]);
		return fault === undefined ? [] : [[name, fault]];
	});
	const known = ['id', ...fields.map(([name]) => name)];
	const strangers = Object.keys(person).filter((name) => !known.includes(name));
	return [...found, ...strangers.map((name): [string, string] => [name, 'Unknown field.'])];
}

function textFault(value: unknown): string | undefined {
	if (value === null) return 'Field may not be null.';
	return typeof value === 'string' ? undefined : 'Not a valid string.';
}

function listFault(value: unknown): string | undefined {
	if (value === null) return 'Field may not be null.';
	if (!Array.isArray(value)) return 'Not a valid list.';
	return value.length === 0 ? 'Shorter than minimum length 1.' : undefined;
}
