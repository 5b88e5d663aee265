import { missing } from './airflow-both.ts';
import { flag, option, withOperands, type Ask, type Command, type Commands } from './ask.ts';

const run = '/dags/{dag_id}/dagRuns/{dag_run_id}';
const xcoms = `${run}/taskInstances/{task_id}/xcomEntries`;
const login: Command = (ask) => {
	const username = ask.body('username');
	// The password stays out of the code; without the option the command asks for it.
	ask.body('password');
	ask.warn('airflowctl-logs-in');
	return ['auth', 'token', ...option('--api-url', ask.origin), ...option('--username', username)];
};

/** `airflowctl`, which speaks to the v2 API. @source airflowctl 0.1.5, ctl/cli_config.py and api/operations.py */
export const airflowctl: Commands = {
	'POST /auth/token': login,
	'POST /auth/token/cli': login,
	'GET /version': () => ['version', '--remote'],
	'GET /config': () => ['config', 'list'],
	'GET /config/section/{section}/option/{option}': (ask) =>
		on(ask, 'config get', 'section', 'option'),
	'GET /plugins': () => ['plugins', 'list'],
	'GET /plugins/importErrors': () => ['plugins', 'list-import-errors'],
	'GET /providers': () => ['providers', 'list'],
	'GET /jobs': (ask) => ['jobs', 'list', ...queries(ask, 'job_type', 'hostname')],

	'GET /dags': () => ['dags', 'list'],
	'GET /dags/{dag_id}': (ask) => on(ask, 'dags get', 'dag_id'),
	'GET /dags/{dag_id}/details': (ask) => on(ask, 'dags get-details', 'dag_id'),
	'PATCH /dags/{dag_id}': (ask) => {
		if (ask.query('update_mask') !== 'is_paused') ask.loses('update_mask');
		if (ask.bodyIs('is_paused', 'true')) return on(ask, 'dags pause', 'dag_id');
		return ask.bodyIs('is_paused', 'false') ? on(ask, 'dags unpause', 'dag_id') : undefined;
	},
	'DELETE /dags/{dag_id}': (ask) => on(ask, 'dags delete', 'dag_id'),
	'GET /dags/{dag_id}/dagVersions': (ask) => on(ask, 'dags list-version', 'dag_id'),
	'GET /dags/{dag_id}/dagVersions/{version_number}': (ask) =>
		on(ask, 'dags get-version', 'dag_id', 'version_number'),
	// get-tags is there, but 0.1.5 cannot print the answer.
	'GET /dagWarnings': () => ['dags', 'list-warning'],
	'GET /importErrors': () => ['dags', 'list-import-errors'],
	'GET /importErrors/{import_error_id}': (ask) =>
		on(ask, 'dags get-import-error', 'import_error_id'),

	'GET /dags/{dag_id}/dagRuns': (ask) => [
		'dagrun',
		'list',
		...(ask.path('dag_id') === '~' ? [] : option('--dag-id', ask.path('dag_id'))),
		...queries(ask, 'state'),
		// Without it the program sends an empty one, which the API refuses; 50 is what the API takes by itself.
		...option('--limit', ask.query('limit') ?? '50')
	],
	'POST /dags/{dag_id}/dagRuns': (ask) => {
		if (ask.body('logical_date') === undefined) ask.warn('airflowctl-dates-the-run');
		const fields = [
			'dag_run_id',
			'logical_date',
			'run_after',
			'data_interval_start',
			'data_interval_end'
		];
		// --conf is there, but takes no value at all: argparse gives it to dict(). So conf is named as lost.
		const options = bodies(ask, ...fields, 'note', 'partition_key');
		return withOperands(['dags', 'trigger', ...options], [ask.path('dag_id')]);
	},
	[`GET ${run}`]: (ask) => on(ask, 'dagrun get', 'dag_id', 'dag_run_id'),

	'GET /pools': () => ['pools', 'list'],
	'GET /pools/{pool_name}': (ask) => on(ask, 'pools get', 'pool_name'),
	'POST /pools': (ask) => {
		if (ask.body('name') === undefined || ask.body('slots') === undefined)
			return missing(ask, 'name, slots');
		return ['pools', 'create', ...bodies(ask, 'name', ...pool), ...toggle(ask, 'include_deferred')];
	},
	'PATCH /pools/{pool_name}': (ask) => {
		ask.bodyIs('pool', JSON.stringify(ask.path('pool_name')));
		const name = option('--pool', ask.path('pool_name'));
		return [
			'pools',
			'update',
			...name,
			...bodies(ask, ...pool),
			...toggle(ask, 'include_deferred')
		];
	},
	'DELETE /pools/{pool_name}': (ask) => on(ask, 'pools delete', 'pool_name'),

	'GET /variables': () => ['variables', 'list'],
	'GET /variables/{variable_key}': (ask) => on(ask, 'variables get', 'variable_key'),
	'POST /variables': (ask) => {
		if (ask.body('key') === undefined || ask.body('value') === undefined)
			return missing(ask, 'key, value');
		return ['variables', 'create', ...bodies(ask, 'key', ...variable)];
	},
	'PATCH /variables/{variable_key}': (ask) => {
		const key = ask.path('variable_key');
		ask.bodyIs('key', JSON.stringify(key));
		return ['variables', 'update', ...option('--key', key), ...bodies(ask, ...variable)];
	},
	'DELETE /variables/{variable_key}': (ask) => on(ask, 'variables delete', 'variable_key'),

	'GET /connections': () => ['connections', 'list'],
	'GET /connections/{connection_id}': (ask) => on(ask, 'connections get', 'connection_id'),
	'POST /connections': (ask) => [
		'connections',
		'create',
		...bodies(ask, 'connection_id', ...connection)
	],
	'POST /connections/test': (ask) => [
		'connections',
		'test',
		...bodies(ask, 'connection_id', ...connection)
	],
	'POST /connections/defaults': () => ['connections', 'create-defaults'],
	'PATCH /connections/{connection_id}': (ask) => {
		const id = ask.path('connection_id');
		ask.bodyIs('connection_id', JSON.stringify(id));
		return [
			'connections',
			'update',
			...option('--connection-id', id),
			...bodies(ask, ...connection)
		];
	},
	'DELETE /connections/{connection_id}': (ask) => on(ask, 'connections delete', 'connection_id'),

	'GET /assets': () => ['assets', 'list'],
	'GET /assets/{asset_id}': (ask) => on(ask, 'assets get', 'asset_id'),
	'GET /assets/aliases': () => ['assets', 'list-by-alias'],
	'GET /assets/aliases/{asset_alias_id}': (ask) => on(ask, 'assets get-by-alias', 'asset_alias_id'),
	'POST /assets/{asset_id}/materialize': (ask) => on(ask, 'assets materialize', 'asset_id'),
	// --extra is there, but takes no value at all, as --conf above.
	'POST /assets/events': (ask) => {
		if (ask.body('asset_id') === undefined) return missing(ask, 'asset_id');
		return ['assets', 'create-event', ...bodies(ask, 'asset_id', 'partition_key')];
	},
	'GET /assets/{asset_id}/queuedEvents': (ask) => on(ask, 'assets get-queued-events', 'asset_id'),
	'DELETE /assets/{asset_id}/queuedEvents': (ask) =>
		on(ask, 'assets delete-queued-events', 'asset_id'),
	'GET /dags/{dag_id}/assets/queuedEvents': (ask) => queuedEvents(ask, 'get-dag-queued-events'),
	'DELETE /dags/{dag_id}/assets/queuedEvents': (ask) =>
		queuedEvents(ask, 'delete-dag-queued-events'),
	'GET /dags/{dag_id}/assets/{asset_id}/queuedEvents': (ask) =>
		on(ask, 'assets get-dag-queued-event', 'dag_id', 'asset_id'),
	'DELETE /dags/{dag_id}/assets/{asset_id}/queuedEvents': (ask) =>
		on(ask, 'assets delete-queued-event', 'dag_id', 'asset_id'),

	'GET /backfills': (ask) =>
		withOperands(['backfill', 'list'], [ask.query('dag_id') ?? '{dag_id}']),
	'GET /backfills/{backfill_id}': (ask) => on(ask, 'backfill get', 'backfill_id'),
	'POST /backfills': (ask) => backfill(ask, 'create'),
	// create-dry-run is there, but 0.1.5 cannot read the answer; so airflow is shown.

	[`GET ${xcoms}`]: (ask) => on(ask, 'xcom list', 'dag_id', 'dag_run_id', 'task_id'),
	[`GET ${xcoms}/{xcom_key}`]: (ask) =>
		on(ask, 'xcom get', 'dag_id', 'dag_run_id', 'task_id', 'xcom_key'),
	[`POST ${xcoms}`]: (ask) => setXcom(ask, 'add', ask.body('key')),
	[`PATCH ${xcoms}/{xcom_key}`]: (ask) => setXcom(ask, 'edit', ask.path('xcom_key')),
	[`DELETE ${xcoms}/{xcom_key}`]: (ask) =>
		on(ask, 'xcom delete', 'dag_id', 'dag_run_id', 'task_id', 'xcom_key')
};

