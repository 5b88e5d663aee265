import { runsToRead } from '#lib/simulator/past/past.ts';
import type { DagRunState, World } from './world.ts';

const STATES: DagRunState[] = ['queued', 'running', 'success', 'failed'];

/** How many runs of each DAG are in each state, by DAG id; DAGs without any run are left out. */
export function runCounts(
	world: World,
	wanted: ReadonlySet<string> | undefined
): Map<string, { state: DagRunState; count: number }[]> {
	const found = new Map<string, { state: DagRunState; count: number }[]>();
	for (const { dagId, state } of runsToRead(world, wanted)) {
		const counts = found.get(dagId) ?? STATES.map((one) => ({ state: one, count: 0 }));
		found.set(dagId, counts);
		const row = counts.find((one) => one.state === state);
		if (row) row.count++;
	}
	return found;
}

export const noRuns = () => STATES.map((state) => ({ state, count: 0 }));
