import { describe, expect, test } from 'vitest';
import { classCsv, classRow } from './class-summary.ts';
import { readProgressFile, whatIsNew, writeProgressFile } from './progress-file.ts';
import { isLessonPassed, type ProgressEvent } from './progress.ts';

const event = (
	n: number,
	kind: ProgressEvent['kind'] = 'solved',
	exercise = `e${n}`
): ProgressEvent => ({
	id: `id-${n}`,
	at: `2026-01-01T00:00:0${n}.000Z`,
	exercise,
	kind
});
/** As version 1 writes it; it must be read for ever. */
const FIRST_FILE =
	'{"format":"windsock-progress","version":1,"learner":"Аня","events":[{"id":"a","at":"2026-11-23T10:00:00.000Z","exercise":"overview.trigger-with-conf","kind":"solved","via":"playground"}]}';

describe('a file of progress', () => {
	test('comes back as it was written', () => {
		const file = { learner: 'Ада', events: [event(1), event(2, 'hint')] };
		expect(readProgressFile(writeProgressFile(file))).toEqual(file);
	});

	test('of the first version is read', () => {
		expect(readProgressFile(FIRST_FILE)).toMatchObject({
			learner: 'Аня',
			events: [{ exercise: 'overview.trigger-with-conf', kind: 'solved', via: 'playground' }]
		});
	});

	test.each<[string, string, string]>([
		['no JSON', '{', 'no-json'],
		['a list', '[]', 'another-file'],
		['something else', '{"format":"postman"}', 'another-file'],
		['of a later version', '{"format":"windsock-progress","version":2,"events":[]}', 'newer'],
		[
			'with an event without a time',
			FIRST_FILE.replace('2026-11-23T10:00:00.000Z', 'soon'),
			'bad-event'
		],
		['with an event of a strange kind', FIRST_FILE.replace('solved', 'hacked'), 'bad-event'],
		[
			'with an endless name of an exercise',
			FIRST_FILE.replace('overview', 'o'.repeat(300)),
			'bad-event'
		]
	])('%s is refused with the reason', (_, text, id) => {
		expect(readProgressFile(text)).toMatchObject({ issue: { id } });
	});

	test('takes nothing over that it does not know', () => {
		const strange = FIRST_FILE.replace('"via"', '"html":"<b>","via"');
		expect(JSON.stringify(readProgressFile(strange))).not.toContain('<b>');
	});
});

describe('taking a file over', () => {
	test('adds what is not here, and nothing the second time', () => {
		const mine = [event(1)];
		const { events, gained } = whatIsNew(mine, [event(1), event(2), event(3, 'hint')]);
		expect([events.map(({ id }) => id), gained]).toEqual([['id-2', 'id-3'], ['e2']]);
		expect(whatIsNew([...mine, ...events], [event(1), event(2), event(3, 'hint')]).events).toEqual(
			[]
		);
	});

	test('says what a reset in the file would take away', () => {
		expect(whatIsNew([event(1)], [event(5, 'reset', 'e1')]).lost).toEqual(['e1']);
	});
});

describe('a lesson', () => {
	const lesson = { id: 'l', number: '14.01', exercises: [{ id: 'e1' }, { id: 'e2' }] };

	test.each<[string, ProgressEvent[], boolean]>([
		['half solved is not passed', [event(1)], false],
		['solved is passed', [event(1), event(2)], true],
		['marked is passed', [event(1, 'marked', 'l')], true],
		['unmarked again is not', [event(1, 'marked', 'l'), event(2, 'unmarked', 'l')], false]
	])('%s', (_, events, isPassed) => {
		expect(isLessonPassed(lesson, events)).toBe(isPassed);
	});

	test('stands in the class’s table, formulas made harmless', () => {
		const row = classRow({ learner: '=1+1, "x"', events: [event(1), event(3, 'hint')] }, [lesson]);
		expect(row).toMatchObject({
			lessons: [{ number: '14.01', solved: 1, all: 2, isPassed: false }],
			deeds: 2,
			lastAt: '2026-01-01T00:00:03.000Z'
		});
		expect(classCsv([row], { learner: 'Learner', last: 'Last' })).toBe(
			`Learner,14.01,Last\r\n"'=1+1, ""x""",'1/2,2026-01-01T00:00:03.000Z\r\n`
		);
	});
});
