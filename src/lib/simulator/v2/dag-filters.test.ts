import { expect, test } from 'vitest';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';

const NOW_MS = Date.UTC(2026, 4, 20);

/** The ids of `GET /dags` in the showcase; its waiting DAG is `asset_report`. */
function list(query: string): string[] {
	const world = createWorld({ name: 'main', scenario: 'showcase', seed: 1, nowMs: NOW_MS });
	const ask = (method: string, path: string, body: string, headers: Record<string, string>) =>
		answer(world, { method, path, query, headers, body }, NOW_MS).body as Record<string, unknown>;
	const json = { 'content-type': 'application/json' };
	const login = ask('POST', '/auth/token', '{"username":"admin","password":"admin"}', json);
	const authorization = `Bearer ${String(login['access_token'])}`;
	const { dags } = ask('GET', '/api/v2/dags', '', { authorization });
	return (dags as { dag_id: string }[]).map(({ dag_id: id }) => id);
}

test.each([
	['has_asset_schedule=true', ['asset_report']],
	['asset_dependency=ORDERS', ['asset_report']],
	['asset_dependency=nothing_such', []],
	['timetable_type=AssetTriggeredTimetable', ['asset_report']],
	['timetable_type=CronTriggerTimetable', ['january_history', 'nightly_sales', 'paused_cleanup']]
])('the filter %s finds what Airflow finds', (query, found) => {
	expect(list(query)).toEqual(found);
});

test('DAGs without an asset schedule are all the others', () => {
	const others = list('has_asset_schedule=false');
	expect(others).toContain('hello_api');
	expect(others).not.toContain('asset_report');
});
