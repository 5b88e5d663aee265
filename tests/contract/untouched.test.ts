import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { World } from '#lib/simulator/world.ts';
import type { Api } from './cases/case.ts';
import { groupsOf } from './groups.ts';
import { play } from './play.ts';
import { simulatedServer } from './simulated-server.ts';

/**
 * Where Airflow itself changes something and then falls over: a pool
 * without a limit, a connection whose extra is a list, cannot be shown.
 */
const ALSO_IN_AIRFLOW = [
	'POST /api/v1/pools 500',
	'PATCH /api/v1/pools/NONCE_pool 500',
	'POST /api/v1/connections 500'
];

test.each<Api>(['v1', 'v2'])(
	'what %s refuses leaves the world as it was',
	async (api) => {
		const found = new Set<string>();
		let refused = 0;
		for (const { cases } of groupsOf(api)) {
			for (const steps of Object.values(cases)) {
				const stage = simulatedServer(api);
				await play(
					steps,
					{
						...stage,
						async send(request) {
							if (request.method === 'GET') return stage.send(request);
							const before = structuredClone(lasting(stage.world));
							const answer = await stage.send(request);
							if (answer.status < 400) return answer;
							refused++;
							const path = request.path.split('?')[0]?.replaceAll('qzvxk', 'NONCE');
							if (!isDeepStrictEqual(before, lasting(stage.world)))
								found.add(`${request.method} ${path} ${answer.status}`);
							return answer;
						}
					},
					'qzvxk'
				);
			}
		}

		expect([...found].filter((one) => !ALSO_IN_AIRFLOW.includes(one))).toEqual([]);
		expect(refused).toBeGreaterThan(300);
	},
	180_000
);

/** All but what goes on with every request: time, what is written down of it, who logged in. */
function lasting(world: World) {
	const { nowMs: _, journal: __, eventLogs: ___, users: ____, ...rest } = world;
	return { ...rest, nextId: 0, users: [...world.users.keys()] };
}
