import { readFile } from 'node:fs/promises';
import { blockOf, FENCE, type LessonBlock } from '#lib/course/blocks.ts';
import { importRequests } from '#lib/import/import-requests.ts';
import type { ImportFormat } from '#lib/import/imported.ts';
import { describe } from '#lib/openapi/describe.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { encodeShared } from '#lib/request/link.ts';

/** How a block's language is read; another is shown and no more. */
const FORMATS: Readonly<Record<LessonBlock['language'], readonly ImportFormat[]>> = {
	http: ['http'],
	bash: ['curl', 'cli'],
	python: ['python']
};
const FILES = { v1: 'airflow-2.11.2.json', v2: 'airflow-3.3.2.json' };

/** A block that the page runs, with the request that the playground can hold, if there is one. */
export interface PageBlock extends LessonBlock {
	draft?: RequestDraft;
	/** Behind the playground's address. */
	href?: string;
}

/** A lesson's Markdown in pieces: text, and blocks that run. Nothing is sent. */
export async function withBlocks(markdown: string): Promise<(string | PageBlock)[]> {
	const apis = await descriptions();
	const pieces: (string | PageBlock)[] = [];
	let at = 0;
	for (const found of markdown.matchAll(FENCE)) {
		const [whole, name = '', words = '', code = ''] = found;
		const block = blockOf(name, words, code);
		if (!block) continue;
		pieces.push(markdown.slice(at, found.index));
		at = found.index + whole.length;
		const shared = requestIn(block, apis);
		pieces.push(
			shared
				? { ...block, api: shared.api, draft: shared.draft, href: await encodeShared(shared) }
				: block
		);
	}
	return [...pieces, markdown.slice(at)];
}

function requestIn(
	{ language, code, api }: LessonBlock,
	apis: Record<'v1' | 'v2', ApiDescription>
): { api: 'v1' | 'v2'; draft: RequestDraft } | undefined {
	const others = api === 'v1' ? 'v2' : 'v1';
	for (const format of FORMATS[language]) {
		for (const one of [api, others] as const) {
			const draft = draftOf(code, format, one, apis[one]);
			if (draft) return { api: one, draft };
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
