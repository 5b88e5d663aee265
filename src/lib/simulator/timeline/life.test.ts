import { describe, expect, test } from 'vitest';
import type { ServerRequest } from '#lib/simulator/call.ts';
import type { World } from '#lib/simulator/world.ts';
import { chronicleOf, readChronicle } from './chronicle.ts';
import type { Deed } from './deed.ts';
import {
	asked,
	begin,
	broughtUp,
	controlled,
	jumped,
	paced,
	present,
	returned,
	stepped,
	undone,
	worldAt,
	type Life
} from './life.ts';

const BORN_MS = Date.UTC(2026, 4, 20, 9, 30);
const birth = { name: 'main', scenario: 'course', seed: 3, nowMs: BORN_MS } as const;

/** A life with its deeds and a wall clock of its own. */
function live() {
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

const send =
	(...words: Parameters<typeof request>) =>
	(life: Life, wallMs: number) =>
		asked(life, request(...words), wallMs);

const trigger = (runId: string) =>
	send('POST', '/dags/hello_api/dagRuns', { dag_run_id: runId, conf: {} });
const runIds = (world: World) => [...world.runs.values()].map(({ runId }) => runId);

function busyLife() {
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

describe('a life', () => {
	test('is the same world when its deeds are done again', () => {
		const one = busyLife();

		expect(broughtUp(birth, undefined, one.deeds)).toEqual(one.life.world);
	});

	test('comes to the same from any world on its way', () => {
		const one = busyLife();
		const half = broughtUp(birth, undefined, one.deeds.slice(0, 4));

		expect(broughtUp(birth, structuredClone(half), one.deeds.slice(4))).toEqual(one.life.world);
	});

	test('does not change by being looked at', () => {
		const one = busyLife();
		const before = structuredClone(one.life.world);
		one.pass(3_600_000);
		one.now();

		expect(one.life.world).toEqual(before);
	});

	test('remembers no credentials', () => {
		const text = JSON.stringify(busyLife().deeds);

		expect(text).not.toMatch(/authorization|Basic /i);
		expect(text).toContain('"user":"viewer"');
	});
});

describe('the clock', () => {
	test.each([
		[0, 0],
		[1, 5_000],
		[10, 50_000],
		[100, 500_000]
	])('at rate %i makes %i virtual milliseconds of five seconds', (rate, expected) => {
		const one = live();
		one.do((life, wallMs) => paced(life, rate, wallMs));
		one.pass(5_000);

		expect(one.now().nowMs - BORN_MS).toBe(expected);
	});

	test('jumps ahead, and stands still while it is paused', () => {
		const one = live();
		one.do((life, wallMs) => paced(life, 0, wallMs));
		one.pass(9_000);
		one.do((life, wallMs) => jumped(life, 7_000, wallMs));
		one.pass(9_000);

		expect(one.now().nowMs - BORN_MS).toBe(7_000);
	});

	test('steps to the next thing that happens, which is when it says', () => {
		const one = live();
		one.do(trigger('mine'));
		one.do((life, wallMs) => paced(life, 0, wallMs));
		const states = [];
		for (let steps = 0; steps < 3; steps++) {
			one.do(stepped);
			states.push([...one.now().runs.values()].at(-1)?.state);
		}

		expect(states).toContain('running');
	});
});

describe('undo', () => {
	test('takes the latest change back and leaves the rest', () => {
		const one = live();
		one.do(trigger('first'));
		one.do(trigger('second'));
		one.do(send('GET', '/dags'));
		const undoneDeed = one.rewrite(undone);

		expect(undoneDeed).toMatchObject({ kind: 'request', status: 200 });
		expect(runIds(one.now())).toContain('first');
		expect(runIds(one.now())).not.toContain('second');
		expect(one.deeds).toHaveLength(2);
	});

	test('passes over what was refused', () => {
		const one = live();
		one.do(trigger('first'));
		one.do(trigger('first'));
		one.rewrite(undone);

		expect(runIds(one.now())).not.toContain('first');
	});

	test('of nothing leaves everything', () => {
		const one = live();
		one.do(send('GET', '/dags'));
		const before = one.now();

		expect(one.rewrite(undone)).toBeUndefined();
		expect(one.now()).toEqual(before);
	});
});

describe('time travel', () => {
	test('shows a world as it was', () => {
		const one = live();
		one.pass(1_000);
		one.do(trigger('first'));
		one.pass(60_000);
		one.do(trigger('second'));

		const then = worldAt(birth, one.deeds, BORN_MS + 2_000);
		expect(runIds(then)).toContain('first');
		expect(runIds(then)).not.toContain('second');
		expect([...then.runs.values()].at(-1)?.state).not.toBe('success');
	});

	test('goes back there, forgets what came later, and lives on', () => {
		const one = live();
		one.do(trigger('first'));
		one.pass(60_000);
		one.do(trigger('second'));
		one.rewrite((life, deeds, wallMs) => returned(life, deeds, BORN_MS + 1_000, wallMs));
		one.pass(500);

		expect(one.now().nowMs).toBe(BORN_MS + 1_500);
		expect(runIds(one.now())).not.toContain('second');
	});
});

describe('a chronicle', () => {
	test('brings the same world back', () => {
		const one = busyLife();
		const text = JSON.stringify(chronicleOf(one.life.birth, one.deeds, one.now().nowMs));
		const read = readChronicle(text);
		if (!('chronicle' in read)) throw new Error(read.wrong);
		const { chronicle } = read;
		const back = worldAt({ ...chronicle.birth, name: 'main' }, chronicle.deeds, chronicle.nowMs);

		// What was only read or refused left its trace in these alone.
		const traces = { journal: [], eventLogs: [], users: new Map() };
		expect({ ...back, ...traces }).toEqual({ ...one.now(), ...traces });
	});

	test('holds no secret that went into the world', () => {
		const one = live();
		one.do(send('POST', '/variables', { key: 'db_password', value: 'hunter2' }));
		one.do(
			send('POST', '/connections', { connection_id: 'db', conn_type: 'pg', password: 'hunter3' })
		);
		const text = JSON.stringify(chronicleOf(one.life.birth, one.deeds, one.now().nowMs));

		expect(text).not.toMatch(/hunter/);
	});

	const good = () => {
		const one = busyLife();
		return structuredClone(chronicleOf(one.life.birth, one.deeds, one.now().nowMs)) as never as {
			deeds: Record<string, unknown>[];
			[key: string]: unknown;
		};
	};
	test.each([
		['no JSON', () => '{', 'not JSON'],
		['another file', () => '{}', 'not a Windsock world'],
		['a later version', () => JSON.stringify({ ...good(), version: 2 }), 'version 2'],
		['a year that never was', () => JSON.stringify({ ...good(), nowMs: 5e15 }), 'nowMs'],
		[
			'time running back',
			() => {
				const { deeds, ...rest } = good();
				return JSON.stringify({ ...rest, deeds: deeds.toReversed() });
			},
			'deeds[1]'
		],
		[
			'a path that is none',
			() => {
				const chronicle = good();
				(chronicle.deeds[0]?.request as { path: string }).path = 'https://elsewhere.example/';
				return JSON.stringify(chronicle);
			},
			'deeds[0]'
		],
		[
			'a fault nobody knows',
			() => {
				const chronicle = good();
				chronicle.deeds[0] = {
					...chronicle.deeds[0],
					kind: 'control',
					control: { do: 'faults', faults: [{ kind: 'fire' }] }
				};
				return JSON.stringify(chronicle);
			},
			'deeds[0]'
		]
	])('with %s is refused', (_, text, wrong) => {
		expect(readChronicle(text())).toEqual({ wrong });
	});
});
