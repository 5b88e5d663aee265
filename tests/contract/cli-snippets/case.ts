import type { RequestDraft } from '#lib/request/draft.ts';

/**
 * One request. `OWN` in it stands for a name of the turn's own, `DAY` for a day of January 2026, `BACKFILL` for the id
 * of the newest backfill of `nightly_sales`.
 */
export interface Step {
	operation: string;
	path?: RequestDraft['path'];
	query?: RequestDraft['query'];
	body?: object;
	/** It may be refused: it only clears the ground. */
	mayFail?: true;
}

/** A request whose command is run for real; both take their turn, each on resources of its own. */
export interface Case {
	says: string;
	/** Sent before each turn. */
	before?: readonly Step[];
	request: Step;
	/** Asked after each turn; the answers must be the same. */
	shows?: readonly Step[];
	/** Keys that tell who did it, or when. */
	forgets?: readonly string[];
	/** Keys that the command sets in another way, and the warning that says so. */
	admits?: Readonly<Record<string, readonly string[]>>;
	/** Parts of the request's answer that the command must print. */
	prints?: (answer: never) => readonly (string | number)[];
	/** The exit code that the command's warning speaks of. Default: 0. */
	exits?: number;
	/** Sent after each turn. */
	after?: readonly Step[];
}

const TELLS_WHO = ['triggered_by', 'triggering_user_name', 'last_scheduling_decision'];

export const step = (operation: string, rest: Omit<Step, 'operation'> = {}): Step => ({
	operation,
	...rest
});

/** A command that changes something. */
export const changes = (
	says: string,
	request: Step,
	shows: readonly Step[],
	rest: Partial<Case> = {}
): Case => ({ says, request, shows, ...rest, forgets: [...TELLS_WHO, ...(rest.forgets ?? [])] });

/** A command that prints what a request answers. */
export const reads = <Answer>(
	says: string,
	request: Step,
	prints: (answer: Answer) => readonly (string | number)[],
	before: readonly Step[] = [],
	after: readonly Step[] = []
): Case => ({
	says,
	request,
	before,
	after,
	prints: prints as (answer: never) => readonly string[]
});
