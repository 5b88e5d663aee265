import { describe, expect, test } from 'vitest';
import { birth, BORN_MS, busyLife, live, runIds, send, trigger } from './life.fixture.ts';
import { broughtUp, jumped, paced, returned, stepped, undone, worldAt } from './life.ts';

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
