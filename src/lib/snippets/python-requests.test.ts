import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '#lib/request/draft.ts';
import { inputFor } from './input.fixture.ts';
import { pythonJson } from './python-json.ts';
import { layOut } from './python-layout.ts';
import { pythonString } from './python-literal.ts';
import { pythonRequests } from './python-requests.ts';
import { plainOptions } from './target.ts';

const generate = (request: Partial<HttpRequest>, rest = {}) =>
	pythonRequests.generate(inputFor(request, rest));
const json = { method: 'POST', headers: [['Content-Type', 'application/json']] } as const;

describe('Python requests', () => {
	it('reads as plainly as the request is', () => {
		expect(generate({}).code).toBe(
			`import requests\n\nresponse = requests.get('http://localhost:8080/api/v2/dags')\nprint(response.status_code, response.text)`
		);
	});

	it('takes the token from the environment', () => {
		expect(generate({}, { auth: { kind: 'bearer' } }).code).toContain(
			`    headers={'Authorization': 'Bearer ' + os.environ['AIRFLOW_TOKEN']},\n`
		);
	});

	it('uses json= when Python writes the same bytes, and lets it set the type', () => {
		const { code } = generate({ ...json, body: '{"is_paused": true, "n": null}' });

		expect(code).toContain(`    json={'is_paused': True, 'n': None},\n`);
		expect(code).not.toContain('Content-Type');
	});

	it('writes a laid out body as json.dumps does', () => {
		const { code } = generate({ ...json, body: '{\n  "да": 1\n}' });

		expect(code).toContain('import json\n\nimport requests\n');
		expect(code).toContain(
			`    data=json.dumps({'да': 1}, indent=2, ensure_ascii=False).encode(),\n`
		);
		expect(code).toContain(`headers={'Content-Type': 'application/json'},`);
	});

	it('else keeps the exact text, line by line, and says why', () => {
		const { code } = generate({ ...json, body: '{\n "да": 1e3\n}' });

		expect(code).toContain('# The text as it is');
		expect(code).toContain(
			`data=(\n        '{\\n'\n        ' "да": 1e3\\n'\n        '}'\n    ).encode(),\n`
		);
	});

	it('lays its arguments out as asked', () => {
		const lines = (how: 'one' | 'many') =>
			generate({}, { options: { ...plainOptions, lines: how } }).code;

		expect(lines('one')).toContain("requests.get('http://localhost:8080/api/v2/dags')\n");
		expect(lines('many')).toContain("requests.get(\n    'http://localhost:8080/api/v2/dags',\n)\n");
	});

	it('stops at an error when asked to, after it has shown what the server says', () => {
		const { code } = generate({}, { options: { ...plainOptions, checksErrors: true } });

		expect(code).toMatch(/print\(.*\)\nresponse\.raise_for_status\(\)$/);
	});

	it('writes the secret out only when it is given', () => {
		const auth = { kind: 'basic', username: 'me' };
		const options = { ...plainOptions, secret: "it's" };

		expect(generate({}, { auth, options }).code).toContain(`auth=('me', "it's")`);
		expect(generate({}, { auth }).code).toContain(`auth=('me', os.environ['AIRFLOW_PASSWORD'])`);
	});

	it.each([
		['dot-segments-lost', 'http://localhost/a/../b'],
		['url-requoted', 'http://localhost/%7Ea'],
		['url-requoted', 'http://localhost/a?'],
		['url-requoted', 'http://localhost/%d0'],
		['url-requoted', 'http://localhost/a?b[c]=1']
	])('warns of %s for %s', (id, url) => {
		expect(generate({ url }).warnings).toEqual([{ id }]);
	});
});

describe('pythonJson', () => {
	const literal = (text: string) => {
		const found = pythonJson(text);
		return found && layOut(found.value);
	};

	it.each([
		[
			'{"a": [true, false, null, -1, 1.5, "x: true, y"]}',
			`{'a': [True, False, None, -1, 1.5, 'x: true, y']}`
		],
		['{"2": 1, "1": 12345678901234567890}', `{'2': 1, '1': 12345678901234567890}`],
		['"\\u0434\\ud83d"', `'д\\ud83d'`],
		['[{}, []]', '[{}, []]'],
		['{"__proto__": 1}', `{'__proto__': 1}`]
	])('writes %s as %s', (text, code) => {
		expect(literal(text)).toBe(code);
	});

	it.each([
		['{"a": 1, "b": 2}', { item: ', ', key: ': ', isAscii: true }],
		['{"a":1,"b":"д"}', { item: ',', key: ':', isAscii: false }],
		['{\n  "a": [\n    1,\n    2\n  ]\n}', { item: ',', key: ': ', indent: 2, isAscii: true }],
		['{\n    "a": "д"\n}', { item: ',', key: ': ', indent: 4, isAscii: false }]
	])('knows how json.dumps writes %j', (text, style) => {
		expect(pythonJson(text)?.style).toEqual(style);
	});

	it.each([
		'{"a" : 1}',
		'[1,  2]',
		' {}',
		'["д", "\\u0434"]',
		'"\\/"',
		'{"a": 1, "a": 2}',
		'[1e3]',
		'[1.50]',
		'[-0]',
		'[0.00001]',
		'null',
		'{',
		'[-0.0]',
		`${'['.repeat(60)}${']'.repeat(60)}`
	])('leaves %s to the exact text', (text) => {
		expect(literal(text)).toBeUndefined();
	});

	it('lays a long value out', () => {
		const name = 'x'.repeat(70);

		expect(literal(`{"a": {"b": "${name}", "c": []}}`)).toBe(
			`{\n    'a': {\n        'b': '${name}',\n        'c': [],\n    },\n}`
		);
	});
});

it.each([
	["it's", `"it's"`],
	[`'"\\`, `'\\'"\\\\'`],
	['\n\r\t\0\x7f\u00a0\u2028\ud83d🎏 да', `'\\n\\r\\t\\x00\\x7f\\xa0\\u2028\\ud83d🎏 да'`]
])('%j is a Python literal as repr would write it', (text, literal) => {
	expect(pythonString(text)).toBe(literal);
});
