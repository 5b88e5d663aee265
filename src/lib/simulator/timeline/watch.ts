import type { Follow } from '#lib/simulator/call.ts';
import { nextEventMs } from '#lib/simulator/scheduler.ts';
import { lookAtRun, type Look } from '#lib/simulator/v2/wait.ts';
import { virtualMs } from './clock.ts';
import { present, type Life } from './life.ts';

/** A body that is still being said, as plain data. */
export interface Watch {
	follow: Follow;
	/** Virtual time of the next look. */
	dueMs: number;
}

/** What a watcher learns: a line when one is due, and when to come again. */
export interface Glance {
	/** Undefined = not due yet; 'gone' = what was looked at is no more. */
	look?: Look | 'gone';
	/** Undefined = that was all. */
	next?: { watch: Watch; inWallMs: number };
}

/** A clock may be paused, sped up or moved on meanwhile: nobody sleeps longer than this on the wall. */
const LONGEST_NAP_MS = 500;
const SHORTEST_NAP_MS = 5;

/** A watch that begins now, its first line being said. */
export const beginWatch = (follow: Follow, life: Life, wallMs: number): Watch => ({
	follow,
	dueMs: nowOf(life, wallMs) + follow.intervalMs
});

/**
 * Looks once if it is time: changes neither the life nor its world, so that watching leaves no trace.
 * However far time was moved on, one look is one line, as for a caller who slept.
 */
export function glance(life: Life, watch: Watch, wallMs: number): Glance {
	const nowMs = nowOf(life, wallMs);
	const { follow, dueMs } = watch;
	if (nowMs < dueMs) return { next: { watch, inWallMs: napMs(life, dueMs - nowMs) } };
	// Where nothing has happened since, the world need not be played on.
	const isStill = nextEventMs(life.world) > nowMs;
	const look = lookAtRun(isStill ? life.world : present(life, wallMs), follow);
	if (!look) return { look: 'gone' };
	if (look.isOver) return { look };
	const next = { watch: { follow, dueMs: nowMs + follow.intervalMs } };
	return { look, next: { ...next, inWallMs: napMs(life, follow.intervalMs) } };
}

const nowOf = (life: Life, wallMs: number) =>
	Math.max(virtualMs(life.clock, wallMs), life.world.nowMs);

const napMs = ({ clock }: Life, ms: number) =>
	clock.rate === 0
		? LONGEST_NAP_MS
		: Math.min(LONGEST_NAP_MS, Math.max(SHORTEST_NAP_MS, Math.ceil(ms / clock.rate)));
