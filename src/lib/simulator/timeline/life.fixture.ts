import type { ServerRequest } from '#lib/simulator/call.ts';
import type { World } from '#lib/simulator/world.ts';
import type { Deed } from './deed.ts';
import { asked, begin, controlled, paced, present, type Life } from './life.ts';

export const BORN_MS = Date.UTC(2026, 4, 20, 9, 30);
export const birth = { name: 'main', scenario: 'course', seed: 3, nowMs: BORN_MS } as const;

/** A life with its deeds and a wall clock of its own. */
export function live() {
	let life: Life = begin(birth, BORN_MS);
	let deeds: Deed[] = [];
	let wallMs = BORN_MS;
	return {
		get life() {
			return life;
		},
		get deeds() {
			return deeds;
		},
		get wallMs() {
			return wallMs;
		},
		now: () => present(life, wallMs),
		pass(ms: number) {
			wallMs += ms;
		},
		do<Result>(
			step: (life: Life, wallMs: number) => { life: Life; deeds: Deed[]; result: Result }
		) {
			const lived = step(life, wallMs);
			life = lived.life;
			deeds.push(...lived.deeds);
			return lived.result;
		},
		rewrite<Result>(
			step: (
				life: Life,
				deeds: Deed[],
				wallMs: number
			) => { life: Life; deeds: Deed[]; result: Result }
		) {
			const lived = step(life, deeds, wallMs);
			life = lived.life;
			deeds = lived.deeds;
			return lived.result;
		}
	};
}

const request = (method: string, path: string, body?: unknown, user = 'admin'): ServerRequest => ({
	method,
	path: `/api/v1${path}`,
	query: '',
	headers: {
		authorization: `Basic ${btoa(`${user}:${user}`)}`,
		...(body === undefined ? {} : { 'content-type': 'application/json' })
	},
	body: body === undefined ? '' : JSON.stringify(body)
});

export const send =
	(...words: Parameters<typeof request>) =>
	(life: Life, wallMs: number) =>
		asked(life, request(...words), wallMs);

export const trigger = (runId: string) =>
	send('POST', '/dags/hello_api/dagRuns', { dag_run_id: runId, conf: {} });
export const runIds = (world: World) => [...world.runs.values()].map(({ runId }) => runId);

export function busyLife() {
	const one = live();
	one.do(trigger('first'));
	one.pass(4_000);
	one.do(send('GET', '/dags'));
	one.do(send('POST', '/pools', { name: 'etl', slots: 3 }));
	one.do(send('POST', '/pools', { name: 'etl', slots: 3 }));
	one.pass(60_000);
	one.do((life, wallMs) => paced(life, 100, wallMs));
	one.pass(2_000);
	one.do(trigger('second'));
	one.do((life, wallMs) =>
		controlled(life, { do: 'cfg', text: '[api]\nmaximum_page_limit = 2\n' }, wallMs)
	);
	one.pass(100);
	one.do(send('PATCH', '/dags/hello_api', { is_paused: true }, 'viewer'));
	one.do(send('DELETE', '/dags/hello_api/dagRuns/first'));
	return one;
}
