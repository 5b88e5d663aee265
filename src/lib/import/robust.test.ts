import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ImportError } from './import-error.ts';
import { importText } from './import-text.ts';
import type { ImportFormat } from './imported.ts';

const FORMATS: ImportFormat[] = [
	'curl',
	'cmd',
	'powershell',
	'har',
	'postman',
	'http',
	'cli',
	'python'
];

/** Whole texts, of which pieces are cut out. */
const WHOLE: Record<ImportFormat, string> = {
	curl: `A=1; curl -sS "http://h/$A?x={a,b}" -H 'X: y' -u "a:$P" -d @- <<E | jq .\n{"a": "$(date)"}\nE\n`,
	cmd: `set "p=%%"\r\ncurl.exe ^"http://h/%p%20^" ^\r\n -H "X: \\"y\\"" --data-raw ^"{^\n\n}^" | jq .`,
	powershell: `$s = New-Object A.B\n$s.C.Add((New-Object D("a", "b")))\n$r = @{ Uri = "http://h/$([char]65)"; Headers = @{ 'a' = "b\`n" + $env:X } }\nInvoke-RestMethod @r -Body (@{a=1} | ConvertTo-Json) | Out-Null\n@('url = "x"', 'data = "y"') | curl.exe --config -`,
	har: `{"log": {"entries": [{"request": {"method": "POST", "url": "http://h/", "headers": [{"name": "a", "value": "b"}], "postData": {"mimeType": "x/y", "params": [{"name": "a"}]}}}]}}`,
	postman: `{"info": {}, "item": [{"name": "a", "request": {"url": {"raw": "{{b}}/:c", "variable": [{"key": "c", "value": "d"}]}, "body": {"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "b"}]}, "auth": {"type": "basic", "basic": [{"key": "username", "value": "a"}]}}}], "variable": [{"key": "b", "value": "{{b}}"}]}`,
	http: `@a = b\n### c\n# @name d\nPOST http://h/{{a}}\n  ?x=y\nA: {{$processEnv X}}\n\n{"a": 1}\n> {% x %}\n`,
	cli: `airflow dags trigger 'a' --conf '{"a": 1}' -r=x -- b\nairflowctl pools create --name a`,
	python: `import requests\ns = requests.Session()\ns.headers.update({'a': f'{b!r}'})\nh = {'x': "y" 'z', **k}\nr = s.post('http://h/' + p, json={'a': [1, 2.5, None]}, headers=h, auth=('a', os.environ['P']))  # c\n`
};

it.each(FORMATS)('%s: damaged text is imported or refused, never an accident', (format) => {
	const whole = WHOLE[format];
	expect(importText(whole, { format }).requests.length).toBeGreaterThan(0);
	const place = fc.nat(whole.length);
	const damaged = fc
		.tuple(place, place, fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), piece(whole)))
		.map(([from, to, put]) => whole.slice(0, from) + put + whole.slice(Math.max(from, to)));
	fc.assert(
		fc.property(fc.oneof(damaged, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
			try {
				importText(text, { format });
			} catch (error) {
				if (!(error instanceof ImportError)) throw error;
			}
		}),
		{ numRuns: 3000 }
	);
});

it('any text is read in one of the formats or refused', () => {
	fc.assert(
		fc.property(fc.oneof(...FORMATS.map((format) => piece(WHOLE[format]))), (text) => {
			try {
				importText(text);
			} catch (error) {
				if (!(error instanceof ImportError)) throw error;
			}
		}),
		{ numRuns: 2000 }
	);
});

it.each<[string, (size: number) => string]>([
	['quotes', (size) => `curl http://h/ -d ${"'a'".repeat(size)}`],
	['dollars', (size) => `curl http://h/ -d "${'$('.repeat(size)}"`],
	['backslashes', (size) => `curl.exe http://h/ -d "${'\\'.repeat(size)}"`],
	['brackets', (size) => `curl "http://h/${'['.repeat(size)}"`],
	['carets', (size) => `curl http://h/ -d ^"${'^'.repeat(size)}`],
	['lines', (size) => `curl http://h/ \\\n${' \\\n'.repeat(size)}`],
	['a PowerShell string', (size) => `irm -Uri "http://h/${'`"'.repeat(size)}"`],
	['parentheses', (size) => `irm -Uri ${'('.repeat(Math.min(size, 2000))}`],
	['a Python list', (size) => `requests.get(${'['.repeat(Math.min(size, 2000))}`],
	['an f-string', (size) => `requests.get(f'${'{{'.repeat(size)}')`],
	['blank lines', (size) => `### x\n${'\n'.repeat(size)}GET http://h/`],
	['braces', (size) => `GET http://h/${'{{'.repeat(size)}`],
	['percent signs', (size) => `curl.exe http://h/${'%a'.repeat(size)}`]
])('long runs of %s take no long time', (_, make) => {
	const text = make(20_000);
	const start = performance.now();
	try {
		importText(text);
	} catch (error) {
		if (!(error instanceof ImportError)) throw error;
	}
	expect(performance.now() - start).toBeLessThan(1000);
});

function piece(text: string): fc.Arbitrary<string> {
	return fc
		.tuple(fc.nat(text.length), fc.nat(text.length))
		.map(([from, to]) => text.slice(Math.min(from, to), Math.max(from, to)));
}
