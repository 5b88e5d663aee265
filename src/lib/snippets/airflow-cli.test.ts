import { describe, expect, it } from 'vitest';
import type { RequestDraft } from '#lib/request/draft.ts';
import { airflow2Cli, airflow3Cli } from './airflow-cli.ts';
import { inputForDraft } from './input.fixture.ts';

type Row = readonly ['v1' | 'v2', string, Partial<RequestDraft>, string];
const generate = (api: 'v1' | 'v2', key: string, draft: Partial<RequestDraft> = {}) =>
	(api === 'v1' ? airflow2Cli : airflow3Cli).generate(inputForDraft(api, key, draft));
const warningOf = (
	id: string,
	[api, key, draft]: readonly ['v1' | 'v2', string, Partial<RequestDraft>]
) => generate(api, key, draft).warnings.find((warning) => warning.id === id);

const RUNS = '/dags/{dag_id}/dagRuns';
const RUN = `${RUNS}/{dag_run_id}`;
const etl = { path: { dag_id: 'etl' } };
const run = { path: { dag_id: 'etl', dag_run_id: 'r 1', task_id: 'load', map_index: '2' } };
const of = (body: object, path: Record<string, string> = {}) => ({
	path,
	body: JSON.stringify(body)
});

const rows: Row[] = [
	[
		'v1',
		'POST /dags/{dag_id}/clearTaskInstances',
		of({ task_ids: ['a.b', 'c'] }, etl.path),
		`airflow tasks clear --task-regex '^(a\\.b|c)$' --only-failed etl`
	],
	[
		'v1',
		`PATCH ${RUN}/taskInstances/{task_id}/{map_index}`,
		{ ...run, body: '{"new_state":"success","dry_run":false}' },
		"airflow tasks run --local --mark-success --force --ignore-all-dependencies --map-index 2 etl load 'r 1'"
	],
	['v1', 'GET /health', {}, 'airflow jobs check --job-type SchedulerJob'],
	['v2', 'GET /monitor/health', {}, 'airflow jobs check --job-type SchedulerJob'],
	['v1', 'GET /version', {}, 'airflow version'],
	['v1', 'GET /dags', {}, 'airflow dags list'],
	['v1', 'GET /dags/{dag_id}', etl, 'airflow dags details etl'],
	['v1', 'PATCH /dags/{dag_id}', of({ is_paused: true }, etl.path), 'airflow dags pause etl'],
	['v2', 'PATCH /dags/{dag_id}', of({ is_paused: false }, etl.path), 'airflow dags unpause etl'],
	['v1', 'DELETE /dags/{dag_id}', etl, 'airflow dags delete -y etl'],
	[
		'v1',
		`GET ${RUNS}`,
		{ ...etl, query: { state: ['failed'] } },
		'airflow dags list-runs --dag-id etl --state failed'
	],
	[
		'v2',
		`GET ${RUNS}`,
		{ ...etl, query: { state: ['failed'] } },
		'airflow dags list-runs --state failed etl'
	],
	[
		'v1',
		`POST ${RUNS}`,
		of({ dag_run_id: 'r1', conf: { a: "it's" } }, etl.path),
		`airflow dags trigger --run-id r1 --conf '{"a":"it'\\''s"}' etl`
	],
	[
		'v1',
		`POST ${RUNS}`,
		of({ logical_date: '2026-01-01T00:00:00.5Z', conf: {} }, etl.path),
		'airflow dags trigger --exec-date 2026-01-01T00:00:00.5Z --no-replace-microseconds etl'
	],
	[
		'v2',
		`POST ${RUNS}`,
		of({ logical_date: '2026-01-01T00:00:00Z' }, etl.path),
		'airflow dags trigger --logical-date 2026-01-01T00:00:00Z etl'
	],
	['v1', `GET ${RUN}`, run, 'airflow dags list-runs --dag-id etl'],
	[
		'v1',
		`GET ${RUN}`,
		{ path: { dag_id: 'etl', dag_run_id: 'manual__2026-01-01T00:00:00+00:00' } },
		'airflow dags state etl 2026-01-01T00:00:00+00:00'
	],
	['v2', `GET ${RUN}`, run, "airflow dags state etl 'r 1'"],
	['v1', 'GET /dags/{dag_id}/tasks', etl, 'airflow tasks list etl'],
	['v2', `GET ${RUN}/taskInstances`, run, "airflow tasks states-for-dag-run etl 'r 1'"],
	['v2', `GET ${RUN}/taskInstances/{task_id}`, run, "airflow tasks state etl load 'r 1'"],
	[
		'v1',
		`GET ${RUN}/taskInstances/{task_id}/{map_index}`,
		run,
		"airflow tasks state --map-index 2 etl load 'r 1'"
	],
	[
		'v2',
		'POST /dags/{dag_id}/clearTaskInstances',
		of({ dry_run: false, only_failed: false, task_ids: ['a.b'] }, etl.path),
		'airflow tasks clear --task-regex a.b --yes etl'
	],
	[
		'v2',
		'POST /dags/{dag_id}/clearTaskInstances',
		of({}, etl.path),
		'airflow tasks clear --only-failed etl'
	],
	[
		'v2',
		`POST ${RUN}/clear`,
		{ ...run, body: '{"dry_run":false}' },
		"airflow dags clear --run-id 'r 1' --yes etl"
	],
	['v1', 'GET /pools', {}, 'airflow pools list'],
	['v1', 'GET /pools/{pool_name}', { path: { pool_name: '-x' } }, 'airflow pools get -- -x'],
	[
		'v1',
		'POST /pools',
		of({ name: 'p', slots: 4, include_deferred: true }),
		"airflow pools set --include-deferred p 4 ''"
	],
	['v2', 'DELETE /pools/{pool_name}', { path: { pool_name: 'p' } }, 'airflow pools delete p'],
	[
		'v1',
		'GET /variables/{variable_key}',
		{ path: { variable_key: 'k' } },
		'airflow variables get k'
	],
	[
		'v1',
		'POST /variables',
		of({ key: 'k', value: '12', description: '-d' }),
		'airflow variables set --description=-d k 12'
	],
	[
		'v2',
		'DELETE /variables/{variable_key}',
		{ path: { variable_key: 'k' } },
		'airflow variables delete k'
	],
	[
		'v1',
		'POST /connections',
		of({ connection_id: 'c', conn_type: 'http', port: 80 }),
		'airflow connections add --conn-type http --conn-port 80 c'
	],
	[
		'v2',
		'POST /auth/token',
		of({ username: 'admin', password: 'secret' }),
		'# airflowctl auth token --api-url http://localhost:8080 --username admin'
	],
	[
		'v1',
		'PATCH /dags',
		{ query: { dag_id_pattern: ['a.b_%'] }, body: '{"is_paused":true}' },
		`airflow dags pause --treat-dag-id-as-regex --yes '(?i)a\\.b..*'`
	],
	[
		'v1',
		`POST ${RUN}/clear`,
		{
			path: { dag_id: 'etl', dag_run_id: 'manual__2026-01-01T00:00:00+00:00' },
			body: '{"dry_run":false}'
		},
		'airflow tasks clear --start-date 2026-01-01T00:00:00+00:00 --end-date 2026-01-01T00:00:00+00:00 --yes etl'
	],
	[
		'v2',
		'POST /dags/{dag_id}/clearPartitions',
		of({ partition_key: 'a', dry_run: false }, etl.path),
		'airflow partitions clear --dag-id etl --partition-key a'
	]
];

