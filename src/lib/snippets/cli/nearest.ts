import { option, withOperands, type Ask, type Command, type Commands } from './ask.ts';

const RUN = '/dags/{dag_id}/dagRuns/{dag_run_id}';
const TASK = `${RUN}/taskInstances/{task_id}`;

/** Lists where one entry was asked for, and the like, in both lines of `airflow`. */
const nearestBoth: Commands = {
	'GET /dags/{dag_id}/tasks/{task_id}': (ask) => list(ask, ['tasks', 'list'], 'dag_id'),
	'GET /importErrors/{import_error_id}': (ask) => list(ask, ['dags', 'list-import-errors']),
	[`GET ${TASK}/listMapped`]: (ask) =>
		list(ask, ['tasks', 'states-for-dag-run'], 'dag_id', 'dag_run_id'),
	'PATCH /connections/{connection_id}': (ask) => {
		ask.warn('cli-nearest-recreates');
		const fields = ['host', 'login', 'password', 'schema', 'port', 'extra', 'description'];
		return withOperands(
			[
				'airflow',
				'connections',
				'add',
				...option('--conn-type', ask.body('conn_type')),
				...fields.flatMap((name) => option(`--conn-${name}`, ask.body(name)))
			],
			[ask.path('connection_id')]
		);
	}
};

/** For requests of v1 that `airflow` 2.x has no command for. */
export const nearest2: Commands = {
	...nearestBoth,
	...people('/users', '/roles'),
	...people('/auth/fab/v1/users', '/auth/fab/v1/roles'),
	'POST /dags/~/dagRuns/list': (ask) => {
		const [dagId, ...more] = ask.texts('dag_ids') ?? [];
		if (dagId === undefined || more.length > 0) return undefined;
		return list(ask, ['dags', 'list-runs', ...option('--dag-id', dagId)]);
	},
	'GET /dagStats': (ask) => {
		const dagId = ask.query('dag_ids');
		if (dagId === undefined || dagId.includes(',')) return undefined;
		return list(ask, ['dags', 'list-runs', ...option('--dag-id', dagId)]);
	},
	[`POST ${RUN}/clear`]: (ask) => {
		ask.warn('cli-nearest-all-runs');
		return withOperands(['airflow', 'tasks', 'clear'], [ask.path('dag_id')]);
	}
};

/** For requests of v2 that neither `airflow` 3.x nor `airflowctl` has a command for. */
export const nearest3: Commands = {
	...nearestBoth,
	'POST /dags/{dag_id}/dagRuns/list': (ask) =>
		ask.path('dag_id') === '~' ? undefined : list(ask, ['dags', 'list-runs'], 'dag_id'),
	'GET /dagStats': (ask) => {
		const dagId = ask.query('dag_ids');
		return dagId === undefined
			? undefined
			: list(ask, withOperands(['dags', 'list-runs'], [dagId]));
	},
	[`GET ${RUN}/wait`]: (ask) => {
		ask.warn('cli-nearest-once');
		return withOperands(['airflow', 'dags', 'state'], [ask.path('dag_id'), ask.path('dag_run_id')]);
	},
	[`POST ${RUN}/taskInstances/list`]: (ask) =>
		ask.path('dag_run_id') === '~'
			? undefined
			: list(ask, ['tasks', 'states-for-dag-run'], 'dag_id', 'dag_run_id'),
	...imports('airflow')
};

/** For requests of v2 that neither `airflowctl` nor `airflow` 3.x has a command for. */
export const nearestCtl: Commands = {
	'POST /dags/{dag_id}/dagRuns/list': (ask) => {
		ask.warn('cli-nearest-list');
		const dagId = ask.path('dag_id');
		const dag = dagId === '~' ? [] : option('--dag-id', dagId);
		return ['airflowctl', 'dagrun', 'list', ...dag, '--limit', '50'];
	},
	[`GET ${RUN}/wait`]: (ask) => {
		ask.warn('cli-nearest-once');
		return withOperands(
			['airflowctl', 'dagrun', 'get'],
			[ask.path('dag_id'), ask.path('dag_run_id')]
		);
	},
	'GET /dagTags': (ask) => {
		ask.warn('cli-nearest-list');
		return ['airflowctl', 'dags', 'list'];
	},
	...backfillVerb('pause'),
	...backfillVerb('unpause'),
	...backfillVerb('cancel'),
	'PATCH /dags': (ask) => {
		const verb = ask.bodyIs('is_paused', 'true') ? 'pause' : 'unpause';
		ask.warn('cli-nearest-one-dag');
		return ['airflowctl', 'dags', verb, '{dag_id}'];
	},
	...imports('airflowctl')
};

function list(ask: Ask, words: readonly string[], ...operands: string[]): string[] {
	ask.warn('cli-nearest-list');
	return withOperands(
		['airflow', ...words],
		operands.map((name) => ask.path(name))
	);
}

// Up to 0.1.5 it sends POST where the API knows PUT only.
function backfillVerb(verb: string): Commands {
	return {
		[`PUT /backfills/{backfill_id}/${verb}`]: (ask) => {
			ask.warn('airflowctl-refused', { version: '0.1.5' });
			return withOperands(['airflowctl', 'backfill', verb], [ask.path('backfill_id')]);
		}
	};
}

// The bulk requests carry many entries, which the commands take from a file.
function imports(program: string): Commands {
	const from =
		(entries: string): Command =>
		(ask) => {
			ask.warn('cli-nearest-file', { name: `${entries}.json` });
			return [program, entries, 'import', `${entries}.json`];
		};
	return {
		'PATCH /pools': from('pools'),
		'PATCH /variables': from('variables'),
		'PATCH /connections': from('connections')
	};
}

function people(usersPath: string, rolesPath: string): Commands {
	return {
		[`GET ${usersPath}/{username}`]: (ask) => list(ask, ['users', 'list']),
		[`GET ${rolesPath}/{role_name}`]: (ask) => list(ask, ['roles', 'list']),
		[`PATCH ${usersPath}/{username}`]: (ask) => {
			const name = option('--username', ask.path('username'));
			const password = ask.body('password');
			if (password !== undefined) {
				ask.warn('cli-nearest-password');
				return ['airflow', 'users', 'reset-password', ...name, ...option('--password', password)];
			}
			const [role] = ask.objects('roles');
			if (typeof role?.name !== 'string') return undefined;
			ask.warn('cli-nearest-adds');
			return ['airflow', 'users', 'add-role', ...name, ...option('--role', role.name)];
		},
		[`PATCH ${rolesPath}/{role_name}`]: (ask) => {
			const [permission] = ask.objects('actions');
			const [action, resource] = [nameOf(permission?.action), nameOf(permission?.resource)];
			if (action === undefined || resource === undefined) return undefined;
			ask.warn('cli-nearest-adds');
			// Each option takes all words up to the next one, so the role stands before them.
			const words = ['airflow', 'roles', 'add-perms', ask.path('role_name')];
			return [...words, ...option('--action', action), ...option('--resource', resource)];
		}
	};
}

function nameOf(value: unknown): string | undefined {
	const name = (value as { name?: unknown } | undefined)?.name;
	return typeof name === 'string' ? name : undefined;
}
