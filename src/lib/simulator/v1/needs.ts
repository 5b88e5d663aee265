/** What an endpoint asks of its caller: something on a resource, or on a DAG and what belongs to it. */
export type Need =
	| { kind: 'resource'; action: string; resource: string }
	| { kind: 'dag'; method: Method; entity?: readonly string[] };

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** @source airflow/security/permissions.py, `get_fab_action_from_method_map` */
export const ACTION_OF: Record<Method, string> = {
	GET: 'can_read',
	POST: 'can_create',
	PUT: 'can_edit',
	DELETE: 'can_delete'
};

/**
 * What an operation of API v1 asks for, all of it; empty where anybody may call, undefined when the spec
 * has no such operation.
 * @source airflow/api_connexion/endpoints/*.py, their `@security.requires_access_*`
 */
export function needsOf(operation: string): readonly Need[] | undefined {
	return NEEDS.get(operation) ?? byPath(operation);
}

const on = (method: Method, resource: string): Need => ({
	kind: 'resource',
	action: ACTION_OF[method],
	resource
});
const dag = (method: Method, ...entity: string[]): Need =>
	entity.length > 0 ? { kind: 'dag', method, entity } : { kind: 'dag', method };

const RUN = ['DAG Runs'];
/** What once meant a task means its instances too, hence both. */
const INSTANCE = ['DAG Runs', 'Task Instances'];

const NEEDS = new Map<string, readonly Need[]>([
	['GET /health', []],
	['GET /version', []],
	['GET /dags/{dag_id}/tasks', [dag('GET', 'Task Instances')]],
	['GET /dags/{dag_id}/tasks/{task_id}', [dag('GET', 'Task Instances')]],
	['POST /dags/{dag_id}/clearTaskInstances', [dag('PUT', ...INSTANCE)]],
	['POST /dags/{dag_id}/updateTaskInstancesState', [dag('PUT', ...INSTANCE)]],
	['POST /dags/{dag_id}/dagRuns', [dag('POST', ...RUN)]],
	['POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear', [dag('PUT', ...RUN)]],
	['POST /dags/~/dagRuns/list', [dag('GET', ...RUN)]],
	['POST /dags/~/dagRuns/~/taskInstances/list', [dag('GET', ...INSTANCE)]],
	[
		'GET /dags/{dag_id}/dagRuns/{dag_run_id}/upstreamDatasetEvents',
		[dag('GET', ...RUN), on('GET', 'Datasets')]
	],
	['GET /dagStats', [dag('GET', ...RUN)]],
	['GET /dagWarnings', [dag('GET', 'DAG Warnings')]],
	['GET /dagSources/{file_token}', [dag('GET', 'DAG Code')]],
	['PUT /parseDagFile/{file_token}', [dag('PUT')]],
	['GET /permissions', [on('GET', 'Permissions')]]
]);

/** Words that a path begins with → the resource that all its operations are about. */
const RESOURCE_OF: Record<string, string> = {
	config: 'Configurations',
	connections: 'Connections',
	datasets: 'Datasets',
	importErrors: 'ImportError',
	plugins: 'Plugins',
	pools: 'Pools',
	providers: 'Providers',
	roles: 'Roles',
	users: 'Users',
	variables: 'Variables'
};

function byPath(operation: string): readonly Need[] | undefined {
	const [verb = '', path = ''] = operation.split(' ');
	const words = path.split('/').slice(1);
	const [first = ''] = words;
	const method: Method = verb === 'PATCH' ? 'PUT' : (verb as Method);
	const resource = RESOURCE_OF[first];
	if (resource !== undefined) return [on(method, resource)];
	if (first === 'eventLogs') return [dag(method, 'Audit Logs')];
	if (first !== 'dags') return undefined;
	if (words.includes('datasets')) return [dag('GET'), on(method, 'Datasets')];
	if (words.includes('xcomEntries')) return [dag(method, 'XComs')];
	if (words.includes('logs')) return [dag(method, 'Task Logs')];
	if (words.includes('taskInstances')) return [dag(method, ...INSTANCE)];
	if (words.includes('dagRuns')) return [dag(method, ...RUN)];
	return [dag(method)];
}
