import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const PEERS = join(import.meta.dirname, 'peers');
const SPEC = 'static/openapi/airflow-3.3.2.json';
const CONNECTIONS = 8;
const SECONDS = Number(process.env.WINDSOCK_BENCH_SECONDS ?? 3);

interface Operation {
	name: string;
	method: 'GET' | 'POST' | 'PATCH';
	path: string;
	body?: string;
}

/** Lists and single things, big bodies and small ones, reading and writing. */
const OPERATIONS: Operation[] = [
	{ name: 'version', method: 'GET', path: '/api/v2/version' },
	{ name: 'health', method: 'GET', path: '/api/v2/monitor/health' },
	{ name: 'list DAGs', method: 'GET', path: '/api/v2/dags?limit=50' },
	{ name: 'one DAG', method: 'GET', path: '/api/v2/dags/nightly_sales' },
	{ name: 'its tasks', method: 'GET', path: '/api/v2/dags/nightly_sales/tasks' },
	{
		name: 'its runs',
		method: 'GET',
		path: '/api/v2/dags/nightly_sales/dagRuns?order_by=-run_after'
	},
	{
		name: 'all task instances',
		method: 'GET',
		path: '/api/v2/dags/~/dagRuns/~/taskInstances?limit=10'
	},
	{ name: 'list pools', method: 'GET', path: '/api/v2/pools' },
	{ name: 'one pool', method: 'GET', path: '/api/v2/pools/default_pool' },
	{
		name: 'change a pool',
		method: 'PATCH',
		path: '/api/v2/pools/default_pool?update_mask=slots',
		body: '{"slots":128}'
	}
];

/** What autocannon tells, as far as it is used. */
interface Load {
	requests: { average: number };
	latency: { p99: number };
	'2xx': number;
	non2xx: number;
	errors: number;
}
type Autocannon = (options: Record<string, unknown>) => Promise<Load>;

interface Contender {
	name: string;
	command: (port: number) => string[];
}

const CONTENDERS: Contender[] = [
	{ name: 'bare node:http', command: (port) => ['node', join(PEERS, 'bare.mjs'), `${port}`] },
	{
		name: 'Windsock',
		command: (port) => [
			'node',
			'--import',
			'tsx',
			'src/bin/simulator.ts',
			'--api',
			'v2',
			'--port',
			`${port}`
		]
	},
	{
		name: 'Prism 5.16.0',
		command: (port) => [
			'node',
			join(PEERS, 'node_modules/.bin/prism'),
			'mock',
			'-p',
			`${port}`,
			'-v',
			'error',
			SPEC
		]
	},
	{ name: 'Scalar', command: (port) => ['node', join(PEERS, 'scalar.mjs'), SPEC, `${port}`] }
];

/** Requests a second and the 99th percentile of ten operations, ours beside the peers', one after another. */
export async function benchServer(): Promise<void> {
	const cannon = await loadCannon();
	const rates = new Map<string, number[]>();
	for (const { name, command } of CONTENDERS) {
		const port = await freePort();
		const [program = '', ...words] = command(port);
		const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });
		try {
			const url = `http://localhost:${port}`;
			await answering(url, child);
			const headers = { authorization: `Bearer ${await token(url)}` };
			rates.set(name, await measure(cannon, name, url, headers));
		} finally {
			child.kill('SIGKILL');
		}
	}
	const ours = rates.get('Windsock') ?? [];
	for (const [name, theirs] of rates) {
		if (name === 'Windsock') continue;
		const ratios = ours.map((rate, index) => rate / (theirs[index] ?? NaN));
		const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length);
		console.log(
			`ratio: Windsock answers ${mean.toFixed(2)} times as fast as ${name} (geometric mean)`
		);
	}
	const bare = rates.get('bare node:http')?.[0] ?? NaN;
	console.log(
		`ratio: a small body (version), ${((ours[0] ?? NaN) / bare).toFixed(2)} of bare node:http`
	);
}

async function measure(
	cannon: Autocannon,
	name: string,
	url: string,
	headers: Record<string, string>
): Promise<number[]> {
	const rates: number[] = [];
	for (const { name: operation, method, path, body } of OPERATIONS) {
		const load = await cannon({
			url: url + path,
			method,
			headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
			...(body ? { body } : {}),
			connections: CONNECTIONS,
			duration: SECONDS
		});
		rates.push(load.requests.average);
		const bad = load.non2xx + load.errors;
		console.log(
			`${name}, ${operation}: ${Math.round(load.requests.average)} a second, p99 ${load.latency.p99} ms` +
				(bad > 0 ? `, ${bad} not answered with 2xx` : '')
		);
	}
	return rates;
}

/** Ours has a login; the others take any word. */
async function token(url: string): Promise<string> {
	const response = await fetch(`${url}/auth/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ username: 'admin', password: 'admin' })
	});
	const text = await response.text();
	try {
		return (JSON.parse(text) as { access_token?: string }).access_token ?? 'any';
	} catch {
		// Not a login's answer: a mock's.
		return 'any';
	}
}

async function answering(url: string, child: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 300; tries++) {
		if (child.exitCode !== null) throw new Error(`It stopped: ${child.spawnargs.join(' ')}`);
		try {
			await fetch(`${url}/api/v2/version`);
			return;
		} catch {
			// Not listening yet.
			await sleep(100);
		}
	}
	throw new Error(`It does not answer: ${child.spawnargs.join(' ')}`);
}

/** From the peers' folder: the load generator is no dependency of the project. */
async function loadCannon(): Promise<Autocannon> {
	const path = pathToFileURL(join(PEERS, 'node_modules/autocannon/autocannon.js')).href;
	const { default: cannon } = (await import(path)) as { default: Autocannon };
	return cannon;
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
