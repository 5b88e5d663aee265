import { describe, expect, it } from 'vitest';
import { syllabus } from '#lessons/syllabus.ts';
import { grade } from './grade.ts';
import { rehearse } from './rehearse.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
const exercises = syllabus.flatMap((lesson) => lesson.exercises);

describe.each(exercises)('the exercise $id', (exercise) => {
	it('does not pass untouched', () => {
		const { isPassed, advice } = grade(exercise, rehearse(exercise, [], START_MS));
		expect({ isPassed, advice }).toEqual({ isPassed: false, advice: undefined });
	});

	it('passes with its own solution', () => {
		const { checks } = grade(exercise, rehearse(exercise, exercise.solution, START_MS));
		expect(checks.filter((check) => !check.passes)).toEqual([]);
	});

	it.each(exercise.wrong)('does not pass with the wrong answer $name, and says why', (wrong) => {
		const { isPassed, advice } = grade(exercise, rehearse(exercise, wrong.steps, START_MS));
		expect({ isPassed, advice }).toEqual({ isPassed: false, advice: wrong.says });
	});

	it('needs every step of its solution', () => {
		for (const left of exercise.solution) {
			const steps = exercise.solution.filter((step) => step !== left);
			expect(grade(exercise, rehearse(exercise, steps, START_MS)).isPassed).toBe(false);
		}
	});

	it('says everything in Russian and in English', () => {
		const texts = [
			exercise.title,
			exercise.task,
			...exercise.hints,
			...exercise.checks.map((check) => check.says),
			...exercise.wrong.map((wrong) => wrong.says)
		];
		for (const { ru, en } of texts) {
			expect(ru).toMatch(/[а-яё]/);
			expect(en).not.toMatch(/[а-яё]/i);
			expect(en.length).toBeGreaterThan(10);
		}
	});
});

it('has no two exercises with one id or one world', () => {
	for (const list of [exercises.map(({ id }) => id), exercises.map(({ world }) => world)])
		expect(new Set(list).size).toBe(list.length);
});
