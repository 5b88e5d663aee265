/**
 * Programs that must print the same under a real CPython and in the page. `H` holds the headers of the caller, `API`
 * the address with its version; both are set before each program.
 */
export const PRELUDE = `import json, os, sys, time
import requests
BASE = os.environ["AIRFLOW"]
API = BASE + "/api/v2"
H = {"Authorization": "Bearer " + os.environ["AIRFLOW_TOKEN"]}
`;

const show = (call: string) =>
	`r = ${call}\nprint(r.status_code, r.reason, r.headers["content-type"])\n`;
const caught = (body: string, error = 'Exception') =>
	`try:\n${body.replaceAll(/^/gm, '    ')}\nexcept ${error} as e:\n    print(type(e).__module__, type(e).__name__, e)\n`;

export const PROGRAMS: readonly string[] = [
	'print(requests.get(API + "/version").json()["version"])',
	show('requests.get(API + "/dags", headers=H, params={"limit": 2})') +
		'print([d["dag_id"] for d in r.json()["dags"]])',
	show('requests.get(API + "/dags")') + 'print(r.text)',
	show('requests.get(API + "/dags", headers={"Authorization": "Bearer nonsense"})') +
		'print(r.json())',
	show('requests.get(API + "/dags/no_such", headers=H)') + 'print(r.json()["detail"])',
	caught('requests.get(API + "/dags/no_such", headers=H).raise_for_status()', 'requests.HTTPError'),
	show('requests.post(API + "/pools", headers=H, json={"name": "etl", "slots": 3})') +
		'print(r.json()["slots"], r.ok)',
	'r = requests.post(API + "/pools", headers=H, json={"name": "etl", "slots": 3})\nr = requests.post(API + "/pools", headers=H, json={"name": "etl", "slots": 3})\nprint(r.status_code, sorted(r.json()))',
	show('requests.post(API + "/pools", headers=H, json={"slots": "many"})') +
		'print(json.dumps(r.json(), sort_keys=True)[:300])',
	show('requests.post(API + "/pools", headers=H, data="{not json")') + 'print(r.text[:200])',
	show('requests.patch(API + "/dags/hello_api", headers=H, json={"is_paused": True})') +
		'print(r.json()["is_paused"])',
	'requests.post(API + "/variables", headers=H, json={"key": "a", "value": "1"})\nprint(requests.get(API + "/variables/a", headers=H).json()["value"])\nprint(requests.delete(API + "/variables/a", headers=H).status_code)\nprint(requests.get(API + "/variables/a", headers=H).status_code)',
	'r = requests.delete(API + "/pools/default_pool", headers=H)\nprint(r.status_code, r.json())',
	'with requests.Session() as s:\n    s.headers.update(H)\n    for n in range(3):\n        print(s.get(API + "/dags", params={"limit": 1, "offset": n}).json()["dags"][0]["dag_id"])',
	'def pages():\n    offset = 0\n    while True:\n        page = requests.get(API + "/dags", headers=H, params={"limit": 2, "offset": offset}).json()\n        yield from page["dags"]\n        offset += 2\n        if offset >= page["total_entries"]:\n            return\nprint([d["dag_id"] for d in pages()])',
	'r = requests.get(API + "/dags", headers=H, params={"dag_id_pattern": "hello%", "tags": ["a b", "c"]})\nprint(r.url.replace(BASE, ""), r.status_code)',
	'r = requests.get(API + "/dags?limit=abc", headers=H)\nprint(r.status_code, r.json()["detail"][0]["type"])',
	'r = requests.get(API + "/nothing", headers=H)\nprint(r.status_code, r.text)',
	'r = requests.head(API + "/version")\nprint(r.status_code, r.headers.get("allow"), repr(r.text))',
	'r = requests.options(API + "/version")\nprint(r.status_code)',
	caught('requests.get("http://localhost:9/", timeout=2)', 'requests.ConnectionError'),
	caught('requests.get("http://no-such-host.invalid/", timeout=2)', 'requests.ConnectionError'),
	caught('requests.get("not a url")'),
	caught('requests.get("ftp://localhost/")'),
	caught('requests.get(API + "/version", timeout=0)'),
	caught('requests.get(API + "/version").json()["nothing"]'),
	caught('requests.get(BASE + "/api/v2/dags/~/x", headers=H).json(); raise ValueError("after")'),
	'r = requests.post(BASE + "/auth/token", json={"username": "viewer", "password": "viewer"})\nprint(r.status_code, sorted(r.json()))\nv = {"Authorization": "Bearer " + r.json()["access_token"]}\nr = requests.post(API + "/pools", headers=v, json={"name": "x", "slots": 1})\nprint(r.status_code, r.json())',
	'r = requests.post(BASE + "/auth/token", json={"username": "admin", "password": "wrong"})\nprint(r.status_code, r.json())',
	'r = requests.post(API + "/dags/hello_api/dagRuns", headers=H, json={"dag_run_id": "mine", "logical_date": None, "conf": {"a": 1}})\nprint(r.status_code, r.json()["dag_run_id"], r.json()["conf"], r.json()["state"])',
	'body = {"dag_run_id": "mine", "logical_date": None}\nfor _ in range(2):\n    r = requests.post(API + "/dags/hello_api/dagRuns", headers=H, json=body)\n    print(r.status_code)\nif r.status_code == 409:\n    print("there already")',
	'requests.post(API + "/dags/hello_api/dagRuns", headers=H, json={"dag_run_id": "mine", "logical_date": None})\nfor _ in range(30):\n    state = requests.get(API + "/dags/hello_api/dagRuns/mine", headers=H).json()["state"]\n    if state in ("success", "failed"):\n        break\n    time.sleep(1)\nprint(state)',
	'pause = 0.5\nrequests.post(API + "/dags/broken_export/dagRuns", headers=H, json={"dag_run_id": "bad", "logical_date": None})\ndeadline = time.monotonic() + 60\nwhile time.monotonic() < deadline:\n    r = requests.get(API + "/dags/broken_export/dagRuns/bad", headers=H).json()\n    if r["state"] in ("success", "failed"):\n        break\n    time.sleep(pause)\n    pause = min(pause * 1.5, 4)\nprint(r["state"])',
	'from requests.adapters import HTTPAdapter\nfrom urllib3.util.retry import Retry\ns = requests.Session()\ns.mount("http://", HTTPAdapter(max_retries=Retry(total=2, backoff_factor=0.01, status_forcelist=[404])))\n' +
		caught('s.get(API + "/dags/no_such", headers=H)', 'requests.exceptions.RetryError'),
	'from requests.adapters import HTTPAdapter\nfrom urllib3.util.retry import Retry\ns = requests.Session()\ns.mount("http://", HTTPAdapter(max_retries=Retry(total=1, connect=1, backoff_factor=0.01)))\n' +
		caught('s.get("http://localhost:9/")', 'requests.ConnectionError'),
	'r = requests.get(API + "/dags", headers=H, stream=True)\nprint(len(b"".join(r.iter_content(64))) == int(r.headers["content-length"]))',
	'r = requests.get(API + "/dags", headers=H, stream=True)\nprint(sum(1 for _ in r.iter_lines()))',
	'r = requests.get(API + "/dags", headers=H, auth=("admin", "admin"))\nprint(r.status_code, r.request.headers["Authorization"][:6])',
	'r = requests.Request("POST", API + "/pools", headers=H, json={"name": "é", "slots": 1}).prepare()\nprint(r.method, r.body, r.headers["Content-Length"])\nprint(requests.Session().send(r).json()["name"])',
	'hooks = {"response": lambda r, *a, **k: print("hook", r.status_code)}\nrequests.get(API + "/version", hooks=hooks)',
	'r = requests.get(API + "/version")\nprint(r.encoding, r.apparent_encoding, r.is_redirect, r.history, r.links, bool(r))',
	'print(requests.get(API + "/dags/hello_api/details", headers=H).json()["dag_id"])',
	'r = requests.get(API + "/dags/hello_api/tasks", headers=H).json()\nfor t in sorted(r["tasks"], key=lambda t: t["task_id"]):\n    print(t["task_id"], t["downstream_task_ids"])',
	'import urllib.request\nwith urllib.request.urlopen(API + "/version") as r:\n    print(r.status, r.reason, json.load(r)["version"])',
	'import urllib.request, urllib.error\n' +
		caught('urllib.request.urlopen(API + "/dags")', 'urllib.error.HTTPError'),
	'import urllib.request, urllib.error\n' +
		caught('urllib.request.urlopen("http://localhost:9/")', 'urllib.error.URLError'),
	'import urllib.request\nreq = urllib.request.Request(API + "/pools", data=json.dumps({"name": "u", "slots": 2}).encode(), headers={**H, "Content-Type": "application/json"}, method="POST")\nprint(urllib.request.urlopen(req).status)',
	'import http.client\nc = http.client.HTTPConnection("localhost", int(BASE.rsplit(":", 1)[1]), timeout=5)\nc.request("GET", "/api/v2/version")\nr = c.getresponse()\nprint(r.status, r.reason, r.version, len(r.read()))\nc.request("GET", "/api/v2/dags", headers=H)\nprint(c.getresponse().status)',
	'import httpx\nr = httpx.get(API + "/dags", headers=H, params={"limit": 1})\nprint(r.status_code, r.reason_phrase, r.http_version, len(r.json()["dags"]))',
	'import httpx\nwith httpx.Client(base_url=API, headers=H, timeout=5) as c:\n    print(c.get("/pools").json()["total_entries"], c.post("/pools", json={"name": "h", "slots": 1}).status_code)',
	'import httpx\n' +
		caught(
			'httpx.get(API + "/dags/no_such", headers=H).raise_for_status()',
			'httpx.HTTPStatusError'
		),
	'import httpx\n' + caught('httpx.get("http://localhost:9/")', 'httpx.ConnectError'),
	'from dataclasses import dataclass\n@dataclass\nclass Run:\n    dag_id: str\n    dag_run_id: str\n    state: str\nr = requests.post(API + "/dags/hello_api/dagRuns", headers=H, json={"dag_run_id": "typed", "logical_date": None}).json()\nprint(Run(**{k: r[k] for k in Run.__annotations__}))',
	'class Airflow:\n    def __init__(self, base, token):\n        self.s = requests.Session()\n        self.s.headers["Authorization"] = "Bearer " + token\n        self.base = base + "/api/v2"\n    def get(self, path, **params):\n        r = self.s.get(self.base + path, params=params, timeout=10)\n        r.raise_for_status()\n        return r.json()\nprint(Airflow(BASE, os.environ["AIRFLOW_TOKEN"]).get("/dags", limit=1)["total_entries"])',
	'import csv, io\nout = io.StringIO()\nw = csv.DictWriter(out, ["dag_id", "is_paused"], extrasaction="ignore")\nw.writeheader()\nw.writerows(requests.get(API + "/dags", headers=H).json()["dags"])\nprint(out.getvalue())',
	'import argparse\np = argparse.ArgumentParser(prog="tool")\np.add_argument("--limit", type=int, default=1)\na = p.parse_args(["--limit", "2"])\nprint(len(requests.get(API + "/dags", headers=H, params={"limit": a.limit}).json()["dags"]))\np.parse_args(["--limit", "x"])',
	'print("to stderr", file=sys.stderr)\nsys.exit("not good")',
	'sys.exit(7)',
	'with open("dags.json", "w") as f:\n    json.dump(requests.get(API + "/dags", headers=H).json(), f)\nprint(len(json.load(open("dags.json"))["dags"]), os.path.exists("dags.json"))\nos.remove("dags.json")',
	'from datetime import datetime, timedelta, timezone\nday = datetime(2026, 1, 31, tzinfo=timezone.utc) + timedelta(days=1)\nr = requests.get(API + "/dags/hello_api/dagRuns", headers=H, params={"run_after_gte": day.isoformat()})\nprint(r.status_code, r.url.split("?")[1])',
	'from airflow_client.client import ApiClient, Configuration\nfrom airflow_client.client.api.dag_api import DAGApi\nwith ApiClient(Configuration(host=BASE, access_token=os.environ["AIRFLOW_TOKEN"])) as c:\n    print([d.dag_id for d in DAGApi(c).get_dags(limit=3).dags])',
	'from airflow_client.client import ApiClient, ApiException, Configuration\nfrom airflow_client.client.api.dag_api import DAGApi\nwith ApiClient(Configuration(host=BASE, access_token=os.environ["AIRFLOW_TOKEN"])) as c:\n    try:\n        DAGApi(c).get_dag("no_such")\n    except ApiException as e:\n        print(e.status, e.reason, type(e).__name__)',
	'from airflow_client.client import ApiClient, Configuration\nfrom airflow_client.client.api.pool_api import PoolApi\nfrom airflow_client.client.models.pool_body import PoolBody\nwith ApiClient(Configuration(host=BASE, access_token=os.environ["AIRFLOW_TOKEN"])) as c:\n    print(PoolApi(c).post_pool(PoolBody(name="c", slots=2)).slots)'
];
