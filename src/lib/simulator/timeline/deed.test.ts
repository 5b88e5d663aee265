import { expect, test } from 'vitest';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import { redo, type Deed } from './deed.ts';

const BORN_MS = Date.UTC(2026, 10, 23, 9);

test('a fault is used up in the world and not in the deed: done again, it is as good as new', () => {
	const deed: Deed = {
		kind: 'control',
		atMs: BORN_MS,
		control: { do: 'faults', faults: [{ kind: '503', times: 1 }] }
	};
	const statuses = [1, 2].map(() => {
		const world = createWorld({ name: 'test', scenario: 'course', seed: 1, nowMs: BORN_MS });
		redo(world, deed);
		const look = { method: 'GET', path: '/api/v2/version', query: '', headers: {}, body: '' };
		return [1, 2].map(() => answer(world, look, BORN_MS + 1000).status);
	});
	expect(statuses).toEqual([
		[503, 200],
		[503, 200]
	]);
});