const pool = ['slots', 'description', 'team_name'];
const variable = ['value', 'description', 'team_name'];
const connection = [
	'conn_type',
	'description',
	'host',
	'login',
	'port',
	'password',
	'extra',
	'team_name'
];

function on(ask: Ask, command: string, ...operands: string[]): string[] {
	return withOperands(
		command.split(' '),
		operands.map((name) => ask.path(name))
	);
}

const optionName = (name: string) => `--${name.replaceAll('_', '-')}`;
const queries = (ask: Ask, ...names: string[]) =>
	names.flatMap((name) => option(optionName(name), ask.query(name)));
const bodies = (ask: Ask, ...names: string[]) =>
	names.flatMap((name) => option(optionName(name), ask.body(name)));

function toggle(ask: Ask, name: string): string[] {
	const value = ask.body(name);
	if (value === undefined) return [];
	return flag(value === 'true' ? optionName(name) : `--no-${name.replaceAll('_', '-')}`, true);
}

function backfill(ask: Ask, verb: string): string[] {
	const fields = ['dag_id', 'from_date', 'to_date', 'reprocess_behavior', 'max_active_runs'];
	const toggles = [...toggle(ask, 'run_backwards'), ...toggle(ask, 'run_on_latest_version')];
	return ['backfill', verb, ...bodies(ask, ...fields), ...toggles];
}

function queuedEvents(ask: Ask, verb: string): string[] | undefined {
	const before = ask.query('before');
	if (before === undefined) return missing(ask, 'before');
	return withOperands(['assets', verb], [ask.path('dag_id'), before]);
}

// A value that is JSON is sent as what it means, any other as text; so a text that reads like JSON is put in quotes.
function setXcom(ask: Ask, verb: string, key: string | undefined): string[] | undefined {
	const value = ask.body('value');
	if (key === undefined || value === undefined) return missing(ask, 'key, value');
	const isText = ask.bodyIs('value', JSON.stringify(value));
	const run = ['dag_id', 'dag_run_id', 'task_id'].map((name) => ask.path(name));
	return withOperands(
		['xcom', verb, ...option('--map-index', ask.body('map_index'))],
		[...run, key, isText && isJson(value) ? JSON.stringify(value) : value]
	);
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		// Also Python reads NaN and Infinity as JSON.
		return /^-?(NaN|Infinity)$/.test(text);
	}
}
