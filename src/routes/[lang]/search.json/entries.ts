import { readFile } from 'node:fs/promises';
import { lessonSections } from '#lib/course/lesson-text.ts';
import type { Language } from '#lib/course/lesson.ts';
import type { SearchEntry } from '#lib/course/site-search.ts';
import { describe } from '#lib/openapi/describe.ts';
import { exampleBody } from '#lib/openapi/example.ts';
import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import { operationSummary } from '#lib/openapi/words/words.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { targets } from '#lib/snippets/targets.ts';
import { terms } from '#lessons/glossary/terms.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { symptoms } from '#lessons/troubleshooting/symptoms.ts';
import { pages } from './pages.ts';

const SPECS = ['static/openapi/airflow-3.3.2.json', 'static/openapi/airflow-2.11.2.json'];

/** Everything on the site that can be found, in one language. */
export async function searchEntries(language: Language): Promise<SearchEntry[]> {
	const apis = await Promise.all(
		SPECS.map(async (file) => describe(JSON.parse(await readFile(file, 'utf8'))))
	);
	return [
		...pages(language),
		...(await lessons(language)),
		...terms.map(({ id, term, means }): SearchEntry => ({
			kind: 'term',
			title: term[language],
			text: means[language],
			href: `glossary/#${id}`,
			names: `${id} ${term.ru} ${term.en}`
		})),
		...symptoms.map(({ id, says, tell, mend }): SearchEntry => ({
			kind: 'trouble',
			title: says[language],
			text: `${tell[language]} ${mend[language]}`,
			href: `troubleshooting/#${id}`
		})),
		...apis.flatMap((api) => operations(api, language))
	];
}

async function lessons(language: Language): Promise<SearchEntry[]> {
	const ready = syllabus.filter(({ isReady }) => isReady);
	const found = await Promise.all(
		ready.map(async ({ id, number, title, exercises }) => {
			const markdown = await readFile(`src/lessons/${id}/${language}.md`, 'utf8');
			const sections = lessonSections(markdown).map(
				({ heading, number: at, text }): SearchEntry => ({
					kind: 'lesson',
					title: heading === '' ? `${number} ${title[language]}` : `${number} ${heading}`,
					text,
					href: `course/${id}/${at === 0 ? '' : `#section-${at}`}`
				})
			);
			const tasks = exercises.map((one): SearchEntry => ({
				kind: 'lesson',
				title: `${number} ${one.title[language]}`,
				text: one.task[language],
				href: `course/${id}/#${one.id}`
			}));
			return [...sections, ...tasks];
		})
	);
	return found.flat();
}

/** An operation, and the commands that do the same. */
function operations(api: ApiDescription, language: Language): SearchEntry[] {
	return api.operations.flatMap((operation) => {
		const name = api.api === 'v1' ? 'v1' : 'v2';
		const says = operationSummary(name, operation.key, language) ?? '';
		const query = new URLSearchParams({ api: name, op: operation.operationId || operation.key });
		const href = `play/?${query}`;
		const text = `API ${name}: ${operation.key}`;
		return [
			{ kind: 'operation', title: says, text, href, names: operation.operationId },
			...commandsOf(api, operation).map((title): SearchEntry => ({
				kind: 'command',
				title,
				text: says,
				href,
				names: operation.key
			}))
		];
	});
}

/** `airflow dags trigger`, without its arguments. */
function commandsOf(api: ApiDescription, operation: Operation): string[] {
	const named = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
	const draft = {
		operation: operation.key,
		path: Object.fromEntries(named.map((name) => [name, 'x'])),
		query: {},
		headers: {},
		...(operation.body ? { body: exampleBody(operation, api) } : {})
	};
	const request = encodeRequest(operation, draft, 'http://localhost:8080');
	return targets
		.filter(({ group }) => group === 'cli')
		.flatMap((target) => {
			const input = { operation, draft, request, auth: { kind: 'none' }, api: api.api } as const;
			const { available, code } = target.generate(input);
			const found = available ? /^(?:airflow|airflowctl)(?: [a-z][a-z-]+){1,2}/m.exec(code) : null;
			return found ? [found[0]] : [];
		});
}
