import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { targets } from '#lib/snippets/targets.ts';

const request = {
	method: 'POST',
	url: 'http://localhost:8080/af/api/v2/dags/a%2Fb/dagRuns?x=%20',
	headers: [
		{ name: 'Content-Type', value: 'application/json' },
		{ name: 'Authorization', value: 'Bearer tok.en' }
	],
	postData: { mimeType: 'application/json', text: '{"n": 12345678901234567890, "s": "it\'s"}' }
};
const strange = { method: 'GET', url: 'https://example.com/?q=1', headers: [] };

describe('convert --to', () => {
	it('prints code and keeps the secret out of it', () => {
		const { status, stdout, stderr } = convert(['--to', 'curl'], JSON.stringify(request));
		expect(status).toBe(0);
		expect(stdout).toBe(
			`curl 'http://localhost:8080/af/api/v2/dags/a%2Fb/dagRuns?x=%20' \\
  -H "Authorization: Bearer $AIRFLOW_TOKEN" \\
  -H 'Content-Type: application/json' \\
  --data-raw '{"n": 12345678901234567890, "s": "it'\\''s"}'\n`
		);
		expect(stderr).toContain('AIRFLOW_TOKEN');
		expect(stdout + stderr).not.toContain('tok.en');
	});

	it('writes the secret out, in the style asked for', () => {
		const options = ['--to', 'curl', '--show-secrets', '--long', '--lines', 'one', '--jq', '.a'];
		const { stdout } = convert(options, JSON.stringify(request));
		expect(stdout).toContain(`--header 'Authorization: Bearer tok.en'`);
		expect(stdout).toContain(`| jq '.a'`);
	});

	it('writes a request that is not one of Airflow for every target that sends HTTP', () => {
		const lines = targets.map(({ id }) => id);
		for (const id of ['curl', 'httpie', 'wget', 'python-requests', 'node-fetch', 'http-file'])
			expect(lines).toContain(id);
		const { status, stdout } = convert(['--to', 'python-requests'], JSON.stringify(strange));
		expect([status, stdout]).toEqual([0, expect.stringContaining('https://example.com/?q=1')]);
		const cli = convert(['--to', 'airflow-2'], JSON.stringify(strange));
		expect([cli.status, cli.stdout]).toEqual([1, '']);
		expect(cli.stderr).toContain('no command');
	});
});

describe('convert --to an id of old', () => {
	it('takes the command of the request’s own API', () => {
		const old = { method: 'GET', url: 'http://localhost:8080/api/v1/dags', headers: [] };
		const { stdout } = convert(['--to', 'airflow-cli'], JSON.stringify(old));
		expect(stdout).toBe('airflow dags list\n');
	});
});

describe('convert --from', () => {
	it('prints a HAR request with what was not carried', () => {
		const text = `curl -k 'http://h/a?b=%20&c' -u me:pw -H 'X: é' --data-raw '{"n":1e400}'`;
		const { status, stdout } = convert(['--from', 'curl'], text);
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({
			method: 'POST',
			url: 'http://h/a?b=%20&c',
			httpVersion: 'HTTP/1.1',
			cookies: [],
			headers: [
				{ name: 'Authorization', value: 'Basic bWU6cHc=' },
				{ name: 'X', value: 'é' },
				{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }
			],
			queryString: [
				{ name: 'b', value: ' ' },
				{ name: 'c', value: '' }
			],
			postData: { mimeType: 'application/x-www-form-urlencoded', text: '{"n":1e400}' },
			headersSize: -1,
			bodySize: 11,
			warnings: [{ id: 'insecure' }]
		});
	});

	it('guesses the format, and prints a list when there are several requests', () => {
		const { stdout } = convert(['--from', 'auto'], 'GET http://h/a\n\n###\nGET http://h/b\n');
		expect(JSON.parse(stdout)).toMatchObject([{ url: 'http://h/a' }, { url: 'http://h/b' }]);
	});
});

describe('convert --ndjson', () => {
	it('answers line by line, and a bad line ends nothing', () => {
		const input = [
			{ id: 1, text: `curl 'http://h/\u2028' -d '\ud83d'` },
			{ id: 'two', text: 'curl "http://h' },
			{ id: 3 }
		].map((line) => JSON.stringify(line));
		const { status, stdout } = convert(
			['--from', 'auto', '--ndjson'],
			[...input, 'no json', '', JSON.stringify({ id: 4, text: 'airflow dags list' })].join('\n')
		);
		const lines = stdout
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as Record<string, unknown>);
		expect(status).toBe(0);
		expect(lines.map(({ id }) => id)).toEqual([1, 'two', 3, null, 4]);
		expect(lines[0]).toMatchObject({ request: { method: 'POST' }, warnings: [] });
		for (const line of lines.slice(1, 4))
			expect(line).toEqual({ id: line.id, error: expect.any(String) });
		expect(lines[4]).toMatchObject({ request: { url: 'http://localhost:8080/api/v2/dags' } });
	});

	it('gives code and warnings for requests', () => {
		const binary = { ...strange, method: 'POST', postData: { text: '/w==', encoding: 'base64' } };
		const input = [request, strange, { method: 'GET' }, { ...strange, url: '/x' }, binary].map(
			(one, id) => JSON.stringify({ id, request: one })
		);
		const { stdout } = convert(['--to', 'curl', '--ndjson'], input.join('\n'));
		const lines = stdout
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as Record<string, unknown>);
		expect(lines).toEqual([
			{
				id: 0,
				code: expect.stringContaining('curl '),
				available: true,
				warnings: [expect.objectContaining({ id: 'set-bearer' })]
			},
			{ id: 1, code: `curl 'https://example.com/?q=1'`, available: true, warnings: [] },
			{ id: 2, error: expect.stringContaining('url') },
			{ id: 3, error: expect.stringContaining('/x') },
			{
				id: 4,
				code: '',
				available: false,
				warnings: [expect.objectContaining({ id: 'code-binary' })]
			}
		]);
	});
});

describe('convert', () => {
	it('lists its targets', () => {
		const { stdout } = convert(['--list'], '');
		expect(stdout.trimEnd().split('\n')).toEqual(targets.map(({ id }) => id));
	});

	it.each([
		[[], ''],
		[['--to', 'nothing'], '{}'],
		[['--from', 'nothing'], 'x'],
		[['--to', 'curl'], 'no json'],
		[['--to', 'curl'], '{"a": 1}'],
		[['--from', 'curl'], ''],
		[['--what'], '']
	])('ends with 2 and a sentence for %j', (options, input) => {
		const { status, stdout, stderr } = convert(options, input);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr.length).toBeGreaterThan(10);
		expect(stderr).not.toContain('at ');
	});
});

function convert(options: string[], input: string) {
	return spawnSync(process.execPath, ['--import', 'tsx', 'src/bin/convert.ts', ...options], {
		input,
		encoding: 'utf8'
	});
}
