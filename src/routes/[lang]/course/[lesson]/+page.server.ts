import { linkTerms } from '#lib/course/glossary.ts';
import { terms } from '#lessons/glossary/terms.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { error } from '@sveltejs/kit';
import { marked } from 'marked';
import { readFile } from 'node:fs/promises';
import { withBlocks, type PageBlock } from './block-links.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const ready = syllabus.filter((lesson) => lesson.isReady);

export const entries: EntryGenerator = () =>
	ready.flatMap(({ id }) => [
		{ lang: 'ru', lesson: id },
		{ lang: 'en', lesson: id }
	]);

type Part = { exercise: string } | { html: string } | { block: PageBlock };

/** The lesson as HTML with the exercises' places between the parts; it reads without any script. */
export const load: PageServerLoad = async ({ params }) => {
	const lesson = ready.find(({ id }) => id === params.lesson);
	if (!lesson) error(404, 'No such lesson');
	const language = params.lang === 'en' ? 'en' : 'ru';
	const source = await readFile(`src/lessons/${lesson.id}/${language}.md`, 'utf8');
	const pieces = await withBlocks(source);
	const made = await Promise.all(
		pieces.flatMap((piece): Promise<Part>[] =>
			typeof piece === 'string'
				? // Odd parts are exercise ids: split() keeps what the group caught.
					piece
						.split(/<!-- exercise:([\w.-]+) -->/)
						.map(async (part, index): Promise<Part> =>
							index % 2 === 1
								? { exercise: part }
								: { html: withScrollableTables(await marked.parse(part)) }
						)
				: [Promise.resolve<Part>({ block: piece })]
		)
	);
	const linked = new Set<string>();
	const parted = withNumberedHeadings(made).map((part) =>
		'html' in part ? { html: linkTerms(part.html, terms, language, hrefOf, linked) } : part
	);
	return { lessonId: lesson.id, parts: parted };
};

/** `section-3` is the lesson's third heading, for the search and for links. */
function withNumberedHeadings(parts: Part[]): Part[] {
	let count = 0;
	return parts.map((part) =>
		'html' in part
			? { html: part.html.replaceAll('<h2>', () => `<h2 id="section-${++count}">`) }
			: part
	);
}

const hrefOf = (id: string) => `../../glossary/#${id}`;

function withScrollableTables(html: string): string {
	return html
		.replaceAll('<table>', '<div class="table" tabindex="0" role="group"><table>')
		.replaceAll('</table>', '</table></div>')
		.replaceAll('<pre>', '<pre tabindex="0">');
}
