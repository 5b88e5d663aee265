import type { Scenario } from '#lib/simulator/create-world.ts';
import type { World } from '#lib/simulator/world.ts';
import { course } from './course.ts';

/** The course's DAGs on a server whose 120 variables take two pages; one value among them differs. */
export const manyVariables: Scenario = { ...course, populate: addVariables };

/** The course's DAGs behind a proxy that turns away the first two triggers it sees. */
export const busyProxy: Scenario = {
	...course,
	populate: (world) => {
		const triggers = { method: 'POST', path: '/dagRuns', times: 1 };
		world.faults = [
			{ kind: '429', retryAfterS: 20, ...triggers },
			{ kind: '503', retryAfterS: 8, ...triggers }
		];
	}
};

const COUNT = 120;
/** Behind the first hundred, which is all that one page holds. */
const ODD = 113;
const HOST = 'dwh.example';
const FORMER_HOST = 'dwh-old.example';

function addVariables(world: World): void {
	for (let index = 1; index <= COUNT; index++) {
		const number = String(index).padStart(3, '0');
		const key = `client_${number}_dsn`;
		const host = index === ODD ? FORMER_HOST : HOST;
		world.variables.set(key, {
			id: world.nextId++,
			key,
			value: `postgresql://${host}:5432/client_${number}`,
			description: `Client ${number}`
		});
	}
}
