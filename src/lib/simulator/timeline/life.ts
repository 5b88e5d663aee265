import type { Reply, ServerRequest } from '#lib/simulator/call.ts';
import { createWorld, revive, type Birth } from '#lib/simulator/create-world.ts';
import { copyOf } from '#lib/simulator/past/past.ts';
import { advance, nextEventMs } from '#lib/simulator/scheduler.ts';
import type { World } from '#lib/simulator/world.ts';
import { caughtUp, resumed, virtualMs, type Clock } from './clock.ts';
import { ask, control, isChange, redo, type Control, type Deed } from './deed.ts';
import { runProgram, type AirflowOutcome, type AirflowRun } from './program.ts';

/**
 * A world with its birth and its clock. `world` stands where the latest deed left it, never further,
 * so that whoever redoes the deeds comes to the same: look at the present with `present`.
 */
export interface Life {
	birth: Birth;
	clock: Clock;
	world: World;
}

/** What a step makes of a life, and the deeds to remember it by. */
export interface Lived<Result> {
	life: Life;
	deeds: Deed[];
	result: Result;
}

/** A world whose virtual time begins at the wall's, unless the birth was longer ago. */
export function begin(birth: Birth, wallMs: number): Life {
	return {
		birth,
		clock: { rate: 1, wallMs, virtualMs: birth.nowMs },
		world: createWorld(birth)
	};
}

/** Virtual now, and the clock that says so. */
function now(life: Life, wallMs: number): { clock: Clock; nowMs: number } {
	const clock = caughtUp(life.clock, wallMs, life.world.nowMs);
	return { clock, nowMs: Math.max(virtualMs(clock, wallMs), life.world.nowMs) };
}

/** One request against the world. Changes `life.world`. */
export function asked(
	life: Life,
	request: ServerRequest,
	wallMs: number,
	origin?: string
): Lived<Reply> {
	const { clock, nowMs } = now(life, wallMs);
	const { reply, deed } = ask(life.world, request, nowMs, origin);
	return { life: { ...life, clock }, deeds: [deed], result: reply };
}

/** One change of the machine. Changes `life.world`. */
export function controlled(life: Life, what: Control, wallMs: number): Lived<void> {
	const { clock, nowMs } = now(life, wallMs);
	advance(life.world, nowMs);
	control(life.world, what);
	const deed: Deed = { kind: 'control', atMs: life.world.nowMs, control: what };
	return { life: { ...life, clock }, deeds: [deed], result: undefined };
}

/** One run of `airflow` on the machine. Changes `life.world`. */
export function run(life: Life, program: AirflowRun, wallMs: number): Lived<AirflowOutcome> {
	const { clock, nowMs } = now(life, wallMs);
	const result = runProgram(life.world, program, nowMs);
	const { exitCode } = result;
	const deed: Deed = { kind: 'program', atMs: life.world.nowMs, run: program, exitCode };
	return { life: { ...life, clock }, deeds: [deed], result };
}

/** The clock at another rate. Virtual time neither jumps nor is lost. */
export function paced(life: Life, rate: number, wallMs: number): Lived<number> {
	const { clock, nowMs } = now(life, wallMs);
	const next = resumed(clock, wallMs, { rate, virtualMs: nowMs });
	return { life: { ...life, clock: next }, deeds: [], result: nowMs };
}

/** Lets virtual time pass, milliseconds; gives the new virtual time. */
export function jumped(life: Life, byMs: number, wallMs: number): Lived<number> {
	const { clock, nowMs } = now(life, wallMs);
	const next = resumed(clock, wallMs, { virtualMs: nowMs + byMs });
	return { life: { ...life, clock: next }, deeds: [], result: nowMs + byMs };
}

/** To the next thing that happens by itself; nothing to come = stays. Gives the new virtual time. */
export function stepped(life: Life, wallMs: number): Lived<number> {
	const { nowMs } = now(life, wallMs);
	const nextMs = nextEventMs(present(life, wallMs));
	return jumped(life, Number.isFinite(nextMs) ? Math.max(0, nextMs - nowMs) : 0, wallMs);
}

/** Virtual now, milliseconds. */
export const presentMs = (life: Life, wallMs: number): number => now(life, wallMs).nowMs;

/** The world as it is at this moment, a copy: looking changes nothing. */
export function present(life: Life, wallMs: number): World {
	const world = copyOf(life.world);
	advance(world, now(life, wallMs).nowMs);
	return world;
}

/** The world as it was at a virtual moment. */
export function worldAt(birth: Birth, deeds: readonly Deed[], atMs: number): World {
	const world = broughtUp(
		birth,
		undefined,
		deeds.filter((deed) => deed.atMs <= atMs)
	);
	advance(world, atMs);
	return world;
}

/** Everything but the latest change; `result` is the deed that was taken back, if there was one. */
export function undone(
	life: Life,
	deeds: readonly Deed[],
	wallMs: number
): Lived<Deed | undefined> {
	const { clock } = now(life, wallMs);
	const at = deeds.findLastIndex(isChange);
	// What was refused since may have been refused because of it: it is not tried again.
	const rest = deeds.filter(
		(deed, index) => index !== at && (index < at || deed.kind === 'control' || deed.kind === 'read')
	);
	if (at < 0) return { life: { ...life, clock }, deeds: [...deeds], result: undefined };
	const world = broughtUp(life.birth, undefined, rest);
	return { life: { ...life, clock, world }, deeds: rest, result: deeds[at] };
}

/** Back to a virtual moment; what was done later is forgotten, and time goes on from there. */
export function returned(
	life: Life,
	deeds: readonly Deed[],
	toMs: number,
	wallMs: number
): Lived<number> {
	const atMs = Math.min(Math.max(toMs, life.birth.nowMs), now(life, wallMs).nowMs);
	const rest = deeds.filter((deed) => deed.atMs <= atMs);
	const world = broughtUp(life.birth, undefined, rest);
	const clock = resumed(life.clock, wallMs, { virtualMs: atMs });
	return { life: { ...life, clock, world }, deeds: rest, result: atMs };
}

/** Redoes deeds on a world, or on a newborn one. Changes `world`. */
export function broughtUp(birth: Birth, world: World | undefined, deeds: readonly Deed[]): World {
	const start = world ? revive(world) : createWorld(birth);
	for (const deed of deeds) redo(start, deed);
	return start;
}
