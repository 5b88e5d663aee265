import './buffer-shim.ts'; // first: it is asked while documents are read
import SwaggerParser from '@apidevtools/swagger-parser';
import { describe } from '#lib/openapi/describe.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import { foreignReference, readDocument, type SpecIssue } from '#lib/openapi/read-document.ts';

export interface SpecQuestion {
	text?: string;
	url?: string;
}

export type SpecStage = 'fetching' | 'reading' | 'resolving' | 'describing';

export type SpecNews =
	{ stage: SpecStage } | { description: ApiDescription } | { issue: SpecIssue };

const MAX_BYTES = 40_000_000;

const tell = (news: SpecNews) => postMessage(news);

onmessage = async ({ data }: MessageEvent<SpecQuestion>) => {
	try {
		tell(await load(data));
	} catch (error) {
		// Whatever a stranger's document makes a parser throw, the learner gets a sentence.
		tell({ issue: { id: 'unreadable', values: { why: (error as Error).message.slice(0, 300) } } });
	}
};

async function load(question: SpecQuestion): Promise<SpecNews> {
	const text = question.text ?? (await fetchText(question.url ?? ''));
	if (typeof text !== 'string') return { issue: text };
	if (text.length > MAX_BYTES) return { issue: { id: 'too-large' } };

	tell({ stage: 'reading' });
	const read = readDocument(text);
	if ('issue' in read) return read;
	const reference = foreignReference(read.document);
	if (reference !== undefined)
		return { issue: { id: 'foreign-reference', values: { reference: reference.slice(0, 200) } } };

	tell({ stage: 'resolving' });
	try {
		// Nothing is fetched for it: references out of the document were refused above.
		await SwaggerParser.bundle(structuredClone(read.document) as never, {
			resolve: { external: false }
		});
	} catch (error) {
		const why = (error as Error).message.slice(0, 300);
		return { issue: { id: 'broken-reference', values: { why } } };
	}

	tell({ stage: 'describing' });
	return { description: describe(read.document) };
}

async function fetchText(url: string): Promise<string | SpecIssue> {
	tell({ stage: 'fetching' });
	let response: Response;
	try {
		response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
	} catch {
		// The browser hides why: the sentence names the usual two reasons.
		return { id: 'fetch-failed', values: { url } };
	}
	if (!response.ok)
		return { id: 'fetch-refused', values: { url, status: String(response.status) } };
	return response.text();
}
