import { expect, it } from 'vitest';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 9);
const worldOf = (scenario: string) =>
	createWorld({ name: scenario, scenario, seed: 1, nowMs: NOW_MS });

it('has one variable of 120 that differs, behind the first hundred', () => {
	const values = [...worldOf('many-variables').variables.values()].map(({ value }) => value);
	const odd = values.findIndex((value) => value.includes('dwh-old.example'));
	expect(values.length).toBe(120);
	expect(odd).toBeGreaterThanOrEqual(100);
	expect(values.filter((value) => value.includes('dwh-old.example')).length).toBe(1);
});

it('turns away two triggers and says for how long, and nothing else', () => {
	const world = worldOf('busy-proxy');
	const ask = (method: string, path: string) => {
		const { status, headers } = answer(
			world,
			{ method, path, query: '', headers: {}, body: '' },
			NOW_MS
		);
		return [status, headers['retry-after']];
	};
	const trigger = () => ask('POST', '/api/v1/dags/hello_api/dagRuns');
	expect(ask('GET', '/api/v1/dags/hello_api/dagRuns')).toEqual([403, undefined]);
	expect([trigger(), trigger()]).toEqual([
		[429, '20'],
		[503, '8']
	]);
	expect(trigger()[1]).toBeUndefined();
});
