import type { TaskInstance, World } from '#lib/simulator/world.ts';
import { InstanceTable } from './instance-table.ts';
import { openInstances } from './past.ts';

/** The millisecond in which a uuid (version 7) was made. */
export const msOfUuid = (uuid: string): number =>
	parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);

/** The task instance with an id, to be read only. */
export function instanceOfUuid(world: World, uuid: string): TaskInstance | undefined {
	for (const one of openInstances(world)) if (one.uuid === uuid) return one;
	const { taskInstances: table } = world;
	if (!(table instanceof InstanceTable)) return undefined;
	const { archive, taken } = table;
	const { runAfterMs } = archive.columns;
	const wantedMs = msOfUuid(uuid) - archive.lagMs;
	let [low, high] = [0, archive.size];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((runAfterMs[middle] ?? 0) < wantedMs) low = middle + 1;
		else high = middle;
	}
	for (let run = low; runAfterMs[run] === wantedMs; run++) {
		if (taken.has(run)) continue;
		for (let place = 0; place < archive.shapeOf(run).steps.length; place++) {
			const one = archive.instance(run, place);
			if (one.uuid === uuid) return one;
		}
	}
	return undefined;
}
