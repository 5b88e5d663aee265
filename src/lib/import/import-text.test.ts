import { describe, expect, it } from 'vitest';
import { ImportError } from './import-error.ts';
import { importText } from './import-text.ts';
import { importWarningText } from './import.text.ts';
import type { ImportFormat, ImportWarning } from './imported.ts';

const ids = (text: string, format?: ImportFormat) =>
	importText(text, { format }).warnings.map(({ id }) => id);
const only = (text: string, format?: ImportFormat) => importText(text, { format }).requests[0];

const RUN = 'http://localhost:8080/api/v2/dags/etl/dagRuns';

describe('the format', () => {
	it.each<[ImportFormat, string]>([
		['curl', `curl ${RUN}`],
		['curl', `$ TOKEN=x curl -s '${RUN}' | jq .`],
		['cmd', `curl ^"${RUN}^" ^\r\n  -H ^"Accept: */*^"`],
		['cmd', `curl.exe "${RUN}"`],
		['powershell', `Invoke-RestMethod -Uri ${RUN}`],
		['powershell', `irm ${RUN}`],
		['powershell', `curl.exe -s '${RUN}'`],
		['har', `{"log": {"entries": [{"request": {"method": "GET", "url": "${RUN}"}}]}}`],
		['har', `{"method": "GET", "url": "${RUN}"}`],
		['postman', `{"info": {"name": "x"}, "item": [{"request": "${RUN}"}]}`],
		['http', `GET ${RUN}`],
		['http', `# a note\n@host = h\n\n### One\nGET http://{{host}}/a`],
		['http', 'GET /api/v2/dags HTTP/1.1\r\nHost: h\r\n\r\n'],
		['http', RUN],
		['cli', 'airflow dags trigger etl'],
		['cli', 'docker compose exec scheduler airflow dags list'],
		['cli', 'airflowctl dags trigger etl'],
		['python', `import requests\n\nrequests.get('${RUN}')`],
		['python', `r = requests.get('${RUN}')`]
	])('is %s for %s', (format, text) => {
		expect(importText(text).format).toBe(format);
	});
});

describe('a command copied from a browser', () => {
	const body = `{"note": "it's \\"100%\\" \\\\ & ^ | <é>!", "a": [1]}`;
	const request = {
		method: 'POST',
		url: `${RUN}?x=%20&y=[1]`,
		headers: [
			['accept', 'application/json'],
			['content-type', 'application/json'],
			['x-empty', '']
		],
		body
	};

	it('for bash', () => {
		const text = `curl '${RUN}?x=%20&y=\\[1\\]' \\
  -H 'accept: application/json' \\
  -H 'content-type: application/json' \\
  -H 'x-empty;' \\
  --data-raw $'{"note": "it\\'s \\\\"100%\\\\" \\\\\\\\ & ^ | <é>\\u0021", "a": [1]}' \\
  --compressed`;
		expect(only(text)).toEqual(request);
		expect(ids(text)).toEqual([]);
	});

	it('for cmd', () => {
		const text = [
			`curl --globoff ^"${RUN}?x=^%^20^&y=^[1^]^" ^`,
			'  -H ^"accept: application/json^" ^',
			'  -H ^"content-type: application/json^" ^',
			'  -H ^"x-empty;^" ^',
			'  --data-raw ^"^{^\\^"note^\\^": ^\\^"it\'s ^\\^\\^\\^"100^%^\\^\\^\\^" ^\\^\\ ^& ^^ ^| ^<^é^>^!^\\^", ^\\^"a^\\^": ^[1^]^}^"'
		].join('\r\n');
		expect(only(text)).toEqual(request);
		expect(ids(text)).toEqual([]);
	});

	it('for PowerShell', () => {
		const text = `$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Browser/1.0"
$session.Cookies.Add((New-Object System.Net.Cookie("_token", "abc", "/", "localhost")))
Invoke-WebRequest -UseBasicParsing -Uri "${RUN}?x=%20&y=[1]" \`
-Method "POST" \`
-WebSession $session \`
-Headers @{
"accept"="application/json"
  "x-empty"=""
} \`
-ContentType "application/json" \`
-Body ([System.Text.Encoding]::UTF8.GetBytes("{\`"note\`": \`"it's \\\`"100%\\\`" \\\\ & ^ | <$([char]233)>!\`", \`"a\`": [1]}"))`;
		expect(only(text)).toEqual({
			...request,
			headers: [
				['accept', 'application/json'],
				['x-empty', ''],
				['User-Agent', 'Browser/1.0'],
				['Cookie', '_token=abc'],
				['Content-Type', 'application/json']
			]
		});
		expect(ids(text)).toEqual([]);
	});
});

