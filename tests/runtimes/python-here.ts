import { loadPyodide } from 'pyodide';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { preparePython } from '#bin/python-parts.ts';
import { placeOf } from '#lib/runtimes/open-outside.ts';
import type { HttpRequest } from '#lib/request/draft.ts';
import type { OutAnswer, Outside } from '#lib/runtimes/outside.ts';
import { createInterpreter, type Pyodide } from '#lib/runtimes/python/interpreter.ts';
import type { Ended } from '#lib/runtimes/run.ts';
import { serverHead } from '#lib/browser/server-head.ts';
import { bodyText } from '#lib/browser/wire.ts';
import { stepsOf, type Beginning } from '#lib/browser/world-steps.ts';
import type { World } from '#lib/simulator/world.ts';
import type { Control } from '#lib/simulator/timeline/deed.ts';
import { present, type Life } from '#lib/simulator/timeline/life.ts';
import { BORN_MS } from './simulated.ts';

export interface PythonHere {
	run(
		code: string,
		api: 'v1' | 'v2'
	): Promise<Ended & { stdout: string; stderr: string; environment: Record<string, string> }>;
	/** Another fresh world, which `go`, `control` and `wait` take from deed to deed; nobody has logged in to it. */
	begin(beginning: Beginning, bornMs: number): void;
	/** Runs a program in the world that is there; gives what it printed. */
	go(code: string, environment: Readonly<Record<string, string>>): Promise<string>;
	control(what: Control): void;
	wait(ms: number): void;
	/** The world as it is at this moment. */
	now(): World;
	/** What the last program left behind. */
	world(): World;
	/** Sends a request to a fresh world; `world` is that one then. */
	send(asks: HttpRequest, api: 'v1' | 'v2'): World;
}

/**
 * The page's Python in Node, where it cannot wait for promises: the world answers at once. Each program finds a fresh
 * world. @throws Error where the wheels cannot be had
 */
export async function pythonHere(): Promise<PythonHere> {
	const { isBundled, folder } = preparePython();
	if (!isBundled) throw new Error('The wheels could not be fetched: see the warning above.');
	const indexURL = `${resolve('static', folder ?? '')}/`;
	const py = (await loadPyodide({
		indexURL,
		packageBaseUrl: indexURL,
		lockFileContents: readFileSync(`${indexURL}packages.json`, 'utf8'),
		packages: ['requests']
	} as never)) as unknown as Pyodide;
	let world = freshWorld('v2');
	let printed = { stdout: '', stderr: '' };
	const python = createInterpreter(py, {
		outside: { nowMs: async () => world.nowMs() } as Outside,
		exchangeNow: (asked) => world.exchange(asked),
		sleepNow: (ms) => world.wait(ms),
		tell: ({ to, text }) => void (printed[to === 'out' ? 'stdout' : 'stderr'] += text),
		ask: async () => undefined,
		canWait: false
	});
	return {
		async run(code, api) {
			world = freshWorld(api);
			printed = { stdout: '', stderr: '' };
			const ended = await python.run(code, world.environment);
			return { ...ended, ...printed, environment: world.environment };
		},
		begin: (beginning, bornMs) => void (world = freshWorld('v2', beginning, bornMs)),
		async go(code, environment) {
			printed = { stdout: '', stderr: '' };
			await python.run(code, environment);
			return printed.stdout;
		},
		control: (what) => world.control(what),
		wait: (ms) => world.wait(ms),
		now: () => world.now(),
		world: () => world.present(),
		send(asks, api) {
			world = freshWorld(api);
			const { AIRFLOW_TOKEN: token } = world.environment;
			const authorization = token ? `Bearer ${token}` : `Basic ${btoa('admin:admin')}`;
			const headers = [...asks.headers, ['Authorization', authorization]];
			world.exchange(JSON.stringify({ body: '', ...asks, headers }));
			return world.present();
		}
	};
}

/** A simulated Airflow that answers at once; waiting moves its clock. */
function freshWorld(api: 'v1' | 'v2', beginning?: Beginning, bornMs = BORN_MS) {
	let wallMs = bornMs;
	let life: Life | undefined;
	const timetable = api === 'v1' ? ('data_interval' as const) : ('trigger' as const);
	const begins = beginning ?? { scenario: 'course', seed: 1, timetable };
	const steps = () => stepsOf('main', wallMs, begins);
	life = steps().exist()(undefined).life;
	const exchange = (asked: string): OutAnswer => {
		const { method, url, headers, body } = JSON.parse(asked) as {
			method: string;
			url: string;
			headers: [string, string][];
			body: string;
		};
		const place = placeOf(url, 'http://localhost:8080');
		if (place !== 'target') return { kind: 'none', why: place };
		if (method === 'CONNECT')
			return { kind: 'answer', status: 200, reason: '', headers: [], body: '' };
		const [, path = '/', query = ''] = /^[a-z]+:\/\/[^/]*([^?#]*)\??([^#]*)/i.exec(url) ?? [];
		const named = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
		const lived = steps().ask({ method, path: path || '/', query, headers: named, body })(life);
		({ life } = lived);
		const reply = lived.result;
		if (reply.delivery?.isDropped) return { kind: 'none', why: 'reset' };
		const text = bodyText(reply) ?? '';
		const size = new TextEncoder().encode(text).length;
		return {
			kind: 'answer',
			status: reply.status,
			...serverHead(path, reply, size, life.world.nowMs),
			body: text
		};
	};
	const login = beginning
		? undefined
		: exchange(
				JSON.stringify({
					method: 'POST',
					url: 'http://localhost:8080/auth/token',
					headers: [['Content-Type', 'application/json']],
					body: '{"username":"admin","password":"admin"}'
				})
			);
	const token =
		login?.kind === 'answer'
			? (JSON.parse(login.body) as { access_token?: string }).access_token
			: undefined;
	return {
		exchange,
		present: () => {
			if (!life) throw new Error('No world');
			return life.world;
		},
		now: () => {
			if (!life) throw new Error('No world');
			return present(life, wallMs);
		},
		control: (what: Control) => void ({ life } = steps().control(what)(life)),
		nowMs: () => wallMs,
		wait: (ms: number) => void (wallMs += ms),
		environment: {
			AIRFLOW: 'http://localhost:8080',
			AIRFLOW_USERNAME: 'admin',
			AIRFLOW_USER: 'admin',
			AIRFLOW_PASSWORD: 'admin',
			...(api === 'v2' && token ? { AIRFLOW_TOKEN: token } : {})
		}
	};
}
