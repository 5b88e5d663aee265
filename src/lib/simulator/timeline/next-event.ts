import { advance } from '#lib/simulator/scheduler.ts';
import type { World } from '#lib/simulator/world.ts';

const LOOK_AHEAD_MS = 3_600_000;
const STEP_MS = 500;

/** When the next run or task changes by itself, within an hour of virtual time; Infinity when none does. */
export function nextEventMs(present: World): number {
	const world = structuredClone(present);
	const before = picture(world);
	const endMs = world.nowMs + LOOK_AHEAD_MS;
	while (world.nowMs < endMs) {
		advance(world, world.nowMs + STEP_MS);
		if (picture(world) !== before) return world.nowMs;
	}
	return Infinity;
}

function picture(world: World): string {
	const runs = [...world.runs.values()].map((run) => run.state);
	const tasks = [...world.taskInstances.values()].map((one) => `${one.state}${one.tryNumber}`);
	return `${runs.join()} ${tasks.join()}`;
}
