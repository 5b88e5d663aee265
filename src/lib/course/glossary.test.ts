import { describe, expect, test } from 'vitest';
import { terms } from '#lessons/glossary/terms.ts';
import { linkTerms, type Term } from './glossary.ts';

describe('the glossary', () => {
	const ids = terms.map(({ id }) => id);

	test('has no id twice, and leads to nothing that is not there', () => {
		expect(new Set(ids).size).toBe(ids.length);
		expect(terms.flatMap(({ see = [] }) => see).filter((id) => !ids.includes(id))).toEqual([]);
	});

	test.each(terms.map((one) => [one.id, one] as const))(
		'%s is told in both languages',
		(_, one) => {
			expect(one.means.ru).toMatch(/[а-яё].*[.»]$/s);
			expect(one.means.en).toMatch(/[a-z].*\.$/s);
			expect(`${one.term.en} ${one.means.en} ${one.forms.en.join(' ')}`).not.toMatch(/[а-яё]/i);
			expect(one.means.ru.length).toBeGreaterThan(20);
		}
	);

	test('no two terms claim one form', () => {
		for (const language of ['ru', 'en'] as const) {
			const forms = terms.flatMap((one) => one.forms[language].map((form) => form.toLowerCase()));
			expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
		}
	});
});

const term = (id: string, ...ru: string[]): Term => ({
	id,
	term: { ru: id, en: id },
	means: { ru: '', en: '' },
	forms: { ru, en: [] }
});
const link = (html: string, ...known: Term[]) =>
	linkTerms(html, known, 'ru', (id) => `#${id}`, new Set()).replaceAll(
		/<a class="term" data-term="(\w+)" href="#\1">([^<]*)<\/a>/g,
		'[$1:$2]'
	);

test.each<[string, string, Term[], string]>([
	[
		'the first place',
		'<p>Запуск и ещё запуск</p>',
		[term('run', 'запуск')],
		'<p>[run:Запуск] и ещё запуск</p>'
	],
	[
		'whole words only',
		'<p>перезапуск, запуски</p>',
		[term('run', 'запуск')],
		'<p>перезапуск, запуски</p>'
	],
	['no parts of names', '<p>run_id и run-id</p>', [term('run', 'run')], '<p>run_id и run-id</p>'],
	[
		'nothing in code',
		'<p><code>пул</code> пул</p>',
		[term('pool', 'пул')],
		'<p><code>пул</code> [pool:пул]</p>'
	],
	[
		'nothing in headings and links',
		'<h2>Пул</h2><a href="/">пул</a>',
		[term('pool', 'пул')],
		'<h2>Пул</h2><a href="/">пул</a>'
	],
	[
		'the longer form',
		'<p>auth manager</p>',
		[term('auth', 'auth'), term('manager', 'auth manager')],
		'<p>[manager:auth manager]</p>'
	],
	[
		'several in one text',
		'<p>Пул, запуск.</p>',
		[term('run', 'запуск'), term('pool', 'пул')],
		'<p>[pool:Пул], [run:запуск].</p>'
	],
	['no attributes', '<p title="пул">x</p>', [term('pool', 'пул')], '<p title="пул">x</p>']
])('%s is linked', (_, html, known, expected) => {
	expect(link(html, ...known)).toBe(expected);
});

test('a page has at most twelve links', () => {
	const known = Array.from({ length: 20 }, (_, n) => term(`t${n}`, `слово${n}`));
	const html = `<p>${known.map(({ forms }) => forms.ru[0]).join(' ')}</p>`;
	expect(link(html, ...known).match(/\[/g)).toHaveLength(12);
});
