import { beforeAll, describe, expect, test } from 'vitest';
import { grade } from '#lib/course/grade.ts';
import type { Exercise } from '#lib/course/lesson.ts';
import { variantsOf } from '#lib/course/twin.ts';
import type { World } from '#lib/simulator/world.ts';
import { syllabus } from '#lessons/syllabus.ts';
import {
	byAirflow,
	byAirflowctl,
	byCurl,
	byForm,
	byPython,
	playBy,
	worldAfter,
	type Way
} from './exercise-ways.ts';
import { pythonHere, type PythonHere } from './python-here.ts';

const BORN_MS = Date.UTC(2026, 10, 23, 9);
const exercises = syllabus.flatMap((lesson) => lesson.exercises.flatMap(variantsOf));
const ofRequests = exercises.filter(({ solution }) => solution.some((step) => 'operation' in step));

let python: PythonHere;
beforeAll(async () => {
	python = await pythonHere();
}, 120_000);

const DONE = { missing: [], failing: [] };

describe.each(exercises)('the exercise $id in $api is solved', (exercise) => {
	test('by the form', async () => {
		expect(await leftBy(await byForm(exercise, BORN_MS), exercise)).toEqual(DONE);
	});

	test('by curl in the page’s shell', async () => {
		expect(await leftBy(await byCurl(exercise, BORN_MS), exercise)).toEqual(DONE);
	});

	test('by requests in the page’s Python', async () => {
		expect(await leftBy(byPython(exercise, BORN_MS, python), exercise)).toEqual(DONE);
	});
});

const byProgram = (['airflow', 'airflowctl'] as const).flatMap((program) =>
	ofRequests
		.filter(({ api }) => program === 'airflow' || api === 'v2')
		.map((exercise) => ({ id: exercise.id, api: exercise.api, program, exercise }))
);

describe.each(byProgram)('the exercise $id in $api, by $program', ({ program, exercise }) => {
	const way = program === 'airflow' ? byAirflow : byAirflowctl;
	const declared = exercise.programs?.[program];
	const lines = typeof declared === 'object' ? declared : [];

	test('is solved by the commands of its requests, or says that it is not', async () => {
		const left = await leftBy(await way(exercise, BORN_MS), exercise);

		if (declared === 'its-commands') expect(left).toEqual(DONE);
		else expect(left.failing).not.toEqual([]);
	});

	// What a person would type in the one API is tried in the other, before that is said to have no way.
	const theirs = exercises
		.filter(({ id, api }) => id === exercise.id && api !== exercise.api)
		.flatMap(({ programs }) => {
			const their = programs?.[program];
			return typeof their === 'object' ? [their] : [];
		});
	if (declared === undefined && theirs.length > 0)
		test('is not solved by the lines that solve it in the other API', async () => {
			for (const lines of theirs)
				expect(failing(exercise, await worldAfter(lines, exercise, BORN_MS))).not.toEqual([]);
		});

	if (lines.length === 0) return;
	test('is solved by the lines that it names', async () => {
		const others = lines.filter((line) => !line.startsWith(`${program} `));

		expect(others.filter((line) => !/^sleep \d+$/.test(line))).toEqual([]);
		expect(failing(exercise, await worldAfter(lines, exercise, BORN_MS))).toEqual([]);
	});
});

test('names a program only where it could do something', () => {
	const others = exercises.filter((one) => !ofRequests.includes(one));

	expect(others.filter(({ programs }) => programs)).toEqual([]);
	expect(exercises.filter(({ api, programs }) => api === 'v1' && programs?.airflowctl)).toEqual([]);
});

async function leftBy(way: Way, exercise: Exercise) {
	const missing = await playBy(way, exercise);
	return { missing, failing: failing(exercise, await way.world()) };
}

function failing(exercise: Exercise, world: World): string[] {
	const { checks } = grade(exercise, world);
	return checks.filter(({ passes }) => !passes).map(({ says }) => says.en);
}
