import { describe, expect, it } from 'vitest';
import { importText } from '#lib/import/import-text.ts';
import type { ImportedRequest } from '#lib/import/imported.ts';

const requests = (text: string): readonly ImportedRequest[] => importText(text).requests;
const ids = (text: string) => importText(text).warnings.map(({ id }) => id);

describe('Python', () => {
	it('follows names, f-strings and the environment', () => {
		const text = `
import os, requests
BASE = "http://h/api/v2"
token = os.environ["AIRFLOW_TOKEN"]
headers = {"Authorization": f"Bearer {token}", 'X-A': 'b' "c"}
headers["X-D"] = "e"

def trigger(dag_id):
    response = requests.post(f"{BASE}/dags/etl/dagRuns", headers=headers, json={"n": 1})  # go
    return response.json()
`;
		expect(requests(text)).toEqual([
			{
				method: 'POST',
				url: 'http://h/api/v2/dags/etl/dagRuns',
				headers: [
					['X-A', 'bc'],
					['X-D', 'e'],
					['Content-Type', 'application/json']
				],
				body: '{"n": 1}',
				auth: { kind: 'bearer', variable: 'AIRFLOW_TOKEN' }
			}
		]);
		expect(ids(text)).toEqual(['secret-variable']);
	});

	it.each([
		['12345678901234567890123', '12345678901234567890123'],
		['1_000', '1000'],
		['0x1F', '31'],
		['1e16', '1e+16'],
		['1.0', '1.0'],
		['1e-5', '1e-05'],
		['123456789.125', '123456789.125'],
		['-0', '0'],
		['-0.0', '-0.0'],
		['True', 'true'],
		['[None]', '[null]'],
		[`"é\\n\\U0001F38F"`, '"\\u00e9\\n\\ud83c\\udf8f"'],
		[`r"\\n"`, '"\\\\n"'],
		['[1, (2, 3), {}]', '[1, [2, 3], {}]'],
		['{1: 2, None: 3, "a": 1, "a": 2}', '{"1": 2, "null": 3, "a": 2}']
	])('json=%s is %s', (value, json) => {
		expect(requests(`requests.put("http://h/", json=${value})`)[0]?.body).toBe(json);
	});

	it('knows sessions, clients, forms and parameters', () => {
		const text = `
with requests.Session() as s:
    s.auth = ("u", "p")
    s.headers.update({"X-A": "1"})
    s.delete("http://h/x", headers={"x-a": "2"})
client = httpx.Client(base_url="http://h/api/v2/")
client.request("PATCH", "dags/x", json={"a": True}, params={"b": ["c *~d", 1], "e": None})
requests.post("http://h/", {"a": "b c"}, cookies={"k": "v"})
`;
		expect(requests(text)).toEqual([
			{
				method: 'DELETE',
				url: 'http://h/x',
				headers: [['x-a', '2']],
				auth: { kind: 'basic', username: 'u', password: 'p' }
			},
			{
				method: 'PATCH',
				url: 'http://h/api/v2/dags/x?b=c+%2A~d&b=1',
				headers: [['Content-Type', 'application/json']],
				body: '{"a":true}'
			},
			{
				method: 'POST',
				url: 'http://h/',
				headers: [
					['Content-Type', 'application/x-www-form-urlencoded'],
					['Cookie', 'k=v']
				],
				body: 'a=b+c'
			}
		]);
	});

	it('names what it leaves behind', () => {
		const text = `requests.post("http://h/" + name, data=open("f"), verify=False, proxies=p, cert="c", timeout=3)`;
		expect(ids(text).toSorted()).toEqual([
			'aside',
			'certificate',
			'file',
			'insecure',
			'proxy',
			'shell-variable'
		]);
	});
});
