import { describe, expect, it } from 'vitest';
import { beginningOf, createWorld } from '#lib/simulator/create-world.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { inWorld, latestRunOf } from './run-name.ts';

const DAG = 'extract_crm';
const step = {
	operation: 'GET /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: DAG, dag_run_id: latestRunOf(DAG) },
	body: { dag_run_ids: [latestRunOf('extract_billing')] }
};

function bornOn(day: string) {
	const scenario = 'production-morning';
	const nowMs = beginningOf(scenario, Date.parse(day));
	return createWorld({ name: 'own', scenario, seed: 1, nowMs });
}

describe('the name of a run in a step', () => {
	it.each([
		['2026-11-23T12:00Z', '2026-11-22'],
		['2028-02-29T23:59Z', '2028-02-28'],
		['2027-01-01T12:00Z', '2026-12-31']
	])('is that of the world that was born on %s', (day, night) => {
		expect(inWorld(step, bornOn(day))).toEqual({
			...step,
			path: { dag_id: DAG, dag_run_id: `scheduled__${night}T01:10:00+00:00` },
			body: { dag_run_ids: [`scheduled__${night}T01:20:00+00:00`] }
		});
	});

	it('stays the same when the next night has passed', () => {
		const world = bornOn('2026-11-23T12:00Z');
		const { path } = inWorld(step, world);
		advance(world, world.bornMs + 86_400_000);

		expect(inWorld(step, world).path).toEqual(path);
	});

	it('is left open where there is no such run', () => {
		const open = { operation: 'GET /dags', path: { dag_run_id: latestRunOf('no_such') } };

		expect(inWorld(open, bornOn('2026-11-23T12:00Z'))).toEqual(open);
	});
});
