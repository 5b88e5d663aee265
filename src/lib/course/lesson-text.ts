/** One section of a lesson as plain text. */
export interface LessonSection {
	/** Empty for what stands before the first heading. */
	heading: string;
	/** The heading's place among the lesson's headings, from 1; its id in the page is `section-1`. */
	number: number;
	text: string;
}

const EXERCISE = /<!-- exercise:([\w.-]+) -->/g;
const FENCE = /^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;

/** The sections of a lesson's Markdown, without markup. */
export function lessonSections(markdown: string): LessonSection[] {
	const [before = '', ...rest] = markdown.split(/^## +/m);
	const sections = rest.map((section, index) => {
		const end = section.indexOf('\n');
		const cut = end < 0 ? section.length : end;
		return {
			heading: plain(section.slice(0, cut)),
			number: index + 1,
			text: plain(section.slice(cut))
		};
	});
	return plain(before) === ''
		? sections
		: [{ heading: '', number: 0, text: plain(before) }, ...sections];
}

/** The exercises that a lesson's text names, in their order. */
export const exercisesIn = (markdown: string): string[] =>
	[...markdown.matchAll(EXERCISE)].map(([, id = '']) => id);

/** The languages of a lesson's code blocks, in their order; '' where none is named. */
export const blocksIn = (markdown: string): string[] =>
	[...markdown.matchAll(FENCE)].map(([, language = '']) => language);

/** How many words a reader reads: code does not count. */
export const wordCount = (markdown: string): number =>
	plain(markdown.replaceAll(FENCE, ' '))
		.split(/\s+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function plain(markdown: string): string {
	return markdown
		.replaceAll(EXERCISE, ' ')
		.replaceAll(FENCE, (_, _language: string, code: string) => ` ${code} `)
		.replaceAll(/^\|?[\s:|-]+\|[\s:|-]*$/gm, ' ')
		.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replaceAll(/^[>#\s]*[-*] |^>\s?|^#+ /gm, ' ')
		.replaceAll(/[*`|]/g, ' ')
		.replaceAll(/\s+/g, ' ')
		.trim();
}
