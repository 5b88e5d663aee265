import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '#contract/cases/case.ts';
import { normalise } from '#contract/compare.ts';
import { endSimulators, startSimulator } from './simulator-process.ts';

const run = promisify(execFile);
const JSON_TYPE = 'Content-Type: application/json';

/** Command lines behind `curl -s`, with the place of the server and of the credential. */
const LINES: Record<Api, string[][]> = {
	v1: [
		['SERVER/api/v1/version'],
		['-i', 'SERVER/api/v1/health'],
		['-u', 'admin:admin', 'SERVER/api/v1/dags?limit=2&order_by=-dag_id'],
		['-u', 'admin:wrong', 'SERVER/api/v1/dags'],
		['-u', 'viewer:viewer', '-X', 'DELETE', 'SERVER/api/v1/pools/default_pool'],
		['-u', 'admin:admin', '-I', 'SERVER/api/v1/dags'],
		['-u', 'admin:admin', '-X', 'PUT', 'SERVER/api/v1/dags'],
		['-u', 'admin:admin', '-d', '{"name": "x"}', 'SERVER/api/v1/pools'],
		['-u', 'admin:admin', '-H', JSON_TYPE, '-d', '{"name": ', 'SERVER/api/v1/pools'],
		['-u', 'admin:admin', '--json', '{"name": "curl_pool", "slots": 1}', 'SERVER/api/v1/pools'],
		['-u', 'admin:admin', '-X', 'DELETE', 'SERVER/api/v1/pools/curl_pool'],
		['-u', 'admin:admin', '-f', 'SERVER/api/v1/dags/no_such_dag'],
		['-u', 'admin:admin', '-G', '-d', 'limit=x', 'SERVER/api/v1/dags'],
		['-u', 'admin:admin', 'SERVER/api/v1/no/such/path'],
		['-u', 'admin:admin', '--path-as-is', 'SERVER/api/v1/dags/%2e%2e/dagRuns'],
		['-u', 'admin:admin', '--compressed', 'SERVER/api/v1/dags?limit=2&order_by=-dag_id'],
		['-u', 'admin:admin', '--http1.0', 'SERVER/api/v1/dags?limit=2&order_by=-dag_id']
	],
	v2: [
		['SERVER/api/v2/version'],
		['-i', 'SERVER/api/v2/monitor/health'],
		['--json', '{"username": "admin", "password": "wrong"}', 'SERVER/auth/token'],
		['SERVER/api/v2/dags'],
		['-H', 'Authorization: Bearer x.y.z', 'SERVER/api/v2/dags'],
		['-H', 'TOKEN', 'SERVER/api/v2/dags?limit=2&order_by=-dag_id'],
		['-H', 'TOKEN', '-I', 'SERVER/api/v2/dags'],
		['-H', 'TOKEN', '-X', 'PUT', 'SERVER/api/v2/dags'],
		['-H', 'TOKEN', '-d', '{"name": "x"}', 'SERVER/api/v2/pools'],
		['-H', 'TOKEN', '-H', JSON_TYPE, '-d', '{"name": ', 'SERVER/api/v2/pools'],
		['-H', 'TOKEN', '--json', '{"name": "curl_pool", "slots": 1}', 'SERVER/api/v2/pools'],
		['-H', 'TOKEN', '-X', 'DELETE', 'SERVER/api/v2/pools/curl_pool'],
		['-H', 'TOKEN', '--fail-with-body', 'SERVER/api/v2/dags/no_such_dag'],
		['-H', 'TOKEN', '-G', '-d', 'limit=x', 'SERVER/api/v2/dags'],
		['-H', 'TOKEN', 'SERVER/api/v2/no/such/path'],
		['-H', 'TOKEN', 'SERVER/api/v2/dags/'],
		['-H', 'TOKEN', '--compressed', 'SERVER/api/v2/dags?limit=2&order_by=-dag_id'],
		['-H', 'TOKEN', '--http1.0', 'SERVER/api/v2/dags?limit=2&order_by=-dag_id']
	]
};

/** Answer headers that an API's caller reads. */
const HEADERS = ['content-type', 'www-authenticate', 'allow', 'location'];

describe.each(['v1', 'v2'] as const)('real curl says the same of both, %s', (api) => {
	const real = process.env[`AIRFLOW_${api.toUpperCase()}_URL`] ?? '';
	let simulated = '';
	beforeAll(async () => {
		simulated = await startSimulator(api);
	});
	afterAll(endSimulators);

	test.each(LINES[api].map((words) => ({ line: words.join(' '), words })))(
		'curl -s $line',
		async ({ words }) => {
			const truth = await curl(api, real, words);
			expect(await curl(api, simulated, words)).toEqual(truth);
		}
	);
});

async function curl(api: Api, url: string, words: string[]) {
	const authorization = words.includes('TOKEN')
		? `Authorization: Bearer ${await token(api, url)}`
		: '';
	const line = words.map((word) => word.replace('SERVER', url).replace('TOKEN', authorization));
	// After the body, apart from it: what curl itself found, and the headers as JSON.
	const format = '\n%{http_code} %{num_headers}\n%{header_json}';
	const { stdout, code } = await run('curl', ['-s', '-w', format, ...line]).then(
		({ stdout }) => ({ stdout, code: 0 }),
		(error: { stdout: string; code: number }) => error
	);
	const end = stdout.lastIndexOf('\n{');
	const headers = JSON.parse(stdout.slice(end)) as Record<string, string[]>;
	const [, text = '', status = '0'] = /^([^]*)\n(\d+) \d+$/.exec(stdout.slice(0, end)) ?? [];
	const isShown = words.includes('-i') || words.includes('-I');
	return {
		exitCode: code,
		headers: Object.fromEntries(HEADERS.map((name) => [name, headers[name]])),
		...normalise({
			status: Number(status),
			type: headers['content-type']?.[0] ?? '',
			text: isShown ? '' : text
		})
	};
}

async function token(api: Api, url: string): Promise<string> {
	if (api === 'v1') return '';
	const response = await fetch(`${url}/auth/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', connection: 'close' },
		body: JSON.stringify({ username: 'admin', password: 'admin' })
	});
	return ((await response.json()) as { access_token: string }).access_token;
}
