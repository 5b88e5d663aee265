/** Virtual time as a straight line over the wall clock, both in milliseconds since the epoch. */
export interface Clock {
	/** Virtual milliseconds for one of the wall: 1 = real time, 100 = a hundredfold, 0 = paused. */
	rate: number;
	wallMs: number;
	virtualMs: number;
}

/** Paused, real time, ten- and a hundredfold. */
export const RATES = [0, 1, 10, 100] as const;

/** Clocks of two contexts differ by a little; a wall clock set back differs by more. */
const JITTER_MS = 1000;

export const virtualMs = ({ rate, wallMs, virtualMs: fromMs }: Clock, nowWallMs: number): number =>
	Math.floor(fromMs + rate * Math.max(0, nowWallMs - wallMs));

/** The clock going on from where it is, at another rate or from another virtual time. */
export const resumed = (
	clock: Clock,
	nowWallMs: number,
	{ rate = clock.rate, virtualMs: fromMs = virtualMs(clock, nowWallMs) }: Partial<Clock>
): Clock => ({ rate, wallMs: nowWallMs, virtualMs: fromMs });

/** A wall clock that was set back must not stop the world until it has caught up. */
export function caughtUp(clock: Clock, nowWallMs: number, worldMs: number): Clock {
	const behindMs = Math.max(worldMs - virtualMs(clock, nowWallMs), clock.wallMs - nowWallMs);
	if (behindMs <= JITTER_MS) return clock;
	return resumed(clock, nowWallMs, { virtualMs: Math.max(worldMs, clock.virtualMs) });
}
