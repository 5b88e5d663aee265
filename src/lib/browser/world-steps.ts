import type { ServerRequest } from '#lib/simulator/call.ts';
import { beginningOf, type Birth } from '#lib/simulator/create-world.ts';
import type { Chronicle } from '#lib/simulator/timeline/chronicle.ts';
import { requestOf, type Control, type Deed } from '#lib/simulator/timeline/deed.ts';
import type { AirflowRun } from '#lib/simulator/timeline/program.ts';
import {
	asked,
	begin,
	broughtUp,
	controlled,
	jumped,
	paced,
	returned,
	run,
	stepped,
	undone,
	type Life,
	type Lived
} from '#lib/simulator/timeline/life.ts';
import type { KeptLife } from './world-keep.ts';

/** How a world begins; what is left out stays as it was, or is the course's. */
export type Beginning = Partial<Pick<Birth, 'scenario' | 'seed' | 'timetable' | 'cfg'>>;

/** Steps for a keep: each births the world when there is none. */
export function stepsOf(name: string, wallMs: number, beginning: Beginning = {}) {
	const born = (more: Beginning = {}) => {
		const whole = { scenario: 'course', seed: 1, ...beginning, ...more, name };
		return begin({ ...whole, nowMs: beginningOf(whole.scenario, wallMs) }, wallMs);
	};
	const nothing: KeptLife['deeds'] = [];

	return {
		/** `origin` is the page's, for worlds whose settings speak of other origins. */
		ask: (request: ServerRequest, origin?: string) => (life?: Life) =>
			asked(life ?? born(), request, wallMs, origin),
		/** The request of a deed once more, as the same caller, or its command; 0 when it was neither. */
		again:
			(deed: Deed) =>
			(life?: Life): Lived<number> => {
				const now = life ?? born();
				if (deed.kind === 'program') {
					const lived = run(now, deed.run, wallMs);
					return { ...lived, result: lived.result.exitCode };
				}
				const request = requestOf(now.world, deed);
				if (!request) return { life: now, deeds: [], result: 0 };
				const lived = asked(now, request, wallMs);
				return { ...lived, result: lived.result.status };
			},
		run: (program: AirflowRun) => (life?: Life) => run(life ?? born(), program, wallMs),
		control: (what: Control) => (life?: Life) => controlled(life ?? born(), what, wallMs),
		pace: (rate: number) => (life?: Life) => paced(life ?? born(), rate, wallMs),
		jump: (byMs: number) => (life?: Life) => jumped(life ?? born(), byMs, wallMs),
		step: () => (life?: Life) => stepped(life ?? born(), wallMs),
		/** Nothing but being there. */
		exist: () => (life?: Life) => ({ life: life ?? born(), deeds: [], result: undefined }),
		undo: () => (kept?: KeptLife) => undone(kept?.life ?? born(), kept?.deeds ?? nothing, wallMs),
		returnTo: (toMs: number) => (kept?: KeptLife) =>
			returned(kept?.life ?? born(), kept?.deeds ?? nothing, toMs, wallMs),
		/** A fresh world in the place of the old one; what the beginning leaves out stays as it was. */
		reset:
			() =>
			(kept?: KeptLife): Lived<Birth> => {
				const { scenario, seed, timetable, cfg } = kept?.life.birth ?? {};
				const life = born({
					...(scenario === undefined ? {} : { scenario }),
					...(seed === undefined ? {} : { seed }),
					...(timetable === undefined ? {} : { timetable }),
					...(cfg === undefined ? {} : { cfg }),
					...beginning
				});
				return { life, deeds: [], result: life.birth };
			},
		/** The world of a chronicle, going on from the moment it was written. */
		become: (chronicle: Chronicle) => (): Lived<void> => {
			const birth = { ...chronicle.birth, name };
			const deeds: Deed[] = chronicle.deeds;
			const world = broughtUp(birth, undefined, deeds);
			const clock = { rate: 1, wallMs, virtualMs: chronicle.nowMs };
			return { life: { birth, clock, world }, deeds, result: undefined };
		}
	};
}
