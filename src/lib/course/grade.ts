import type { World } from '#lib/simulator/world.ts';
import type { Exercise, InBoth } from './lesson.ts';
import { whyNot } from './why.ts';

export interface Grade {
	checks: { says: InBoth; passes: boolean }[];
	isPassed: boolean;
	/** What to tell a learner whose world shows a known mistake; undefined when none matches. */
	advice: InBoth | undefined;
	/** What else keeps it from being solved, as its world and its journal show it; none when it is solved. */
	why: InBoth[];
}

/** Looks at the exercise's world: what is there already, what is missing, and which known mistake it shows. */
export function grade(exercise: Exercise, world: World): Grade {
	const checks = exercise.checks.map(({ says, passes }) => ({ says, passes: passes({ world }) }));
	const isPassed = checks.every((check) => check.passes);
	const mistake = isPassed ? undefined : exercise.wrong.find((answer) => answer.matches({ world }));
	const why = isPassed ? [] : whyNot(exercise, world, mistake?.says);
	return { checks, isPassed, advice: mistake?.says, why };
}
