import { line, lines, type Cases, type Line } from './line.ts';

/** Airflow 3 has people only with another auth manager than its own. */
const of2 = (...all: (string | Line)[]): Line[] =>
	lines(...all).map((one) => ({ ...one, only: '2' }));

const people = JSON.stringify([
	{
		username: 'eve',
		firstname: 'Eve',
		lastname: 'E',
		email: 'eve@example.org',
		roles: ['Viewer', 'User']
	},
	{
		username: 'op',
		firstname: 'Olga',
		lastname: 'P',
		email: 'op@example.org',
		roles: ['Admin']
	}
]);
const importing = (file: string, text: string) =>
	line(`users import ${file}`, { files: { [file]: text } });

/** Users and roles of Airflow 2; Airflow 3 does not know these words. */
export const peopleCases: Cases = {
	'users, from their birth to their end': of2(
		'users list',
		'users create -u bob -e bob@example.org -f Bob -l B -r Op -p secret',
		'users create -u bob -e bob@example.org -f Bob -l B -r Op -p secret',
		line('users create -u ann -e ann@example.org -f Ann -l A -r Viewer', { stdin: 'pw\npw\n' }),
		line('users create -u ann2 -e a2@example.org -f A -l A -r Viewer', { stdin: 'pw\nwp\n' }),
		'users create -u cy -e cy@example.org -f C -l Y -r Public --use-random-password',
		'users create -u dee -e d@example.org -f D -l E -r Nope -p x',
		'users create -u dee',
		'users list -o json',
		'users add-role -u bob -r Admin',
		'users add-role -u bob -r Admin',
		'users remove-role -e bob@example.org -r Op',
		'users remove-role -u bob -r Op',
		'users list -o yaml',
		'users reset-password -u bob -p new',
		'users delete -u bob',
		'users delete -u bob',
		'users delete -e ann@example.org',
		'users list -o plain'
	),
	'users who are not there': of2(
		'users add-role -u nobody -r Op',
		'users add-role -r Op',
		'users add-role -u admin -e admin@example.org -r Op',
		'users add-role -u admin -r Nope'
	),
	'users from a file and to a file': of2(
		line('users export out.json', { leaves: ['out.json'] }),
		importing('people.json', people),
		'users list',
		'users import nowhere.json',
		importing('bad.json', '{'),
		importing('wrong.json', '[{"username": "x", "roles": [], "email": "nobody", "extra": 1}]'),
		importing(
			'roles.json',
			'[{"username": "x", "firstname": "", "lastname": "", "email": "x@example.org", "roles": ["Nope"]}]'
		),
		importing(
			'names.json',
			'[{"username": "other", "firstname": "", "lastname": "", "email": "op@example.org", "roles": ["Op"]}]'
		)
	),
	'roles, from their birth to their end': of2(
		'roles list',
		'roles create Quiet Loud',
		'roles create Quiet',
		'roles create',
		'roles add-perms Quiet Loud -r DAGs Pools -a can_read can_edit',
		'roles add-perms Quiet -r DAGs -a can_read',
		'roles add-perms Quiet -r Nothing -a can_read',
		'roles add-perms Quiet -r DAGs -a can_fly',
		'roles add-perms Nobody -r DAGs -a can_read',
		'roles del-perms Loud -r DAGs -a can_edit',
		'roles del-perms Loud -r DAGs',
		'roles list',
		line('roles export out.json', { leaves: ['out.json'] }),
		line('roles export out.json -p', { leaves: ['out.json'] }),
		'roles delete Quiet Nobody',
		'roles delete Quiet Loud',
		'roles list -o json',
		'roles import nowhere.json',
		line('roles import bad.json', { files: { 'bad.json': 'x' } })
	),
	'who may do what': of2('roles create', 'sync-perm')
};
