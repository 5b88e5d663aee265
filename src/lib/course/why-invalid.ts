import type { JournalEntry } from '#lib/simulator/world.ts';
import type { InBoth } from './lesson.ts';
import { code, requestOf } from './why-entry.ts';

const MOST_PLACES = 3;

/** What a 400 or a 422 found fault with. */
export function invalid(entry: JournalEntry): InBoth {
	const parts = (entry.reason?.issues ?? []).map(issueOf);
	const said = parts.length > 0 ? together(parts) : wordsOf(entry);
	return {
		ru: `${requestOf(entry)} получил ${entry.status}, и ничего не сделано. ${capital(said.ru)}.`,
		en: `${requestOf(entry)} got ${entry.status}, and nothing was done. ${capital(said.en)}.`
	};
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Each part once; a long list is cut. */
function together(parts: readonly InBoth[]): InBoth {
	const once = parts.filter(({ en }, at) => parts.findIndex((part) => part.en === en) === at);
	const first = once.slice(0, MOST_PLACES);
	const [ru, en] = [first.map((part) => part.ru), first.map((part) => part.en)];
	return { ru: ru.join('; '), en: en.join('; ') };
}

function issueOf({ at, type }: { at: string; type: string }): InBoth {
	const place = placeOf(at);
	switch (type) {
		case 'json_invalid':
			return { ru: 'тело — не JSON', en: 'the body is not JSON' };
		case 'missing':
			return { ru: `не хватает: ${place.ru}`, en: `missing: ${place.en}` };
		case 'extra_forbidden':
			return { ru: `лишнее для этого API: ${place.ru}`, en: `unknown to this API: ${place.en}` };
		default:
			return {
				ru: `не того вида: ${place.ru} (${code(type)})`,
				en: `not of the right form: ${place.en} (${code(type)})`
			};
	}
}

/** `body.logical_date` as somebody would say it. */
function placeOf(at: string): InBoth {
	const [where = '', ...names] = at.split('.');
	const name = code(names.join('.'));
	if (names.length === 0) return { ru: 'тело запроса', en: 'the body' };
	if (where === 'query') return { ru: `параметр запроса ${name}`, en: `the query’s ${name}` };
	if (where === 'path') return { ru: `${name} в пути`, en: `${name} in the path` };
	return { ru: `поле ${name} тела`, en: `the body’s field ${name}` };
}

/** v1 tells in a sentence; which field it means can be read from some. */
function wordsOf({ reason }: JournalEntry): InBoth {
	const line = reason?.detail?.split('\n')[0]?.trim();
	if (!line) return { ru: 'Запрос составлен неверно', en: 'The request is not well formed' };
	const field = FIELD.map((pattern) => pattern.exec(line)?.[1]).find((name) => name);
	const quote = code(line);
	if (field === undefined) return { ru: `сервер пишет ${quote}`, en: `the server says ${quote}` };
	return {
		ru: `дело в поле ${code(field)}, сервер пишет ${quote}`,
		en: `it is the field ${code(field)}, and the server says ${quote}`
	};
}

/** @source airflow/api_connexion: jsonschema's sentences, connexion's place at the end, marshmallow's dictionary */
const FIELD = [/^'([\w-]+)' is a required property/, / - '([\w.-]+)'$/, /^\{'([\w-]+)': \['/];
