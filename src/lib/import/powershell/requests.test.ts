import { describe, expect, it } from 'vitest';
import { importText } from '#lib/import/import-text.ts';
import type { ImportedRequest } from '#lib/import/imported.ts';

const requests = (text: string): readonly ImportedRequest[] => importText(text).requests;
const ids = (text: string) => importText(text).warnings.map(({ id }) => id);

describe('PowerShell', () => {
	it('follows variables, tables and here-strings', () => {
		const text = `
$h = @{ 'X-A' = 'it''s' }
$h['Authorization'] = "Bearer $env:AIRFLOW_TOKEN"
$h.Add("X-B", "b")
$body = @{ conf = @{ a = 1; b = $true }; c = @('x', "y") } | ConvertTo-Json -Depth 5
$r = Invoke-RestMethod -Method Post -Uri http://h/a?b=c -Headers $h -Body $body -ContentType 'application/json'
$text = @"
{"a": "b\`tc"}
"@
irm http://h/b -Me PUT -Body $text | Out-Null
`;
		expect(requests(text)).toEqual([
			{
				method: 'POST',
				url: 'http://h/a?b=c',
				headers: [
					['X-A', "it's"],
					['X-B', 'b'],
					['Content-Type', 'application/json']
				],
				body: '{"conf":{"a":1,"b":true},"c":["x","y"]}',
				auth: { kind: 'bearer', variable: 'AIRFLOW_TOKEN' }
			},
			{ method: 'PUT', url: 'http://h/b', headers: [], body: '{"a": "b\tc"}' }
		]);
		expect(ids(text)).toEqual(['secret-variable', 'pipe-left-out']);
	});

	it('sends a table as a query or as a form', () => {
		expect(requests(`irm http://h/ -Body @{ a = 'b c' }`)[0]?.url).toBe('http://h/?a=b+c');
		expect(requests(`irm http://h/ -Method Post -Body @{ a = 'b c' }`)[0]).toMatchObject({
			headers: [['Content-Type', 'application/x-www-form-urlencoded']],
			body: 'a=b+c'
		});
	});

	it('reads curl.exe with the rules of PowerShell', () => {
		const text = `curl.exe -s 'http://h/?a=$x' \`\n  -H "A: \`"b\`"" --data-raw '{"c": "d"}'`;
		expect(requests(text)[0]).toMatchObject({
			url: 'http://h/?a=$x',
			headers: [
				['A', '"b"'],
				['Content-Type', 'application/x-www-form-urlencoded']
			],
			body: '{"c": "d"}'
		});
	});

	it('names what it leaves behind', () => {
		const text = `irm http://h/ -Proxy http://p -InFile x -TimeoutSec 3 -SkipCertificateCheck -Certificate $c -Credential $d`;
		expect(ids(text).toSorted()).toEqual([
			'aside',
			'certificate',
			'file',
			'insecure',
			'proxy',
			'secret-variable'
		]);
	});
});