describe('curl', () => {
	it.each<[string, object]>([
		['a POST with a form type by -d', {}],
		['-X PUT', { method: 'PUT' }]
	])('is %s', (option, wanted) => {
		const flag = option.startsWith('-X') ? option : '';
		expect(only(`curl ${flag} -d a -d b http://h/`)).toMatchObject({
			method: 'POST',
			body: 'a&b',
			headers: [['Content-Type', 'application/x-www-form-urlencoded']],
			...wanted
		});
	});

	it('reads its body from a here-document, or from what is written into the pipe', () => {
		const text = `curl http://h/ --json @- <<'END'\n{"a": "$X"}\nEND\necho done`;
		expect(only(text)).toMatchObject({ method: 'POST', body: '{"a": "$X"}\n' });
		expect(only(`curl -d @- http://h/ <<< 'x y'`)?.body).toBe('x y');
		expect(only(`echo '{"a": 1}' | curl --json @- http://h/`)?.body).toBe('{"a": 1}\n');
		expect(only(`printf %s 'x y' | curl -d @- http://h/`)?.body).toBe('x y');
		expect(only(`cat <<END | curl --data-binary @- http://h/\na\nEND\n`)?.body).toBe('a\n');
		expect(ids(`jq -n '{}' | curl -d @- http://h/`)).toEqual(['stdin']);
	});

	it('knows variables that the text sets itself', () => {
		const text = `HOST=http://h; T='a b'\ncurl "$HOST/\${T%b}" -H "X: $T" -H "Y: \${NONE:-z}"`;
		expect(only(text)).toMatchObject({
			headers: [
				['X', 'a b'],
				['Y', 'z']
			]
		});
		expect(ids(text)).toEqual(['shell-default', 'shell-variable']);
	});

	it('makes several requests of several addresses, and of brackets', () => {
		const urls = (text: string) => importText(text).requests.map(({ url }) => url);
		expect(urls('curl http://h/a http://h/b')).toEqual(['http://h/a', 'http://h/b']);
		expect(urls('curl "http://h/[1-2]{a,b}"')).toHaveLength(4);
		expect(urls('curl -g "http://h/[1-2]"')).toEqual(['http://h/[1-2]']);
		expect(urls('curl http://h/a -d 1 --next http://h/b')).toHaveLength(2);
	});

	it('is found where its answer goes into a variable', () => {
		expect(only(`answer=$(curl -s http://h/a) || exit 1\necho "$answer"`)?.url).toBe('http://h/a');
	});

	it('keeps bytes that are no text', () => {
		expect(only(`curl http://h/ --data-raw $'\\xff\\x00a'`)?.body).toEqual(Uint8Array.of(0xff));
	});

	it.each([
		['file', '-d @body.json'],
		['file', '-F f=@x.png'],
		['file', '-T x.txt'],
		['stdin', '-d @-'],
		['proxy', '-x http://p:1'],
		['certificate', '--cacert ca.pem'],
		['insecure', '-k'],
		['cookie-jar', '-b cookies.txt'],
		['cookie-jar', '-c jar'],
		['login', '--ntlm'],
		['connection', '--resolve a:1:2'],
		['aside', '--max-time 3'],
		['unknown-options', '--url=http://x/'],
		['option-without-value', '-H'],
		['password-asked', '-u admin'],
		['secret-variable', '-u "admin:$PW"'],
		['shell-variable', '-H "X: $(date)"'],
		['curl-no-header', '-H nothing'],
		['pipe-left-out', '| jq .'],
		['pipe-left-out', '> out.json'],
		['shell-ampersand', '-G -d a=1 & b=2'],
		['shell-expands', '-d {a,b}']
	])('names what is left behind as %s: %s', (id, option) => {
		const { warnings } = importText(`curl http://h/ ${option}`);
		const warning = warnings.find((one) => one.id === id) as ImportWarning;
		const [ru, en] = [importWarningText(warning, 'ru'), importWarningText(warning, 'en')];
		expect(ru).toMatch(/[а-я]{3}/);
		expect(en).toMatch(/[a-z]{3} /);
		expect(ru + en).not.toMatch(/\{(names|text|name|rest)\}/);
	});
});

describe('what cannot be imported', () => {
	it.each<[string, string, ImportFormat | undefined, { line: number; column: number } | undefined]>(
		[
			['empty', '  \n', undefined, undefined],
			['unknown-format', 'hello', undefined, undefined],
			['open-quote', `curl http://h/ \\\n  -H 'a: b`, undefined, { line: 2, column: 6 }],
			['open-quote', `curl http://h/ "a`, 'cmd', { line: 1, column: 1 }],
			['no-curl', 'wget http://h/', 'curl', undefined],
			['curl-no-url', 'curl -X POST', undefined, undefined],
			['curl-two-methods', 'curl -I -d x http://h/', undefined, undefined],
			['curl-glob', 'curl "http://h/[x"', undefined, undefined],
			['powershell-syntax', 'irm -Uri "http://h/', undefined, { line: 1, column: 10 }],
			['powershell-no-uri', 'irm -Method GET', undefined, undefined],
			['json-syntax', '{"log": {"entries": [}}', undefined, { line: 1, column: 22 }],
			['har-none', '{"a": 1}', undefined, undefined],
			['har-lacks', '{"url": "http://h/"}', undefined, undefined],
			['postman-none', '{"info": {}}', undefined, undefined],
			['http-no-header', 'GET http://h/\nA: b\nnonsense', undefined, { line: 3, column: 1 }],
			['python-syntax', `requests.get('http://h/`, undefined, { line: 1, column: 14 }],
			['no-python', 'import requests', undefined, undefined],
			['cli-unknown', 'airflow dags backfill x', undefined, undefined],
			['cli-lacks', 'airflow dags trigger', undefined, undefined],
			['cli-json', 'airflow dags trigger a --conf {a}', undefined, undefined]
		]
	)('says %s for %s', (id, text, format, place) => {
		let error: unknown;
		try {
			importText(text, { format });
		} catch (thrown) {
			error = thrown;
		}
		expect(error).toBeInstanceOf(ImportError);
		expect(error).toMatchObject({ id, place });
		expect((error as ImportError).text('ru')).not.toContain('{');
		expect((error as ImportError).text('ru')).not.toBe((error as ImportError).text('en'));
	});
});
