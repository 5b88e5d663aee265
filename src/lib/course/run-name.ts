import type { World } from '#lib/simulator/world.ts';
import type { SolutionStep } from './lesson.ts';

/**
 * Stands in a step for the name of a DAG's latest scheduled run at the world's birth: it holds a date, and each
 * learner's world is born on a day of its own.
 */
export const latestRunOf = (dagId: string): string => `{latest run of ${dagId}}`;

/** The step with the names that runs have in this world; a DAG without such a run keeps what stands for it. */
export function inWorld<Step extends SolutionStep>(step: Step, world: World): Step {
	const text = JSON.stringify(step);
	if (!PLACEHOLDER.test(text)) return step;
	const named = text.replaceAll(
		new RegExp(PLACEHOLDER, 'g'),
		(whole, dagId: string) => latestAtBirth(world, dagId) ?? whole
	);
	return JSON.parse(named) as Step;
}

const PLACEHOLDER = /\{latest run of ([\w.-]+)\}/;

function latestAtBirth({ runs, bornMs }: World, dagId: string): string | undefined {
	return [...runs.values()]
		.filter((run) => run.dagId === dagId && run.runType === 'scheduled' && run.runAfterMs <= bornMs)
		.toSorted((a, b) => a.runAfterMs - b.runAfterMs)
		.at(-1)?.runId;
}
