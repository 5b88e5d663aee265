import { describe, expect, it } from 'vitest';
import { airflow2Cli, airflow3Cli, airflowctlCli } from '#lib/snippets/airflow-cli.ts';
import { inputForDraft } from '#lib/snippets/input.fixture.ts';
import { targetOf, targets } from '#lib/snippets/targets.ts';
import type { RequestDraft } from '#lib/request/draft.ts';

type Draft = Partial<RequestDraft>;
const RUN = '/dags/{dag_id}/dagRuns/{dag_run_id}';
const XCOMS = `${RUN}/taskInstances/{task_id}/xcomEntries`;
const run = { path: { dag_id: 'etl', dag_run_id: 'r1', task_id: 'load', xcom_key: 'k' } };
const clis = { 'airflow-2': airflow2Cli, 'airflow-3': airflow3Cli, airflowctl: airflowctlCli };

function generated(id: keyof typeof clis, key: string, draft: Draft) {
	const api = id === 'airflow-2' ? 'v1' : 'v2';
	const { code, available, warnings } = clis[id].generate(inputForDraft(api, key, draft));
	return { code: code.replaceAll(' \\\n  ', ' '), available, ids: warnings.map((one) => one.id) };
}

describe('airflowctl', () => {
	it.each<readonly [string, Draft, string]>([
		['POST /variables', { body: '{"key":"k","value":"v"}' }, 'variables create --key k --value v'],
		['POST /backfills', { body: '{"run_backwards":false}' }, 'backfill create --no-run-backwards'],
		[`POST ${XCOMS}`, { ...run, body: '{"key":"n","value":"1"}' }, `xcom add etl r1 load n '"1"'`],
		[`PATCH ${XCOMS}/{xcom_key}`, { ...run, body: '{"value":1}' }, 'xcom edit etl r1 load k 1'],
		['GET /dags/{dag_id}/dagRuns', { path: { dag_id: '~' } }, 'dagrun list --limit 50']
	])('%s %j: %s', (key, draft, words) => {
		expect(generated('airflowctl', key, draft)).toMatchObject({
			code: `airflowctl ${words}`,
			available: true
		});
	});

	it('says what it loses, and that it wants a login', () => {
		const draft = { path: { dag_id: 'etl' }, body: '{"logical_date":null,"conf":{"a":1}}' };

		expect(generated('airflowctl', 'POST /dags/{dag_id}/dagRuns', draft).ids).toEqual([
			'airflowctl-login',
			'airflowctl-dates-the-run',
			'cli-loses'
		]);
	});
});

describe('a request without a command', () => {
	it.each<readonly [keyof typeof clis, string, Draft, string, string]>([
		['airflow-3', `GET ${RUN}/wait`, run, 'airflow dags state etl r1', 'cli-nearest-once'],
		['airflowctl', `GET ${RUN}/wait`, run, 'airflowctl dagrun get etl r1', 'cli-nearest-once'],
		[
			'airflowctl',
			'PUT /backfills/{backfill_id}/pause',
			{ path: { backfill_id: '7' } },
			'airflowctl backfill pause 7',
			'airflowctl-refused'
		],
		['airflow-2', 'GET /users/{username}', {}, 'airflow users list', 'cli-nearest-list'],
		[
			'airflow-2',
			'PATCH /roles/{role_name}',
			{
				path: { role_name: 'ops' },
				body: '{"actions":[{"action":{"name":"can_read"},"resource":{"name":"DAGs"}}]}'
			},
			'airflow roles add-perms ops --action can_read --resource DAGs',
			'cli-nearest-adds'
		],
		['airflow-3', 'PATCH /pools', {}, 'airflow pools import pools.json', 'cli-nearest-file']
	])('is offered the nearest: %s %s', (id, key, draft, command, warning) => {
		expect(generated(id, key, draft)).toEqual({
			code: `# ${command}`,
			available: false,
			ids: ['no-cli', 'cli-nearest', warning]
		});
	});

	it.each<readonly [keyof typeof clis, string, string]>([
		['airflow-3', 'GET /dagWarnings', '# airflowctl dags list-warning'],
		['airflowctl', 'GET /dags/{dag_id}/tasks', '# airflow tasks list etl']
	])('is shown the other program: %s %s', (id, key, code) => {
		const ids = ['no-cli', 'cli-other-program'];

		expect(generated(id, key, run)).toEqual({ code, available: false, ids });
	});

	it('has no comment that a carriage return could end', () => {
		const draft = { ...run, body: '{"key":"n","value":"a\\rb"}' };

		expect(generated('airflow-3', `POST ${XCOMS}`, draft).code).toBe('');
	});

	it('is sent to the program of its own API', () => {
		const v1 = airflow3Cli.generate(inputForDraft('v1', 'GET /dags'));
		const v2 = airflow2Cli.generate(inputForDraft('v2', 'GET /dags'));

		expect([v1, v2].map(({ code, warnings }) => [code, warnings[0]?.values?.right])).toEqual([
			['', 'airflow 2.x'],
			['', 'airflow 3.x, airflowctl']
		]);
	});
});

it.each([
	['v1', 'airflow-2'],
	['v2', 'airflow-3']
] as const)('an old link to airflow-cli for %s shows %s', (api, id) => {
	expect(targetOf('airflow-cli', api)?.id).toBe(id);
	expect(targets.some((one) => one.id === 'airflow-cli')).toBe(false);
});
