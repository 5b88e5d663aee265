import { readFileSync } from 'node:fs';
import { createWorldHost } from '#lib/browser/world-host.ts';
import { keepInMemory } from '#lib/browser/world-keep.ts';
import { stepsOf, type Beginning } from '#lib/browser/world-steps.ts';
import { openOutside } from '#lib/runtimes/open-outside.ts';
import type { Outside } from '#lib/runtimes/outside.ts';
import { present } from '#lib/simulator/timeline/life.ts';
import type { Control } from '#lib/simulator/timeline/deed.ts';
import type { World } from '#lib/simulator/world.ts';

export const BORN_MS = Date.UTC(2026, 10, 23, 9, 30);

export interface Simulated {
	outside: Outside;
	/** Credentials of the admin, as a page gives them. */
	env: Record<string, string>;
	control(what: Control): Promise<void>;
	/** The world as it is at this moment; `world` is as the last deed left it. */
	now(): Promise<World>;
	world(): Promise<World>;
}

interface SimulatedOptions {
	scenario?: string;
	faster?: number;
	bornMs?: number;
	/** All of it, in place of a scenario; then nobody has logged in. */
	beginning?: Beginning;
}

/**
 * A simulated Airflow and the way to it, without a browser. Waiting moves its clock, by `faster` times what is waited.
 */
export async function simulated(
	api: 'v1' | 'v2',
	{ scenario = 'course', faster = 1, bornMs = BORN_MS, beginning }: SimulatedOptions = {}
): Promise<Simulated> {
	let wallMs = bornMs;
	const keep = keepInMemory();
	const timetable = api === 'v1' ? 'data_interval' : 'trigger';
	const begins = beginning ?? { scenario, timetable, seed: 1 };
	await keep.change('main', stepsOf('main', wallMs, begins).exist());
	const host = createWorldHost({
		basePath: '',
		keep,
		wallMs: () => wallMs,
		announce: () => undefined,
		wait: async (ms) => void (wallMs += ms),
		describe: async (api) =>
			readFileSync(`static/openapi/airflow-${api === 'v1' ? '2.11.2' : '3.3.2'}.json`, 'utf8')
	});
	const lab = async (call: string, asks?: unknown) => {
		const init = asks === undefined ? {} : { method: 'POST', body: JSON.stringify(asks) };
		const response = await host(new Request(`http://lab/airflow/main/_lab/${call}`, init));
		if (!response.ok) throw new Error(`${call}: ${await response.text()}`);
		return response.json();
	};
	const outside = openOutside(
		{ kind: 'simulator', line: api === 'v1' ? '2' : '3', skipsWaits: () => false },
		{
			lab,
			send: () => Promise.reject(new Error('No such server')),
			diagnose: async () => '',
			confirm: async () => true,
			// Lets what runs beside go on, as a real wait does.
			wait: async (ms, signal) => {
				await new Promise((done) => setTimeout(done, 0));
				signal?.throwIfAborted();
				wallMs += faster * ms;
			},
			wallMs: () => wallMs
		}
	);
	const login = beginning
		? undefined
		: await outside.exchange({
				method: 'POST',
				url: 'http://localhost:8080/auth/token',
				headers: [['Content-Type', 'application/json']],
				body: '{"username":"admin","password":"admin"}'
			});
	const token =
		login?.kind === 'answer'
			? (JSON.parse(login.body) as { access_token?: string }).access_token
			: undefined;
	return {
		outside,
		env: {
			AIRFLOW_USERNAME: 'admin',
			AIRFLOW_PASSWORD: 'admin',
			...(api === 'v2' && token ? { AIRFLOW_TOKEN: token } : {})
		},
		control: async (what) =>
			void (await keep.change('main', stepsOf('main', wallMs).control(what))),
		now: async () => present(await life(), wallMs),
		world: async () => (await life()).world
	};
	async function life() {
		const kept = await keep.read('main');
		if (!kept) throw new Error('No world');
		return kept.life;
	}
}
