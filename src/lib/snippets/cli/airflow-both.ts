import { flag, option, withOperands, type Ask, type Commands } from './ask.ts';

/**
 * Commands that `airflow` 2.11 and 3.x spell alike.
 * @source airflow/cli/cli_config.py and airflow/cli/commands of both lines; every flag was tried on both
 */
export const airflowBoth: Commands = {
	'GET /version': (ask) => noted(ask, 'cli-version', ['version']),
	'GET /config': (ask) =>
		noted(ask, 'cli-config', ['config', 'list', ...option('--section', ask.query('section'))]),
	'GET /config/section/{section}/option/{option}': (ask) =>
		noted(
			ask,
			'cli-config',
			withOperands(['config', 'get-value'], [ask.path('section'), ask.path('option')])
		),
	'GET /plugins': () => ['plugins'],
	'GET /providers': () => ['providers', 'list'],
	'GET /importErrors': (ask) => noted(ask, 'cli-exits-with-one', ['dags', 'list-import-errors']),
	'PUT /parseDagFile/{file_token}': (ask) =>
		noted(ask, 'cli-reparses-all', ['dags', 'reserialize']),

	'GET /dags': () => ['dags', 'list'],
	'GET /dags/{dag_id}': details,
	'GET /dags/{dag_id}/details': details,
	'PATCH /dags/{dag_id}': (ask) => {
		if (ask.query('update_mask') !== 'is_paused') ask.loses('update_mask');
		const verb = ask.bodyIs('is_paused', 'true') ? 'pause' : 'unpause';
		if (verb === 'unpause' && !ask.bodyIs('is_paused', 'false')) return undefined;
		return withOperands(['dags', verb], [ask.path('dag_id')]);
	},
	'PATCH /dags': (ask) => {
		if (ask.query('update_mask') !== 'is_paused') ask.loses('update_mask');
		const pattern = ask.query('dag_id_pattern');
		const verb = ask.bodyIs('is_paused', 'true') ? 'pause' : 'unpause';
		// Several patterns in one, which the v2 API takes, have no simple regular expression.
		if (pattern === undefined || pattern.includes('|')) return undefined;
		if (verb === 'unpause' && !ask.bodyIs('is_paused', 'false')) return undefined;
		ask.warn('cli-many-dags');
		const words = ['dags', verb, '--treat-dag-id-as-regex', '--yes'];
		return withOperands(words, [pattern === '~' ? '.' : likePattern(pattern)]);
	},
	'DELETE /dags/{dag_id}': (ask) => withOperands(['dags', 'delete', '-y'], [ask.path('dag_id')]),

	'GET /dags/{dag_id}/tasks': (ask) => withOperands(['tasks', 'list'], [ask.path('dag_id')]),
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances': (ask) => {
		const run = [ask.path('dag_id'), ask.path('dag_run_id')];
		return run.includes('~') ? undefined : withOperands(['tasks', 'states-for-dag-run'], run);
	},
	[taskKey()]: (ask) => taskInstance(ask, 'state'),
	[taskKey('/{map_index}')]: (ask) => taskInstance(ask, 'state', ask.path('map_index')),
	[taskKey('/dependencies')]: (ask) => taskInstance(ask, 'failed-deps'),
	[taskKey('/{map_index}/dependencies')]: (ask) =>
		taskInstance(ask, 'failed-deps', ask.path('map_index')),

	'GET /pools': () => ['pools', 'list'],
	'GET /pools/{pool_name}': (ask) => withOperands(['pools', 'get'], [ask.path('pool_name')]),
	'POST /pools': (ask) => setPool(ask, ask.body('name')),
	'PATCH /pools/{pool_name}': (ask) => {
		const name = ask.path('pool_name');
		// A pool keeps its name: the body may repeat it, but a new one is lost.
		ask.bodyIs('name', JSON.stringify(name));
		ask.bodyIs('pool', JSON.stringify(name));
		overwrites(ask, 'description', 'include_deferred');
		return setPool(ask, name);
	},
	'DELETE /pools/{pool_name}': (ask) => withOperands(['pools', 'delete'], [ask.path('pool_name')]),

	'GET /variables': () => ['variables', 'list'],
	'GET /variables/{variable_key}': (ask) =>
		noted(ask, 'cli-value-only', withOperands(['variables', 'get'], [ask.path('variable_key')])),
	'POST /variables': (ask) => setVariable(ask, ask.body('key')),
	'PATCH /variables/{variable_key}': (ask) => {
		const key = ask.path('variable_key');
		ask.bodyIs('key', JSON.stringify(key));
		overwrites(ask, 'description');
		return setVariable(ask, key);
	},
	'DELETE /variables/{variable_key}': (ask) =>
		withOperands(['variables', 'delete'], [ask.path('variable_key')]),

	'GET /connections': (ask) => noted(ask, 'cli-shows-secrets', ['connections', 'list']),
	'GET /connections/{connection_id}': (ask) =>
		noted(
			ask,
			'cli-shows-secrets',
			withOperands(['connections', 'get'], [ask.path('connection_id')])
		),
	'POST /connections': (ask) => {
		const id = ask.body('connection_id');
		if (id === undefined) return missing(ask, 'connection_id');
		if (ask.body('conn_type') !== undefined) ask.warn('cli-conn-type');
		const fields = ['host', 'login', 'password', 'schema', 'port', 'extra', 'description'];
		return withOperands(
			[
				'connections',
				'add',
				...option('--conn-type', ask.body('conn_type')),
				...fields.flatMap((name) => option(`--conn-${name}`, ask.body(name)))
			],
			[id]
		);
	},
	'POST /connections/test': (ask) => {
		const id = ask.body('connection_id');
		if (id === undefined) return missing(ask, 'connection_id');
		return noted(ask, 'cli-tests-saved', withOperands(['connections', 'test'], [id]));
	},
	'DELETE /connections/{connection_id}': (ask) =>
		withOperands(['connections', 'delete'], [ask.path('connection_id')])
};

