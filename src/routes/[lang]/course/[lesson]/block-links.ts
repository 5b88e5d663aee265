import { readFile } from 'node:fs/promises';
import { importRequests } from '#lib/import/import-requests.ts';
import type { ImportFormat } from '#lib/import/imported.ts';
import { describe } from '#lib/openapi/describe.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { encodeShared } from '#lib/request/link.ts';

/** How a block's language is read; another is shown and no more. */
const FORMATS: Readonly<Record<string, readonly ImportFormat[]>> = {
	http: ['http'],
	bash: ['curl', 'cli'],
	python: ['python']
};
const FENCE = /^```(\w+)\n([\s\S]*?)^```$/gm;
const FILES = { v1: 'airflow-2.11.2.json', v2: 'airflow-3.3.2.json' };
const WORDS = {
	ru: { open: 'Открыть на площадке' },
	en: { open: 'Open in the playground' }
};

/** A lesson's Markdown with a link under each block whose request the playground can hold. Nothing is sent. */
export async function withBlockLinks(markdown: string, language: 'ru' | 'en'): Promise<string> {
	const apis = await descriptions();
	const blocks = [...markdown.matchAll(FENCE)];
	const links = await Promise.all(
		blocks.map(async ([, name = '', code = '']) => linkOf(name, code, apis))
	);
	let at = 0;
	return markdown.replaceAll(FENCE, (whole) => {
		const href = links[at++];
		if (href === undefined) return whole;
		return `${whole}\n\n<p class="try"><a href="../../play/#${href}">${WORDS[language].open}</a></p>\n`;
	});
}

async function linkOf(
	name: string,
	code: string,
	apis: Record<'v1' | 'v2', ApiDescription>
): Promise<string | undefined> {
	for (const format of FORMATS[name] ?? []) {
		for (const api of ['v2', 'v1'] as const) {
			const draft = draftOf(code, format, api, apis[api]);
			if (draft) return encodeShared({ api, draft });
		}
	}
	return undefined;
}

function draftOf(
	code: string,
	format: ImportFormat,
	api: 'v1' | 'v2',
	{ operations }: ApiDescription
): RequestDraft | undefined {
	try {
		const { drafts, warnings } = importRequests(code, operations, api, format);
		// The last one is what the block is about: what comes before fetches a token or an id.
		const found =
			drafts.findLast(({ draft }) => draft && !draft.operation.includes('/auth/')) ?? drafts.at(-1);
		if (!found?.draft) return undefined;
		// A body out of a file or a variable is not in the text: half a request helps nobody.
		const isCut = [...warnings, ...found.warnings].some(
			({ id }) => id === 'file' || id === 'stdin'
		);
		const isOpen = /\$[\w{(]/.test(found.draft.body ?? '');
		return isCut || isOpen ? undefined : withBlanks(found.draft);
	} catch {
		// Not a request after all: a script that only prepares one.
		return undefined;
	}
}

/** `{dag_run_id}` and `$RUN` in an address are for the learner to fill in. */
function withBlanks(draft: RequestDraft): RequestDraft {
	const isGiven = ([, value]: [string, string]) => !/^\{\w*\}$|\$|^…$/.test(value);
	return { ...draft, path: Object.fromEntries(Object.entries(draft.path).filter(isGiven)) };
}

let read: Promise<Record<'v1' | 'v2', ApiDescription>> | undefined;

function descriptions() {
	const load = async (file: string) =>
		describe(JSON.parse(await readFile(`static/openapi/${file}`, 'utf8')));
	return (read ??= Promise.all([load(FILES.v1), load(FILES.v2)]).then(([v1, v2]) => ({ v1, v2 })));
}
