import { importErrorTexts } from './import-error.text.ts';

/** Where something stands in a text, both counted from 1. */
export interface Place {
	line: number;
	column: number;
}

/** The text cannot be imported: what is wrong (`id`, `values`), where, and, in the text of the id, what to do. */
export class ImportError extends Error {
	readonly id: string;
	readonly values: Readonly<Record<string, string>>;
	readonly place: Place | undefined;

	constructor(id: string, values: Record<string, string> = {}, place?: Place) {
		super(sentence(id, values, place, 'en'));
		this.name = 'ImportError';
		this.id = id;
		this.values = values;
		this.place = place;
	}

	/** The error as a sentence for the learner. */
	text(language: 'ru' | 'en'): string {
		return sentence(this.id, this.values, this.place, language);
	}
}

/** Line and column of an offset. */
export function placeAt(text: string, offset: number): Place {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function sentence(
	id: string,
	values: Readonly<Record<string, string>>,
	place: Place | undefined,
	language: 'ru' | 'en'
): string {
	const text = (importErrorTexts[id]?.[language] ?? id).replace(
		/\{(\w+)\}/g,
		(hole, name: string) => values[name] ?? hole
	);
	if (place === undefined) return text;
	const where = {
		ru: `Строка ${place.line}, столбец ${place.column}: `,
		en: `Line ${place.line}, column ${place.column}: `
	};
	return where[language] + text;
}