/** Says that the command cannot be written without these values, and why there is none. */
export function missing(ask: Ask, names: string): undefined {
	ask.warn('cli-needs', { names });
}

/** The command with a note on how it differs from the request. */
export function noted(ask: Ask, warning: string, words: string[]): string[] {
	ask.warn(warning);
	return words;
}

// LIKE with `%` on both ends, whatever the case, as a regular expression.
function likePattern(pattern: string): string {
	const escaped = pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
	return `(?i)${escaped.replaceAll('%', '.*').replaceAll('_', '.')}`;
}

function taskKey(rest = ''): string {
	return `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}${rest}`;
}

function details(ask: Ask): string[] {
	return withOperands(['dags', 'details'], [ask.path('dag_id')]);
}

function taskInstance(ask: Ask, verb: 'state' | 'failed-deps', mapIndex?: string): string[] {
	if (verb === 'state') ask.warn('cli-state-only');
	const operands = [ask.path('dag_id'), ask.path('task_id'), ask.path('dag_run_id')];
	return withOperands(['tasks', verb, ...option('--map-index', mapIndex)], operands);
}

// The set commands write the whole entry, so a field that the body leaves alone would be reset.
function overwrites(ask: Ask, ...fields: string[]) {
	const reset = fields.filter((name) => ask.body(name) === undefined);
	if (reset.length > 0) ask.warn('cli-overwrites', { names: reset.join(', ') });
}

function setPool(ask: Ask, name: string | undefined): string[] | undefined {
	const slots = ask.body('slots');
	if (name === undefined || slots === undefined) return missing(ask, 'name, slots');
	const isDeferred = ask.body('include_deferred') === 'true';
	ask.warn('cli-upserts');
	return withOperands(
		['pools', 'set', ...flag('--include-deferred', isDeferred)],
		// The command insists on a description, also an empty one.
		[name, slots, ask.body('description') ?? '']
	);
}

function setVariable(ask: Ask, key: string | undefined): string[] | undefined {
	const value = ask.body('value');
	if (key === undefined || value === undefined) return missing(ask, 'key, value');
	ask.warn('cli-upserts');
	const description = option('--description', ask.body('description'));
	return withOperands(['variables', 'set', ...description], [key, value]);
}
