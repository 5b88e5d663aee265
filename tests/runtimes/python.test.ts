import { beforeAll, describe, expect, test } from 'vitest';
import { pythonHere, type PythonHere } from './python-here.ts';

let python: PythonHere;
beforeAll(async () => {
	python = await pythonHere();
}, 120_000);

describe('the page’s Python', () => {
	test.each([
		['print("hi"); print("é", end="")', { stdout: 'hi\né', stderr: '', exitCode: 0 }],
		['import sys; print("x", file=sys.stderr); sys.exit(3)', { stderr: 'x\n', exitCode: 3 }],
		['raise SystemExit("bye")', { stderr: 'bye\n', exitCode: 1 }],
		['import time; a = time.time(); time.sleep(60); print("done")', { stdout: 'done\n' }],
		[
			'import os; print(os.environ["AIRFLOW_USERNAME"], os.getcwd())',
			{ stdout: 'admin /home/learner\n' }
		]
	])('%s', async (code, expected) => {
		expect(await python.run(code, 'v2')).toMatchObject(expected);
	});

	test('contains a program that makes files without end, and goes on with the next', async () => {
		const bomb = 'i = 0\nwhile True:\n    open(f"f{i}", "w").close()\n    i += 1\n';
		const { stderr, exitCode } = await python.run(bomb, 'v2');

		expect(stderr).toMatch(/OSError: \[Errno \d+\] No space left on device/);
		expect(exitCode).toBe(1);
		const tidy = 'import os\nfor name in os.listdir():\n    os.remove(name)\nprint("tidy")';
		expect(await python.run(tidy, 'v2')).toMatchObject({ stdout: 'tidy\n', exitCode: 0 });
	});

	test('names the learner’s line in a traceback', async () => {
		const { stderr, exitCode } = await python.run('def f():\n    return 1 / 0\n\nf()\n', 'v2');

		expect(exitCode).toBe(1);
		expect(stderr).toMatch(
			/^Traceback \(most recent call last\):\n {2}File "\/home\/learner\/program.py", line 4, in <module>\n {4}f\(\)/
		);
		expect(stderr).toMatch(/ZeroDivisionError: division by zero\n$/);
	});

	test('requests, urllib, httpx and the official client reach the simulated Airflow', async () => {
		const code = `
import json, os, urllib.request, http.client
import requests, httpx
API = "http://localhost:8080/api/v2"
H = {"Authorization": "Bearer " + os.environ["AIRFLOW_TOKEN"]}
r = requests.get(API + "/dags", headers=H, params={"limit": 2}, timeout=10)
print(r.status_code, r.reason, [d["dag_id"] for d in r.json()["dags"]])
with requests.Session() as s:
    s.headers.update(H)
    print(s.post(API + "/pools", json={"name": "p", "slots": 1}).status_code, s.get(API + "/pools/p").json()["slots"])
    print(s.delete(API + "/pools/p").status_code)
    try:
        s.get(API + "/pools/p").raise_for_status()
    except requests.HTTPError as e:
        print(e)
for url in ("http://nowhere.example/", "http://localhost:9/", "https://localhost:8080/"):
    try:
        requests.get(url, timeout=3)
    except requests.RequestException as e:
        print(type(e).__name__, e)
print(json.load(urllib.request.urlopen(API + "/version"))["version"])
print(httpx.get(API + "/version").json()["version"])
import airflow_client.client as ac
from airflow_client.client.api import dag_api
cfg = ac.Configuration(host="http://localhost:8080", access_token=os.environ["AIRFLOW_TOKEN"])
with ac.ApiClient(cfg) as api:
    print(dag_api.DAGApi(api).get_dags(limit=1).dags[0].dag_id)
`;
		const { stdout, stderr, exitCode } = await python.run(code, 'v2');

		expect(stderr).toBe('');
		expect(stdout.split('\n')).toEqual([
			"200 OK ['broken_export', 'flaky_import']",
			'201 1',
			'204',
			'404 Client Error: Not Found for url: http://localhost:8080/api/v2/pools/p',
			`ConnectionError HTTPConnectionPool(host='nowhere.example', port=80): Max retries exceeded with url: / (Caused by NameResolutionError("HTTPConnection(host='nowhere.example', port=80): Failed to resolve 'nowhere.example' ([Errno -2] Name or service not known)"))`,
			`ConnectionError HTTPConnectionPool(host='localhost', port=9): Max retries exceeded with url: / (Caused by NewConnectionError("HTTPConnection(host='localhost', port=9): Failed to establish a new connection: [Errno 111] Connection refused"))`,
			`SSLError HTTPSConnectionPool(host='localhost', port=8080): Max retries exceeded with url: / (Caused by SSLError(SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1016)')))`,
			'3.3.2',
			'3.3.2',
			'broken_export',
			''
		]);
		expect(exitCode).toBe(0);
	}, 60_000);
});
