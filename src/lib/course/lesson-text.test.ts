import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { syllabus } from '#lessons/syllabus.ts';
import { blocksIn, exercisesIn, lessonSections, wordCount } from './lesson-text.ts';

const TEXT = `Before.

## One

A **bold** [link](https://x.y) and \`code\`.

\`\`\`http
GET /api/v2/dags
\`\`\`

<!-- exercise:a.b-c -->

## Two

| a | b |
|---|---|
| 1 | 2 |

> **Often written, but…** no.
`;

it('parts a text into sections without markup', () => {
	expect(lessonSections(TEXT)).toEqual([
		{ heading: '', number: 0, text: 'Before.' },
		{ heading: 'One', number: 1, text: 'A bold link and code . GET /api/v2/dags' },
		{ heading: 'Two', number: 2, text: 'a b 1 2 Often written, but… no.' }
	]);
});

it('finds exercises and blocks, and counts words without code', () => {
	expect([exercisesIn(TEXT), blocksIn(TEXT), wordCount(TEXT)]).toEqual([['a.b-c'], ['http'], 16]);
});

const ready = syllabus.filter(({ isReady }) => isReady);

describe.each(ready)('lesson $number', ({ id, exercises, title, questions = [] }) => {
	const [ru = '', en = ''] = ['ru', 'en'].map((language) =>
		readFileSync(`src/lessons/${id}/${language}.md`, 'utf8')
	);

	it('has the same sections, blocks and exercises in both languages', () => {
		expect(lessonSections(en).length).toBe(lessonSections(ru).length);
		expect(blocksIn(en)).toEqual(blocksIn(ru));
		expect(exercisesIn(en)).toEqual(exercisesIn(ru));
	});

	it('shows each of its exercises once', () => {
		expect([...exercisesIn(ru)].sort()).toEqual(exercises.map((one) => one.id).sort());
	});

	it('is written in the language it says', () => {
		expect([title.ru, ru].every((text) => /[а-яё]{3}/.test(text))).toBe(true);
		expect(lessonSections(en).filter(({ text }) => /[а-яё]{3}/i.test(text))).toEqual([]);
	});

	it('asks questions that have a right answer and a wrong one, with reasons in both languages', () => {
		for (const { id: name, answers, asks } of questions) {
			const rights = answers.map(({ isRight }) => isRight === true);
			expect([name, rights.includes(true), rights.includes(false)]).toEqual([name, true, true]);
			for (const { ru: russian, en: english } of [asks, ...answers.map((one) => one.because)]) {
				expect(russian).toMatch(/[а-яё]/);
				expect(english).not.toMatch(/[а-яё]/i);
				expect(english).not.toBe('');
			}
		}
	});
});

it('names no question twice', () => {
	const ids = syllabus.flatMap(({ questions = [] }) => questions.map(({ id }) => id));
	expect(new Set(ids).size).toBe(ids.length);
});
