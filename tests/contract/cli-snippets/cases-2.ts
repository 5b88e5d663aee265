import type { Case } from './case.ts';
import { changes, reads, step } from './case.ts';
import {
	dags,
	dagsOfAirflow,
	datedRun,
	deleteRun,
	endedRun,
	ownRun,
	RUN,
	showRun
} from './cases-dags.ts';
import { listsOfAirflow } from './cases-lists.ts';
import { stores } from './cases-stores.ts';

const task = { ...ownRun, task_id: 'upload' };
const TASK = `${RUN}/taskInstances/{task_id}`;
const user = { username: 'OWN' };
const role = { role_name: 'OWN' };
const makeRole = step('POST /roles', { body: { name: 'OWN', actions: [] } });
const makeUser = step('POST /users', {
	body: {
		username: 'OWN',
		email: 'OWN@example.org',
		first_name: 'Ann',
		last_name: "O'Neill",
		roles: [{ name: 'Viewer' }],
		password: `p'"$ w`
	}
});
const showUser = [step('GET /users/{username}', { path: user })];
const showRole = [step('GET /roles/{role_name}', { path: role })];

/** Two requests that one command does. */
const marksSuccess: readonly Case[] = [
	step(`PATCH ${TASK}`, { path: task, body: { new_state: 'success', dry_run: false } }),
	step('POST /dags/{dag_id}/updateTaskInstancesState', {
		path: { dag_id: task.dag_id },
		body: {
			task_id: task.task_id,
			dag_run_id: 'OWN',
			new_state: 'success',
			dry_run: false,
			include_upstream: false,
			include_downstream: false,
			include_past: false,
			include_future: false
		}
	})
].map((request) =>
	changes(
		`marks a failed task as done: ${request.operation}`,
		request,
		[step(`GET ${TASK}`, { path: task })],
		{
			before: [
				...endedRun(ownRun, '17'),
				step(`PATCH ${TASK}`, { path: task, body: { new_state: 'failed', dry_run: false } })
			],
			after: [deleteRun(ownRun)],
			admits: {
				'cli-marks-by-running': [
					...['start_date', 'end_date', 'duration', 'hostname', 'pid', 'try_number', 'queued_when'],
					...['unixname', 'executor', 'operator', 'max_tries']
				]
			}
		}
	)
);

/** `airflow` 2.x against the v1 API. */
export const cases2: readonly Case[] = [
	...stores('v1'),
	...dags('airflow-2'),
	...dagsOfAirflow('airflow-2'),
	changes(
		'clears a whole run',
		step(`POST ${RUN}/clear`, { path: datedRun, body: { dry_run: false } }),
		showRun(datedRun),
		{ before: endedRun(datedRun), after: [deleteRun(datedRun)] }
	),
	...marksSuccess,
	changes('makes a user', makeUser, showUser, {
		after: [step('DELETE /users/{username}', { path: user })]
	}),
	changes('deletes a user', step('DELETE /users/{username}', { path: user }), showUser, {
		before: [makeUser]
	}),
	changes('makes a role', makeRole, showRole, {
		after: [step('DELETE /roles/{role_name}', { path: role })]
	}),
	changes('deletes a role', step('DELETE /roles/{role_name}', { path: role }), showRole, {
		before: [makeRole]
	}),
	...listsOfAirflow,
	reads('prints the roles', step('GET /roles'), ({ roles }: { roles: { name: string }[] }) =>
		roles.map(({ name }) => name)
	)
];
