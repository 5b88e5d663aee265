import { answer } from '#lib/simulator/airflow.ts';
import type { Reply, ServerRequest } from '#lib/simulator/call.ts';
import { createWorld, type Birth } from '#lib/simulator/create-world.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import type { World } from '#lib/simulator/world.ts';
import type { KeptWorld, WorldStep } from './world-keep.ts';

/** How a world begins; what is left out stays as it was, or is the course's. */
export type Beginning = Partial<Pick<Birth, 'scenario' | 'seed' | 'timetable'>>;

/** Clocks of two contexts differ by a little; a wall clock set back differs by more. */
const CLOCK_JITTER_MS = 1000;

/** One request against the world, which is born when there is none. */
export const asked =
	(name: string, request: ServerRequest, wallMs: number, beginning?: Beginning): WorldStep<Reply> =>
	(kept) => {
		const now = kept ?? born(name, wallMs, beginning);
		const result = answer(now.world, request, virtualMs(now, wallMs));
		return { kept: now, result };
	};

/** Lets virtual time pass; gives the new virtual time, milliseconds. */
export const advanced =
	(name: string, ms: number, wallMs: number, beginning?: Beginning): WorldStep<number> =>
	(kept) => {
		const now = kept ?? born(name, wallMs, beginning);
		now.aheadMs += ms;
		advance(now.world, virtualMs(now, wallMs));
		return { kept: now, result: now.world.nowMs };
	};

/** A fresh world in the place of the old one. */
export const reset =
	(name: string, wallMs: number, beginning: Beginning = {}): WorldStep<World> =>
	(kept) => {
		const now = born(name, wallMs, {
			scenario: kept?.world.scenario ?? 'course',
			seed: kept?.world.seed ?? 1,
			...(kept?.world.timetable ? { timetable: kept.world.timetable } : {}),
			...beginning
		});
		return { kept: now, result: now.world };
	};

/** The kept world as it is at this moment; the copy in storage stays as it was. */
export function seen(kept: KeptWorld, wallMs: number): World {
	const { world, aheadMs } = structuredClone(kept);
	advance(world, virtualMs({ world, aheadMs }, wallMs));
	return world;
}

function born(name: string, wallMs: number, beginning: Beginning = {}): KeptWorld {
	const world = createWorld({ scenario: 'course', seed: 1, ...beginning, name, nowMs: wallMs });
	return { world, aheadMs: 0 };
}

/** A wall clock that was set back must not stop the world until it has caught up. */
function virtualMs(kept: KeptWorld, wallMs: number): number {
	const behindMs = kept.world.nowMs - (wallMs + kept.aheadMs);
	if (behindMs > CLOCK_JITTER_MS) kept.aheadMs += behindMs;
	return wallMs + kept.aheadMs;
}
