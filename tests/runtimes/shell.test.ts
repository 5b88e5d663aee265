import * as justBash from 'just-bash/browser';
import { describe, expect, test } from 'vitest';
import { complete } from '#lib/runtimes/shell/complete.ts';
import { createEngine } from '#lib/runtimes/shell/engine.ts';
import { waitLines } from '#lib/snippets/shell-wait.ts';
import { simulated } from './simulated.ts';

async function open(api: 'v1' | 'v2') {
	const { outside, env, world } = await simulated(api);
	const engine = await createEngine(justBash, { outside, env });
	const run = async (script: string) => {
		let stdout = '';
		let stderr = '';
		const ended = await engine.run(
			script,
			({ to, text }) => void (to === 'out' ? (stdout += text) : (stderr += text)),
			new AbortController().signal
		);
		return { stdout, stderr, ...ended };
	};
	const line = api === 'v1' ? ('2' as const) : ('3' as const);
	const completed = async (text: string) =>
		(await complete(text, { shell: engine, outside, line })).words;
	return { run, world, completed };
}

const AUTH = {
	v1: '-u "$AIRFLOW_USERNAME:$AIRFLOW_PASSWORD"',
	v2: '-H "Authorization: Bearer $AIRFLOW_TOKEN"'
};

describe.each(['v1', 'v2'] as const)('the shell against a simulated Airflow, %s', (api) => {
	test('waits for a run as the snippets do, and tells each state as it comes', async () => {
		const { run } = await open(api);
		const url = `http://localhost:8080/api/${api}/dags/hello_api/dagRuns`;
		const body = '{"dag_run_id": "mine", "conf": {}, "logical_date": "2026-11-23T09:00:00Z"}';
		const script = [
			'set -euo pipefail',
			`answer=$(curl --fail -sS ${AUTH[api]} -H 'Content-Type: application/json' -d '${body}' ${url})`,
			...waitLines(
				{
					of: 'dagRun',
					ids: { from: 'answer', field: 'dag_run_id' },
					pollUrl: `${url}/`
				},
				[AUTH[api]]
			)
		].join('\n');
		const { stdout, stderr, exitCode, requests } = await run(script);

		expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 0 });
		expect(stderr).toMatch(/^mine is (queued|running)\n(mine is \w+\n)*mine is success\n$/);
		expect(requests[0]).toEqual({ method: 'POST', url, status: 200 });
		expect(requests.length).toBeGreaterThan(2);
	});

	test('airflow and curl see the same world', async () => {
		const { run, world } = await open(api);
		const ended = await run(
			`airflow pools set etl 3 mine > /dev/null; curl -s ${AUTH[api]} http://localhost:8080/api/${api}/pools/etl | jq .slots`
		);

		expect(ended.stdout).toBe('3\n');
		expect((await world()).pools.get('etl')).toMatchObject({ slots: 3 });
	});

	test('date is the time of Airflow', async () => {
		const { run } = await open(api);

		expect((await run('date -u +%FT%R; sleep 90; date -u +%FT%R')).stdout).toBe(
			'2026-11-23T09:30\n2026-11-23T09:31\n'
		);
	});

	test.each([
		['air', 'airflow'],
		['airflow poo', 'pools'],
		['airflow dags tri', 'trigger'],
		['airflow dags trigger hel', 'hello_api'],
		['airflow pools list --out', '--output'],
		['curl --fai', '--fail'],
		['curl -s $AIRFLOW_US', '$AIRFLOW_USERNAME'],
		[
			`curl http://localhost:8080/api/${api}/dags/hello`,
			`http://localhost:8080/api/${api}/dags/hello_api`
		]
	])('%s is completed to %s', async (text, word) => {
		expect(await (await open(api)).completed(text)).toContain(word);
	});
});

test('airflowctl has its own words', async () => {
	const { completed } = await open('v2');

	expect(await completed('airflowctl dag')).toContain('dags');
	expect(await completed('airflowctl dags tri')).toContain('trigger');
});

test('a function and a file of the learner are completed', async () => {
	const { run, completed } = await open('v2');
	await run('greet() { echo hi; }; echo x > notes.txt');

	expect(await completed('gre')).toContain('greet');
	expect(await completed('cat not')).toContain('notes.txt');
});
