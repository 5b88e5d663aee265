import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';
import MiniSearch from 'minisearch';

export const ENTRY_KINDS = ['page', 'lesson', 'term', 'trouble', 'operation', 'command'] as const;

/** Something on the site that can be found, in one language. */
export interface SearchEntry {
	kind: (typeof ENTRY_KINDS)[number];
	title: string;
	/** What it says, as plain text. */
	text: string;
	/** Below the language's start page: `course/02-endpoints/#section-3`. */
	href: string;
	/** Names that are searched and not shown: an operationId, other spellings. */
	names?: string;
}

export interface Found extends SearchEntry {
	/** A piece of the text around what was found. */
	excerpt: string;
}

const BOOST = { title: 4, names: 3, text: 1 };
const EXCERPT_LENGTH = 160;
const LONGEST_QUERY = 200;

/**
 * Finds entries by words in any form: «запуски» finds «запуска», «triggered» finds “trigger”. Words of either language
 * are understood in both, since names are English everywhere.
 */
export function createSiteSearch(
	entries: readonly SearchEntry[]
): (query: string, limit?: number) => Found[] {
	const index = new MiniSearch<SearchEntry & { id: number }>({
		fields: ['title', 'names', 'text'],
		tokenize: wordsOf,
		processTerm: (word) => stemOf(word),
		searchOptions: {
			boost: BOOST,
			prefix: (term) => term.length > 2,
			fuzzy: (term) => (term.length < 5 ? false : 0.2),
			weights: { fuzzy: 0.2, prefix: 0.6 }
		}
	});
	index.addAll(entries.map((entry, id) => ({ ...entry, id })));

	return (query, limit = 40) => {
		const text = query.slice(0, LONGEST_QUERY).trim();
		if (text === '') return [];
		const every = index.search(text, { combineWith: 'AND' });
		const hits = every.length > 0 ? every : index.search(text, { combineWith: 'OR' });
		return hits.slice(0, limit).flatMap(({ id, terms }) => {
			const entry = entries[id as number];
			return entry ? [{ ...entry, excerpt: excerptOf(entry.text, terms) }] : [];
		});
	};
}

/** `post_dag_run` and `dagRuns` fall apart into words; ё is е. */
export function wordsOf(text: string): string[] {
	return text
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.replaceAll('ё', 'е')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}

function stemOf(word: string): string {
	return /\p{Script=Cyrillic}/u.test(word) ? russian(word) : english(word);
}

/** From a little before the first place that was found, cut at words. */
function excerptOf(text: string, stems: readonly string[]): string {
	if (text.length <= EXCERPT_LENGTH) return text;
	const wanted = new Set(stems);
	const words = [...text.matchAll(/[\p{L}\p{N}_]+/gu)];
	const hit = words.find(([word]) => wordsOf(word).some((one) => wanted.has(stemOf(one))));
	const from = Math.max(0, (hit?.index ?? 0) - EXCERPT_LENGTH / 4);
	const start = from === 0 ? 0 : text.indexOf(' ', from) + 1;
	const piece = text.slice(start, start + EXCERPT_LENGTH);
	const end = start + EXCERPT_LENGTH < text.length ? piece.lastIndexOf(' ') : piece.length;
	return `${start > 0 ? '…' : ''}${piece.slice(0, end)}${end < piece.length ? '…' : ''}`;
}
