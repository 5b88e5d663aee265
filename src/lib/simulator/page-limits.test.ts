import { expect, test } from 'vitest';
import { askSite, jsonOf, siteWorld } from './site.fixture.ts';
import type { World } from './world.ts';

function worldWith(cfg: string, pools: number): World {
	const world = siteWorld(cfg);
	for (let count = world.variables.size; count < pools; count++) {
		const key = `v${count}`;
		world.variables.set(key, { id: world.nextId++, key, value: '1' });
	}
	return world;
}

const limits = (maximum: number, fallback: number) =>
	`[api]\nmaximum_page_limit = ${maximum}\nfallback_page_limit = ${fallback}\n`;

test.each([
	['v1', '', '', 100],
	['v1', '', '?limit=0', 100],
	['v1', '', '?limit=500', 100],
	['v1', limits(3, 2), '', 3],
	['v1', limits(3, 2), '?limit=0', 2],
	['v1', limits(3, 2), '?limit=50', 3],
	['v1', limits(3, 2), '?limit=1', 1],
	['v1', limits(200, 2), '?limit=150', 150],
	['v2', '', '', 50],
	['v2', '', '?limit=0', 0],
	['v2', '', '?limit=500', 100],
	['v2', limits(3, 2), '', 2],
	['v2', limits(3, 2), '?limit=0', 0],
	['v2', limits(3, 2), '?limit=50', 3],
	['v2', limits(3, 20), '', 3],
	['v2', limits(200, 2), '?limit=150', 150]
])('%s with airflow.cfg %j answers %j with so many: %i', (line, cfg, query, length) => {
	const reply = askSite(worldWith(cfg, 160), `GET /api/${line}/variables${query}`);
	const { variables, total_entries } = jsonOf(reply) as {
		variables: unknown[];
		total_entries: number;
	};
	expect([variables.length, total_entries]).toEqual([length, 160]);
});