describe('the airflow command', () => {
	it.each(rows)('%s %s %j: %s', (api, key, draft, code) => {
		expect(generate(api, key, draft).code.replaceAll(' \\\n  ', ' ')).toBe(code);
	});

	it('breaks a long command between options, and leaves operands on their own', () => {
		const body = {
			dag_run_id: 'a_long_name_of_a_run_'.repeat(3),
			logical_date: '2026-01-01T00:00:00.5Z'
		};

		expect(generate('v1', `POST ${RUNS}`, of(body, etl.path)).code.split('\n')).toEqual([
			'airflow dags trigger \\',
			`  --run-id ${body.dag_run_id} \\`,
			'  --exec-date 2026-01-01T00:00:00.5Z \\',
			'  --no-replace-microseconds \\',
			'  etl'
		]);
	});

	it('keeps the digits of conf', () => {
		const draft = { ...etl, body: '{"conf":{"n":12345678901234567890}}' };

		expect(generate('v1', `POST ${RUNS}`, draft).code).toContain(`'{"n":12345678901234567890}'`);
	});

	it.each<readonly [string, readonly ['v1' | 'v2', string, Partial<RequestDraft>]]>([
		['limit, order_by', ['v1', 'GET /dags', { query: { limit: ['5'], order_by: ['dag_id'] } }]],
		['state', ['v1', `GET ${RUNS}`, { ...etl, query: { state: ['failed', 'running'] } }]],
		[
			'note',
			['v1', `POST ${RUNS}`, of({ note: 'x', conf: {}, data_interval_start: null }, etl.path)]
		],
		[
			'dag_run_id',
			['v2', 'POST /dags/{dag_id}/clearTaskInstances', of({ dag_run_id: 'mine' }, etl.path)]
		],
		[
			'task_ids',
			['v2', 'POST /dags/{dag_id}/clearTaskInstances', of({ task_ids: [['a', 1]] }, etl.path)]
		],
		['name', ['v1', 'PATCH /pools/{pool_name}', of({ name: 'new', slots: 1 }, { pool_name: 'p' })]],
		['X-Note', ['v1', 'GET /dags', { headers: { 'X-Note': 'a', Accept: '*/*' } }]]
	])('names what it loses: %s', (names, request) => {
		expect(warningOf('cli-loses', request)?.values).toEqual({ names });
	});

	it('loses nothing of what it carries', () => {
		const body = { dag_run_id: 'r', conf: { a: 1 }, logical_date: null, note: null };

		expect(warningOf('cli-loses', ['v2', `POST ${RUNS}`, of(body, etl.path)])).toBeUndefined();
	});

	it.each<readonly [string, 'v1' | 'v2', string, Partial<RequestDraft>]>([
		['no-cli', 'v1', 'GET /eventLogs', {}],
		['no-cli', 'v1', 'GET constructor', {}],
		['no-cli', 'v2', 'POST /dags/{dag_id}/clearTaskInstances', of({ task_ids: ['a', 'b'] })],
		['no-cli', 'v1', `GET ${RUNS}`, { path: { dag_id: '~' } }],
		['no-cli', 'v2', `PATCH ${RUN}`, of({ state: 'failed' })],
		['cli-needs', 'v1', 'PATCH /pools/{pool_name}', of({ description: 'x' })],
		['cli-needs-json', 'v1', 'POST /pools', { body: '{' }]
	])('has no code, and says %s, for %s %s', (id, api, key, draft) => {
		const { code, available, warnings } = generate(api, key, draft);

		expect({ code, available, ids: warnings.map((one) => one.id) }).toEqual({
			code: '',
			available: false,
			ids: [id]
		});
	});
});
