import { describe, expect, test } from 'vitest';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import type { Fault } from '#lib/simulator/faults.ts';
import { runAirflowctl } from './airflowctl.ts';
import { table } from './airflowctl-table.ts';
import { wrap } from './airflowctl-text.ts';
import { yaml } from './airflowctl-yaml.ts';

const NOW_MS = Date.UTC(2026, 4, 20, 9, 30);
const URL_OF_WORLD = 'http://localhost:8080';

function start(faults: Fault[] = [], cfg = '') {
	const world = createWorld({ name: 'main', scenario: 'course', seed: 1, nowMs: NOW_MS });
	const { body } = answer(
		world,
		{
			method: 'POST',
			path: '/auth/token',
			query: '',
			headers: { 'content-type': 'application/json' },
			body: '{"username": "admin", "password": "admin"}'
		},
		NOW_MS
	);
	world.faults = faults;
	world.cfg = cfg;
	const env = { AIRFLOW_CLI_TOKEN: (body as { access_token: string }).access_token };
	const run = (words: string, url = URL_OF_WORLD) =>
		runAirflowctl(world, words.split(' '), { nowMs: NOW_MS, env, serverUrl: url });
	return { world, run };
}

describe('a server in trouble', () => {
	const again = (count: string) =>
		`Starting call to 'airflowctl.api.client.Client.request', this is the ${count} time calling it.`;

	test('is asked three times, and the third answer counts', () => {
		const { run } = start([{ kind: 'drop', times: 2 }]);
		const { stdout, exitCode } = run('pools get default_pool -o yaml');

		expect(stdout).toContain(again('1st'));
		expect(stdout).toContain(again('2nd'));
		expect(stdout).toContain('name: default_pool');
		expect(exitCode).toBe(0);
	});

	test.each<[string, Fault, string]>([
		['that hangs up', { kind: 'drop' }, 'Remote protocol error: Server disconnected'],
		['that is slow', { kind: 'latency', ms: 6000 }, 'Read timeout error: timed out']
	])('%s ends the command in a sentence', (_, fault, sentence) => {
		const { stdout, exitCode } = start([fault]).run('pools list');

		expect(stdout).toContain(sentence);
		expect(exitCode).toBe(1);
	});

	test('that is somewhere else refuses the connection', () => {
		const { stdout, exitCode } = start().run('pools list', 'http://localhost:9999');

		expect(stdout).toContain(
			'command failed due to Connection refused. Is the API server running?'
		);
		expect(exitCode).toBe(1);
	});
});

test('what a command does is in the world and in its event log', () => {
	const { world, run } = start();
	run('pools create --name etl --slots 4');

	expect(world.pools.get('etl')?.slots).toBe(4);
	expect(world.journal.at(-1)).toMatchObject({
		method: 'POST',
		path: '/api/v2/pools',
		status: 201
	});
});

test('a configuration that may be read and holds nothing old passes the lint', () => {
	const { run } = start([], '[api]\nexpose_config = True\n');

	expect(run('config lint')).toEqual({
		stdout: 'No issues found in your airflow.cfg. It is ready for Airflow 3!\n',
		stderr: '',
		exitCode: 0
	});
});

describe('the printers', () => {
	test.each([
		['text', 'a: b', "- v: 'a: b'\n"],
		['a word for true', 'yes', "- v: 'yes'\n"],
		['a time of day', '12:30', "- v: '12:30'\n"],
		['lines', 'a\nb', "- v: 'a\n\n    b'\n"],
		['lines that begin with spaces', 'a\n b', '- v: "a\\n b"\n'],
		['letters beyond ASCII', 'é', '- v: "\\xE9"\n'],
		['a lone space', ' ', "- v: ' '\n"]
	])('quote %s in YAML where it would be read as something else', (_, text, written) => {
		expect(yaml([{ v: text }])).toBe(written);
	});

	test('break long YAML behind its eightieth column', () => {
		const words = Array.from({ length: 20 }, () => 'words').join(' ');

		expect(yaml([{ v: words }])).toBe(
			`- v: ${words.slice(0, 77)}\n    ${words.slice(78)}\n`.replace(/ +\n/, '\n')
		);
	});

	test('narrow the widest columns of a table first', () => {
		const rows = [['a', 'b'.repeat(12), 'c c c c c c']];

		expect(table(['x', 'y', 'z'], rows, 20).split('\n')).toEqual([
			'x | y      | z      ',
			'==+========+========',
			'a | bbbbbb | c c c c',
			'  | bbbbbb | c c    ',
			'                    ',
			''
		]);
	});

	test('break lines at spaces, and inside words that are too long', () => {
		expect(wrap('ab cdefghij k', 4)).toEqual(['ab ', 'cdef', 'ghij', ' k']);
	});
});
