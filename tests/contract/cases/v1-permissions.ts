import {
	NONCE,
	type Caller,
	type Group,
	type Step,
	get,
	patch,
	post,
	put,
	remove,
	tidy
} from './case.ts';
import { operationsOf, type SpecOperation } from './spec-operations.ts';

const UNKNOWN: Record<string, string> = {
	event_log_id: '987654321',
	import_error_id: '987654321',
	map_index: '7',
	task_try_number: '1',
	section: 'NONCE_section',
	option: 'NONCE_option'
};

/** Refused only after the caller was looked at, so that no list need be shown. */
const byNonce = 'order_by=NONCE';
const QUERIES: Record<string, string> = {
	'GET /connections': byNonce,
	'GET /dagStats': 'dag_ids=NONCE_dag',
	'GET /dagWarnings': byNonce,
	'GET /dags': 'dag_id_pattern=NONCE',
	'PATCH /dags': 'dag_id_pattern=NONCE',
	'GET /datasets': 'uri_pattern=NONCE',
	'GET /datasets/events': 'source_dag_id=NONCE',
	'GET /eventLogs': 'dag_id=NONCE',
	'GET /importErrors': byNonce,
	'GET /pools': byNonce,
	'GET /variables': byNonce,
	'GET /users': byNonce,
	'GET /roles': byNonce,
	'GET /plugins': 'limit=-1',
	'GET /permissions': 'limit=-1'
};

const BODIES: Record<string, unknown> = {
	'PATCH /dags': { is_paused: true },
	'PATCH /dags/{dag_id}': { is_paused: true },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': { state: 'success' },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/setNote': { note: 'NONCE' },
	'POST /connections/test': { connection_id: 'NONCE', conn_type: 'http' },
	'POST /dags/~/dagRuns/list': { dag_ids: ['NONCE_dag'] },
	'POST /dags/~/dagRuns/~/taskInstances/list': { dag_ids: ['NONCE_dag'] },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}': { new_state: 'success' },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}': {
		new_state: 'success'
	},
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/setNote': { note: 'NONCE' },
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/setNote': {
		note: 'NONCE'
	},
	'POST /dags/{dag_id}/clearTaskInstances': { dry_run: true },
	'POST /dags/{dag_id}/updateTaskInstancesState': {
		dry_run: true,
		task_id: 'NONCE',
		new_state: 'success'
	},
	'POST /datasets/events': { dataset_uri: 'NONCE://nothing' }
};

/** Not for all to ask: what tells of the machine or of the installation. */
const LEFT_OUT: Record<string, readonly Caller[]> = {
	'GET /health': [],
	'GET /providers': ['nobody'],
	'GET /version': ['nobody', 'viewer']
};

const CALLERS: readonly Caller[] = ['admin', 'op', 'user', 'viewer', 'nobody'];

function stepOf({ key, method, path, takesBody }: SpecOperation, as: Step['as']): Step {
	const filled = path.replaceAll(
		/\{(\w+)\}/g,
		(_, name: string) => UNKNOWN[name] ?? `NONCE_${name.replace(/_(id|name|key)$/, '')}`
	);
	const target = key in QUERIES ? `${filled}?${QUERIES[key]}` : filled;
	const body = takesBody ? (BODIES[key] ?? {}) : undefined;
	switch (method) {
		case 'GET':
			return get(target, { as });
		case 'POST':
			return post(target, body, { as });
		case 'PUT':
			return put(target, body, { as });
		case 'PATCH':
			return patch(target, body, { as });
		default:
			return remove(target, { as });
	}
}

const operations = operationsOf('2.11.2').filter(({ path }) => !path.startsWith('//'));

const generated = operations
	.map((operation) => {
		const callers = LEFT_OUT[operation.key] ?? CALLERS;
		const steps = callers.map((as) => stepOf(operation, as));
		return [`who may ${operation.key}`, steps] as const;
	})
	.filter(([, steps]) => steps.length > 0);

const pair = (action: string, resource: string) => ({
	action: { name: action },
	resource: { name: resource }
});

/** What a user with a role of their own is let do. */
function withRole(actions: object[], ...asked: Step[]): Step[] {
	return [
		post('/roles', { name: 'windsock_people', actions }),
		post('/users', {
			username: 'windsock_people',
			password: 'windsock_people',
			email: 'windsock_people@example.org',
			first_name: 'Wind',
			last_name: 'Sock',
			roles: [{ name: 'windsock_people' }]
		}),
		...asked.map((step) => ({
			...step,
			as: 'nobody' as const,
			headers: {
				...step.headers,
				authorization: `Basic ${btoa('windsock_people:windsock_people')}`
			}
		})),
		tidy('/users/windsock_people'),
		tidy('/roles/windsock_people')
	];
}

