import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { beginningOf } from '#lib/simulator/create-world.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { grade } from './grade.ts';
import { operationsOf } from './lesson.ts';
import { rehearse } from './rehearse.ts';
import { variantsOf } from './twin.ts';

const START_MS = Date.UTC(2026, 10, 23, 9);
/** A Sunday, a leap day’s last minute, a New Year’s night. */
const OTHER_DAYS = ['2026-11-29T12:00Z', '2028-02-29T23:59:30Z', '2027-01-01T00:00Z'];
const exercises = syllabus.flatMap((lesson) => lesson.exercises);
const variants = exercises.flatMap(variantsOf);

const OPERATIONS = { v1: operationsIn('2.11.2'), v2: operationsIn('3.3.2') };

describe.each(variants)('the exercise $id in $api', (exercise) => {
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

	it.each(OTHER_DAYS)('passes with its own solution in a world born on %s', (day) => {
		const bornMs = beginningOf(exercise.scenario, Date.parse(day));
		const { checks } = grade(exercise, rehearse(exercise, exercise.solution, bornMs));
		expect(checks.filter((check) => !check.passes)).toEqual([]);
	});

	it('needs every step of its solution', () => {
		for (const left of exercise.solution) {
			const steps = exercise.solution.filter((step) => step !== left);
			expect(grade(exercise, rehearse(exercise, steps, START_MS)).isPassed).toBe(false);
		}
	});

	it('offers operations of its API only', () => {
		const known = OPERATIONS[exercise.api];
		const strange = operationsOf(exercise).filter((key) => !known.has(key));

		expect(strange.filter((key) => !key.includes(' /auth/'))).toEqual([]);
	});

	it('knows two mistakes or more', () => {
		expect(exercise.wrong.length).toBeGreaterThanOrEqual(2);
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

const twins = variants.filter(({ isTwin }) => isTwin);

it.each(twins)('the twin of $id in $api names no address of the other API', (exercise) => {
	const { task, hints, checks, reasons, wrong } = exercise;
	const texts = [task, ...hints, ...[...checks, ...wrong].map(({ says }) => says)];
	const all = [...texts, ...(reasons ? [reasons] : [])].flatMap(({ ru, en }) => [ru, en]);
	const other = exercise.api === 'v1' ? '/api/v2' : '/api/v1';

	expect(all.filter((text) => text.includes(other))).toEqual([]);
});

it('has no two exercises with one id or one world', () => {
	for (const list of [exercises.map(({ id }) => id), variants.map(({ world }) => world)])
		expect(new Set(list).size).toBe(list.length);
});

/** `GET /dags`, whether the document's paths begin with the API's own or not. */
function operationsIn(version: string): Set<string> {
	const { paths } = JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8')) as {
		paths: Record<string, object>;
	};
	return new Set(
		Object.entries(paths).flatMap(([path, item]) =>
			Object.keys(item).map((verb) => `${verb.toUpperCase()} ${path.replace(/^\/api\/v\d/, '')}`)
		)
	);
}
