import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { exampleBody } from '#lib/openapi/example.ts';
import type { Api } from '#contract/cases/case.ts';
import { specOf } from '#contract/fuzz/requests.ts';

/** How one method of the official client went. */
export interface Outcome {
	method: string;
	returned?: string;
	raised?: string;
	status?: number | null;
	says?: string;
}

/** Methods that would take away what other tests need, each with its reason. */
const LEAVE: Record<string, string> = {
	delete_dag: 'the DAG would be gone for every later test',
	patch_dags: 'unpauses every DAG that it finds',
	logout: 'ends the token of the calls that follow',
	delete_role: 'the callers themselves',
	delete_user: 'the callers themselves',
	wait_dag_run_until_finished: 'waits for a run of a paused DAG'
};

const VALUES: Record<string, unknown> = {
	dag_id: 'paused_cleanup',
	dag_run_id: 'client_run',
	task_id: 'cleanup',
	task_try_number: 1,
	try_number: 1,
	map_index: -1,
	pool_name: 'client_pool',
	variable_key: 'client_key',
	connection_id: 'client_conn',
	xcom_key: 'client_xcom',
	key: 'client_state',
	group_id: 'no_such_group',
	version_number: 1,
	section: 'core',
	option: 'executor',
	role_name: 'client_role',
	username: 'client_user',
	uri: 's3://shop/orders',
	event_log_id: 1,
	import_error_id: 999_999,
	asset_id: 1,
	asset_alias_id: 1,
	backfill_id: 999_999,
	file_token: 'no_such_token',
	update_mask: ['description']
};

/** Where one method wants another value than the rest. */
const SPECIAL: Record<string, Record<string, unknown>> = {
	get_list_dag_runs_batch: { dag_id: '~' },
	get_task_instances_batch: { dag_id: '~', dag_run_id: '~' },
	get_mapped_task_instance: { map_index: 0 }
};

/** Runs every method of the official client for this line against a server. */
export function callEveryMethod(api: Api, python: string, url: string, token?: string): Outcome[] {
	const spec = specOf(api);
	const bodies = Object.fromEntries(
		spec.operations
			.filter(({ body }) => body)
			.map((operation) => [
				operation.operationId,
				bodyFor(operation.operationId, exampleBody(operation, spec))
			])
	);
	const { status, stdout, stderr } = spawnSync(
		python,
		[join(import.meta.dirname, 'every_method.py')],
		{
			encoding: 'utf8',
			timeout: 300_000,
			input: JSON.stringify({
				url,
				...(token === undefined ? { username: 'admin', password: 'admin' } : { token }),
				values: VALUES,
				special: SPECIAL,
				bodies,
				leave: Object.keys(LEAVE)
			})
		}
	);
	if (status !== 0) throw new Error(`The client's program stopped: ${stderr.slice(-2000)}`);
	return stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Outcome);
}

/** Names of its own, so that what one call makes the next one finds. */
function bodyFor(operationId: string, text: string): unknown {
	const own = text
		.replaceAll(/"(name|pool)": "[^"]*"/g, '"$1": "client_pool"')
		.replaceAll(/"key": "[^"]*"/g, '"key": "client_key"')
		.replaceAll(/"connection_id": "[^"]*"/g, '"connection_id": "client_conn"')
		.replaceAll(/"dag_run_id": "[^"]*"/g, '"dag_run_id": "client_run"')
		.replaceAll(/"username": "[^"]*"/g, '"username": "client_user"')
		.replaceAll(/"is_paused": false/g, '"is_paused": true');
	const body = own === '' ? {} : (JSON.parse(own) as Record<string, unknown>);
	const isTrigger = ['trigger_dag_run', 'post_dag_run'].includes(operationId);
	return isTrigger ? { ...body, dag_run_id: 'client_run' } : body;
}
