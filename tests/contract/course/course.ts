import { describe, expect, test } from 'vitest';
import { grade } from '#lib/course/grade.ts';
import type { Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { observe } from '#lib/course/observe.ts';
import { onlyHere, scopeOf } from '#lib/course/own-airflow.ts';
import { playOn } from '#lib/course/own-play.fixture.ts';
import { isMoved } from '#lib/course/sighting.ts';
import { variantsOf } from '#lib/course/twin.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { playgroundOf, SLOW } from './own-airflow.ts';

const isSlow = (exercise: Exercise) => scopeOf(exercise).dags.includes(SLOW);

/** Exercises that any Airflow can judge, of one API: those that are done at once, or those that take minutes. */
export const portable = (api: 'v1' | 'v2', pace: 'quick' | 'slow'): Exercise[] =>
	syllabus
		.flatMap(({ exercises }) => exercises.flatMap(variantsOf))
		.filter((one) => one.api === api && onlyHere(one) === undefined)
		.filter((one) => isSlow(one) === (pace === 'slow'));

/** The gate of the course, held by a real Airflow: what its API shows judges as the simulator does. */
export function testOnAirflow(exercises: readonly Exercise[], url: string | undefined): void {
	describe.each(exercises)('the exercise $id', (exercise) => {
		test('does not pass untouched', async () => {
			const { isPassed, advice, hasMoved } = await judged(exercise, [], url);
			expect({ isPassed, advice, hasMoved }).toEqual({
				isPassed: false,
				advice: undefined,
				hasMoved: false
			});
		});

		test('passes with its own solution', async () => {
			const { checks } = await judged(exercise, exercise.solution, url);
			expect(checks.filter(({ passes }) => !passes)).toEqual([]);
		});

		test.each(exercise.wrong)('does not pass with $name, and says why', async ({ steps, says }) => {
			const { isPassed, advice } = await judged(exercise, steps, url);
			expect({ isPassed, advice }).toEqual({ isPassed: false, advice: says });
		});
	});
}

async function judged(exercise: Exercise, steps: readonly SolutionStep[], url?: string) {
	if (url === undefined) throw new Error(`AIRFLOW_${exercise.api.toUpperCase()}_URL is not set`);
	const playground = await playgroundOf(exercise, url);
	const { began } = playground;
	const beganMs = Date.now();
	try {
		const journal = await playOn(playground, exercise, steps);
		const now = await playground.look();
		const world = observe(exercise, { began, beganMs, now, nowMs: Date.now(), journal });
		return { ...grade(exercise, world), hasMoved: isMoved(began, now) };
	} finally {
		await playground.tidy();
	}
}
