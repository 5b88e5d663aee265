import { afterAll, describe, expect, test } from 'vitest';
import type { Api, Group } from './cases/case.ts';
import { inWords } from './compare.ts';
import { groupsOf } from './groups.ts';
import { play, type Stage } from './play.ts';
import { realServer } from './real-server.ts';
import { record, recorded, type Recording } from './recorded.ts';

// Letters of one play: no word of an answer is likely to hold them, and they sort after `default`.
const makeNonce = () =>
	Array.from({ length: 5 }, () => 'npqrtvwxz'[Math.floor(Math.random() * 9)]).join('');

/**
 * One test per case against the real server at `url`: it must answer as it did when it was recorded,
 * and the simulator must answer the same. With `WINDSOCK_RECORD` set, its answers are written down instead.
 */
export function testAgainstRealServer(api: Api, url: string): void {
	const real = realServer(api, url);
	for (const group of groupsOf(api)) {
		if (process.env.WINDSOCK_RECORD) recordGroup(group, real);
		else compareGroup(group, real);
	}
}

function recordGroup({ name, cases }: Group, real: Stage): void {
	const recording: Recording = {};
	describe(name, () => {
		test.each(Object.entries(cases))('%s', async (says, steps) => {
			recording[says] = await play(steps, real, makeNonce());
		});
		afterAll(() => record(name, recording));
	});
}

function compareGroup({ name, cases }: Group, real: Stage): void {
	const recording = recorded(name);
	describe(name, () => {
		test.each(Object.entries(cases))('%s', async (says, steps) => {
			// Here and not above: a recording needs no simulator.
			const { simulatedServer } = await import('./simulated-server.ts');
			const truth = await play(steps, real, makeNonce());
			const simulated = await play(steps, simulatedServer(real.api), makeNonce());

			expect.soft(inWords(recording[says] ?? [], truth), 'Airflow now ≠ its record').toEqual([]);
			expect.soft(inWords(truth, simulated), 'simulator ≠ Airflow').toEqual([]);
		});
	});
}