const listed = ['/dags?limit=3&fields=dag_id', '/dags/~/dagRuns?limit=0&order_by=NONCE'];
const run = { dag_run_id: `${NONCE}_run` };

/** Every operation of the spec asked by every role; then roles made for the purpose. */
export const v1Permissions: Group = {
	name: 'v1-permissions',
	api: 'v1',
	cases: {
		...Object.fromEntries(generated),
		'a role of nothing may nothing': withRole(
			[],
			...listed.map((path) => get(path)),
			get('/pools')
		),
		'a role that reads pools': withRole(
			[pair('can_read', 'Pools')],
			get('/pools?order_by=NONCE'),
			get('/pools/default_pool'),
			post('/pools', { name: 'NONCE_pool', slots: 1 }),
			patch('/pools/default_pool', { name: 'default_pool', slots: 128 }),
			remove('/pools/NONCE_pool'),
			get('/variables/NONCE'),
			get('/dags/hello_api')
		),
		'a role that makes pools and cannot see them': withRole(
			[pair('can_create', 'Pools')],
			get('/pools/default_pool'),
			post('/pools', { name: 'default_pool', slots: 1 })
		),
		'a role that deletes pools only': withRole(
			[pair('can_delete', 'Pools')],
			remove('/pools/NONCE_pool'),
			patch('/pools/NONCE_pool', { name: 'NONCE_pool', slots: 1 })
		),
		'a role of one DAG sees that one': withRole(
			[pair('can_read', 'DAG:hello_api')],
			get('/dags?fields=dag_id'),
			get('/dags?fields=dag_id&limit=1&offset=1'),
			get('/dags/hello_api?fields=dag_id'),
			get('/dags/flaky_import'),
			get('/dags/hello_api/details?fields=dag_id'),
			get('/dags/hello_api/dagRuns'),
			get('/dags/hello_api/tasks'),
			patch('/dags/hello_api', { is_paused: false }),
			get('/dags/NONCE_dag')
		),
		'a role of two DAGs': withRole(
			[pair('can_read', 'DAG:hello_api'), pair('can_read', 'DAG:flaky_import')],
			get('/dags?fields=dag_id'),
			get('/dags?fields=dag_id&order_by=-dag_id&limit=1')
		),
		'a role that edits one DAG sees it in the list': withRole(
			[pair('can_edit', 'DAG:hello_api')],
			get('/dags?fields=dag_id'),
			get('/dags/hello_api'),
			patch('/dags/hello_api?update_mask=is_paused', { is_paused: false }),
			patch('/dags?dag_id_pattern=NONCE', { is_paused: false }),
			patch('/dags/flaky_import', { is_paused: false })
		),
		'a role that reads one DAG may not pause many': withRole(
			[pair('can_read', 'DAG:hello_api')],
			patch('/dags?dag_id_pattern=NONCE', { is_paused: false })
		),
		'a role of one DAG and of runs': withRole(
			[pair('can_read', 'DAG:hello_api'), pair('can_read', 'DAG Runs')],
			get('/dags/hello_api/dagRuns/NONCE_run'),
			get('/dags/flaky_import/dagRuns/NONCE_run'),
			get('/dags/~/dagRuns?order_by=NONCE'),
			post('/dags/hello_api/dagRuns', run),
			get('/dags/hello_api/dagRuns/NONCE_run/taskInstances'),
			get('/dagStats?dag_ids=NONCE')
		),
		'a role of one DAG and of its own runs': withRole(
			[pair('can_read', 'DAG:hello_api'), pair('can_read', 'DAG Run:hello_api')],
			get('/dags/hello_api/dagRuns/NONCE_run'),
			get('/dags/flaky_import/dagRuns/NONCE_run'),
			get('/dags/~/dagRuns'),
			get('/dagStats?dag_ids=hello_api')
		),
		'to trigger, a DAG must be editable': withRole(
			[pair('can_read', 'DAG:paused_cleanup'), pair('can_create', 'DAG Runs')],
			post('/dags/paused_cleanup/dagRuns', run),
			post('/dags/NONCE_dag/dagRuns', run)
		),
		'to trigger, creating is enough beside editing': withRole(
			[pair('can_edit', 'DAG:paused_cleanup'), pair('can_create', 'DAG Runs')],
			post('/dags/paused_cleanup/dagRuns', { conf: { a: 1 }, logical_date: 'NONCE' }),
			get('/dags/paused_cleanup/dagRuns/NONCE_run'),
			post('/dags/hello_api/dagRuns', run)
		),
		'all DAGs and nothing of them': withRole(
			[pair('can_read', 'DAGs'), pair('can_edit', 'DAGs'), pair('can_delete', 'DAGs')],
			get('/dags/NONCE_dag'),
			get('/dags/NONCE_dag/details'),
			get('/dags/NONCE_dag/tasks'),
			get('/dags/NONCE_dag/dagRuns'),
			patch('/dags/NONCE_dag', { is_paused: true }),
			remove('/dags/NONCE_dag')
		),
		'tasks without runs': withRole(
			[pair('can_read', 'DAGs'), pair('can_read', 'Task Instances')],
			get('/dags/NONCE_dag/tasks'),
			get('/dags/NONCE_dag/dagRuns/NONCE_run/taskInstances'),
			post('/dags/~/dagRuns/~/taskInstances/list', { dag_ids: ['NONCE_dag'] })
		),
		'task instances need runs and instances': withRole(
			[pair('can_read', 'DAGs'), pair('can_read', 'Task Instances'), pair('can_read', 'DAG Runs')],
			get('/dags/NONCE_dag/dagRuns/NONCE_run/taskInstances/NONCE_task'),
			get('/dags/NONCE_dag/dagRuns/NONCE_run/taskInstances/NONCE_task/logs/1'),
			get('/dags/NONCE_dag/dagRuns/NONCE_run/taskInstances/NONCE_task/xcomEntries/NONCE'),
			get('/dags/NONCE_dag/dagRuns/NONCE_run/taskInstances/NONCE_task/links'),
			post('/dags/NONCE_dag/clearTaskInstances', { dry_run: true })
		),
		'batch lists need nothing but what they list': withRole(
			[pair('can_read', 'Task Instances'), pair('can_read', 'DAG Runs')],
			post('/dags/~/dagRuns/list', {}),
			post('/dags/~/dagRuns/list', { dag_ids: ['hello_api'] }),
			post('/dags/~/dagRuns/~/taskInstances/list', { dag_ids: ['hello_api'] })
		),
		'logs alone': withRole(
			[pair('can_read', 'Task Logs')],
			get('/dags/hello_api/dagRuns/NONCE_run/taskInstances/say_hello/logs/1')
		),
		'logs of one DAG': withRole(
			[pair('can_read', 'Task Logs'), pair('can_read', 'DAG:hello_api')],
			get('/dags/hello_api/dagRuns/NONCE_run/taskInstances/say_hello/logs/1'),
			get('/dags/flaky_import/dagRuns/NONCE_run/taskInstances/x/logs/1')
		),
		'datasets and their queues': withRole(
			[pair('can_read', 'Datasets')],
			get('/datasets?uri_pattern=NONCE'),
			get('/datasets/NONCE'),
			get('/datasets/queuedEvent/NONCE'),
			get('/dags/hello_api/datasets/queuedEvent/NONCE'),
			remove('/datasets/queuedEvent/NONCE'),
			post('/datasets/events', { dataset_uri: 'NONCE' })
		),
		'queues of a DAG need DAG and datasets': withRole(
			[pair('can_read', 'Datasets'), pair('can_read', 'DAG:hello_api')],
			get('/dags/hello_api/datasets/queuedEvent/NONCE'),
			get('/dags/flaky_import/datasets/queuedEvent/NONCE'),
			remove('/dags/hello_api/datasets/queuedEvent/NONCE')
		),
		'variables for reading': withRole(
			[pair('can_read', 'Variables')],
			get('/variables/NONCE'),
			remove('/variables/NONCE'),
			patch('/variables/NONCE', { key: 'NONCE', value: '1' }),
			post('/variables', { key: 'NONCE', value: '1' })
		),
		'connections for reading': withRole(
			[pair('can_read', 'Connections')],
			get('/connections/NONCE'),
			remove('/connections/NONCE'),
			post('/connections/test', { connection_id: 'NONCE', conn_type: 'http' })
		),
		'users for reading': withRole(
			[pair('can_read', 'Users')],
			get('/users/NONCE'),
			get('/roles/NONCE'),
			remove('/users/NONCE'),
			get('/permissions')
		),
		'roles for changing': withRole(
			[pair('can_edit', 'Roles'), pair('can_delete', 'Roles')],
			get('/roles/NONCE'),
			patch('/roles/NONCE', { name: 'NONCE' }),
			remove('/roles/NONCE')
		),
		'permissions, configuration, plugins, warnings, logs and errors': withRole(
			[
				pair('can_read', 'Permissions'),
				pair('can_read', 'Plugins'),
				pair('can_read', 'DAG Warnings'),
				pair('can_read', 'Audit Logs'),
				pair('can_read', 'ImportError')
			],
			get('/permissions'),
			get('/config'),
			get('/plugins?limit=-1'),
			get('/dagWarnings?order_by=NONCE'),
			get('/eventLogs?dag_id=NONCE'),
			get('/importErrors/987654321'),
			get('/providers')
		),
		'a menu is no permission': withRole(
			[pair('menu_access', 'Pools'), pair('menu_access', 'DAGs')],
			get('/pools/default_pool'),
			get('/dags')
		)
	}
};
