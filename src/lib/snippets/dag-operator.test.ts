import { describe, expect, it } from 'vitest';
import type { RequestDraft } from '#lib/request/draft.ts';
import { dagOperator } from './dag-operator.ts';
import { inputFor, inputForDraft } from './input.fixture.ts';
import { jinjaText } from './jinja-text.ts';
import { plainOptions, type SnippetInput } from './target.ts';

const RUNS = 'POST /dags/{dag_id}/dagRuns';
const CLEAR = 'POST /dags/{dag_id}/clearTaskInstances';
const etl = (body: object): Partial<RequestDraft> => ({
	path: { dag_id: 'etl' },
	body: JSON.stringify(body)
});
const waits = { ...plainOptions, waits: true };

function generated(
	api: 'v1' | 'v2',
	key: string,
	draft: Partial<RequestDraft>,
	rest: Partial<SnippetInput> = {}
) {
	const path = key.replace(/^\S+ /, '').replace(/\{\w+\}/g, 'etl');
	const url = `http://localhost:8080/api/${api}${path}`;
	const method = key.split(' ')[0] ?? '';
	const request = { method, url, headers: [], ...(draft.body ? { body: draft.body } : {}) };
	const { code, warnings } = dagOperator.generate({
		...inputForDraft(api, key, draft),
		request,
		...rest
	});
	return { code, ids: warnings.map(({ id }) => id), warnings };
}

describe('a request that starts a run, in a DAG', () => {
	it('is the operator that does so, of the package of its line', () => {
		const old = generated('v1', RUNS, etl({ dag_run_id: 'r1', conf: { n: 1 } })).code;
		const now = generated('v2', RUNS, etl({ logical_date: '2026-01-01T00:00:00Z' })).code;

		expect(old).toBe(`from datetime import datetime

from airflow import DAG
from airflow.operators.trigger_dagrun import TriggerDagRunOperator

with DAG('start_a_dag', schedule=None, start_date=datetime(2026, 1, 1)):
    TriggerDagRunOperator(
        task_id='trigger',
        trigger_dag_id='etl',
        trigger_run_id='r1',
        conf={'n': 1},
    )`);
		expect(now).toContain('from airflow.providers.standard.operators.trigger_dagrun import');
		expect(now).toContain(`logical_date='2026-01-01T00:00:00Z'`);
	});

	it('has no date in 3.x when the request has none, and the current time in 2.x', () => {
		expect(generated('v2', RUNS, etl({ logical_date: null })).code).toContain('logical_date=None');
		expect(generated('v1', RUNS, etl({})).code).not.toContain('logical_date');
	});

	it('waits when asked to, with an end to its patience', () => {
		const { code } = generated('v2', RUNS, etl({}), { options: waits });

		expect(code).toContain(`wait_for_completion=True,
        poke_interval=30,
        allowed_states=['success'],
        failed_states=['failed'],
        execution_timeout=timedelta(seconds=3600),`);
	});

	it('names what the operator cannot be told', () => {
		const body = { data_interval_start: 'x', note: 'n', conf: {} };

		expect(generated('v1', RUNS, etl(body)).warnings).toContainEqual({
			id: 'dag-loses',
			values: { names: 'data_interval_start, note' }
		});
		expect(generated('v2', RUNS, etl({ note: 'n' })).ids).toEqual([
			'dag-same-airflow',
			'dag-newer-provider'
		]);
	});

	it.each(['', '{', '{"conf": "text"}', '{"dag_run_id": 1}'])(
		'is plain HTTP with the body %s',
		(body) => {
			expect(generated('v2', RUNS, { path: { dag_id: 'etl' }, body }).code).toContain(
				'HttpOperator('
			);
		}
	);
});

describe('any other request, in a DAG', () => {
	it('is sent with the HTTP operator, to the server of a connection', () => {
		const { code, warnings } = generated('v2', 'PATCH /pools', { body: '{"slots":4}' });

		expect(code).toContain(`    HttpOperator(
        task_id='send',
        http_conn_id='airflow_api',
        method='PATCH',
        endpoint='/api/v2/pools',
        headers={'Content-Type': 'text/plain;charset=UTF-8'},
        data='{"slots":4}',
        log_response=True,
    )`);
		expect(warnings).toEqual([
			{ id: 'dag-connection', values: { name: 'airflow_api', url: 'http://localhost:8080' } }
		]);
	});

	it('takes the credential from the connection, and never writes it down', () => {
		const options = { ...plainOptions, secret: 'top.secret' };
		const bearer = generated('v2', 'GET /dags', {}, { auth: { kind: 'bearer' }, options });
		const basic = generated('v1', 'GET /dags', {}, { auth: { kind: 'basic', username: 'me' } });

		expect(bearer.code).toContain(`'Authorization': 'Bearer {{ conn.airflow_api.password }}'`);
		expect(bearer.code).not.toContain('top.secret');
		expect(bearer.ids).toEqual(['dag-connection-token', 'dag-secret-kept-out']);
		expect(basic.code).not.toContain('headers=');
		expect(basic.ids).toEqual(['dag-connection-login']);
	});

	it.each<readonly [string, string, object, string]>([
		['one run', 'POST /assets/{asset_id}/materialize', {}, 'endpoint=send.output'],
		['many runs', CLEAR, { dry_run: false }, ').expand(endpoint=send.output)'],
		['a run that it names', `${RUNS}/{dag_run_id}/clear`, { dry_run: false }, 'send >> wait'],
		['a backfill', 'POST /backfills', { dag_id: 'etl' }, 'endpoint=wait.output']
	])('waits for %s with a sensor', (_, key, body, piece) => {
		const { code, ids } = generated('v2', key, etl(body), { options: waits });

		expect(code).toContain(piece);
		expect(code).toContain(`mode='reschedule'`);
		expect(ids).toEqual(['dag-connection']);
	});

	it('says when there is nothing to wait for', () => {
		const { ids } = generated('v2', 'GET /dags', {}, { options: waits });

		expect(ids).toContain('waits-for-nothing');
	});

	it('is possible for a server that is no Airflow', () => {
		const request = { method: 'GET', url: 'https://example.com/a?b', headers: [] } as const;
		const { code } = dagOperator.generate(inputFor(request, { api: 'other' }));

		expect(code).toContain(`endpoint='/a?b'`);
	});
});

describe('a text that Airflow would render', () => {
	it.each([
		['{{ ds }}', `{{ '{' }}{ ds }}`],
		['{%', `{{ '{' }}%`],
		['{{{', `{{ '{' }}{{ '{' }}{`],
		['{\r', `{{ '{' }}{{ '\\r' }}`],
		['a\n{\n', `a\n{{ '{' }}{{ '\\n' }}`],
		['{ } }}\nx', '{ } }}\nx']
	])('%j becomes the template %j', (text, template) => {
		expect(jinjaText(text)).toBe(template);
	});

	it('arrives as it is, and the learner is told why it looks so', () => {
		const body = { conf: { '{{ key }}': ['{{ ds }}'] }, note: '{{ note }}' };
		const { code, ids } = generated('v2', RUNS, etl(body));

		// Neither keys nor a note are rendered.
		expect(code).toContain(`conf={'{{ key }}': ["{{ '{' }}{ ds }}"]}`);
		expect(code).toContain(`note='{{ note }}'`);
		expect(ids).toContain('dag-templates');
	});
});
