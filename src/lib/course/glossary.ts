import type { InBoth, Language } from './lesson.ts';

/** A word of Airflow's trade. */
export interface Term {
	/** Stable for ever: links point at it. */
	id: string;
	term: InBoth;
	/** One to three sentences that hold for both lines of Airflow, or say for which. */
	means: InBoth;
	/** How it stands in running text, in every inflection that is to be found; none = it is only looked up. */
	forms: Record<Language, string[]>;
	/** Ids of terms worth reading with it. */
	see?: string[];
}

/** At most so many on a page: a text full of links reads badly. */
const MOST = 12;
/** Tags in whose text nothing is linked. */
const CLOSED = /^(a|code|pre|h[1-6]|button|table)$/;

/**
 * HTML of our own with the first place of each term turned into a link `#id` of class `term`.
 * @param linked ids that are linked already; those of this piece are added
 */
export function linkTerms(
	html: string,
	terms: readonly Term[],
	language: Language,
	hrefOf: (id: string) => string,
	linked: Set<string>
): string {
	const closed: string[] = [];
	return html
		.split(/(<[^>]+>)/)
		.map((part) => {
			const tag = /^<(\/?)(\w+)[^>]*>$/.exec(part);
			if (tag) {
				const [, slash, name = ''] = tag;
				if (CLOSED.test(name)) {
					if (slash) closed.pop();
					else closed.push(name);
				}
				return part;
			}
			return closed.length > 0 ? part : linkIn(part, terms, language, hrefOf, linked);
		})
		.join('');
}

function linkIn(
	text: string,
	terms: readonly Term[],
	language: Language,
	hrefOf: (id: string) => string,
	linked: Set<string>
): string {
	const found = terms.flatMap(({ id, forms }) => {
		if (linked.has(id) || forms[language].length === 0) return [];
		const hit = patternOf(forms[language]).exec(text);
		return hit ? [{ id, at: hit.index, word: hit[0] }] : [];
	});
	// From the left; a longer one before a shorter at the same place.
	found.sort((a, b) => a.at - b.at || b.word.length - a.word.length);
	let end = 0;
	let made = '';
	for (const { id, at, word } of found) {
		if (at < end || linked.size >= MOST) continue;
		linked.add(id);
		made += `${text.slice(end, at)}<a class="term" data-term="${id}" href="${hrefOf(id)}">${word}</a>`;
		end = at + word.length;
	}
	return made + text.slice(end);
}

const patterns = new WeakMap<string[], RegExp>();

/** Whole words only, of letters of any script; capital letters at will unless the form has its own. */
function patternOf(forms: string[]): RegExp {
	const known = patterns.get(forms);
	if (known) return known;
	const words = [...forms]
		.sort((a, b) => b.length - a.length)
		.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const made = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${words.join('|')})(?![\\p{L}\\p{N}_-])`, 'iu');
	patterns.set(forms, made);
	return made;
}
