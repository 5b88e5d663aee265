import type { World } from '#lib/simulator/world.ts';
import type { Exercise, InBoth } from './lesson.ts';
import { answerRules } from './why-answers.ts';
import { requestRules } from './why-requests.ts';
import { runRules } from './why-runs.ts';
import { sightsOf, type Rule, type Sight } from './why-sight.ts';

const MOST = 3;
/** Refusals told at once: what was refused longer ago matters less. */
const MOST_REFUSALS = 2;

/**
 * Why an exercise is not solved yet, for mistakes that it does not name itself: only what its world and its
 * journal show for certain, and what nothing has mended since. The most telling first: what was refused, what
 * was taken and did nothing, what a run waits for. At most three sentences; none where nothing was done yet.
 * @param advice what is told already: a reason that it names is not told again
 */
export function whyNot(exercise: Exercise, world: World, advice?: InBoth): InBoth[] {
	const sights = sightsOf(exercise, world);
	const [sight] = sights;
	if (!sight) return [];
	const refused = sights.map((one) => firstOf(answerRules, one)).filter((one) => one !== undefined);
	const reasons = [
		...refused.slice(0, MOST_REFUSALS),
		...requestRules.map((rule) => firstOf([rule], sight)),
		firstOf(runRules, sight)
	].filter((reason) => reason !== undefined);
	return reasons
		.filter(({ heard }) => !advice || !heard.test(advice.en))
		.map(({ says }) => says)
		.filter(({ en }, at, all) => all.findIndex((other) => other.en === en) === at)
		.slice(0, advice ? MOST - 1 : MOST);
}

/** The first of several rules about one thing: the others would tell less of the same. */
function firstOf(
	rules: readonly Rule[],
	sight: Sight
): { heard: RegExp; says: InBoth } | undefined {
	for (const { heard, sees } of rules) {
		const says = sees(sight);
		if (says) return { heard, says };
	}
	return undefined;
}
