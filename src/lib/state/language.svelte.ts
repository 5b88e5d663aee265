import type { InBoth, Language } from '#lib/course/lesson.ts';

/** The page's language, from its address; `say` picks the sentence. */
export class Speech {
	readonly #language: () => Language;

	constructor(language: () => Language) {
		this.#language = language;
	}

	get language(): Language {
		return this.#language();
	}

	/** The sentence in the page's language, `{placeholders}` filled. */
	say = (text: InBoth, values: Record<string, string | number> = {}): string =>
		text[this.language].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
			name in values ? String(values[name]) : whole
		);
}
