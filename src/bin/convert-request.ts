import { readFile } from 'node:fs/promises';
import { ImportError } from '#lib/import/import-error.ts';
import { importText } from '#lib/import/import-text.ts';
import { importWarningText } from '#lib/import/import.text.ts';
import type { ImportedRequest, ImportWarning } from '#lib/import/imported.ts';
import { harOf } from '#lib/import/json/har.ts';
import { harOfRequest, type HarRequest } from '#lib/import/json/har-write.ts';
import { snippetInput, type CodeWishes } from '#lib/import/snippet-input.ts';
import { LabError } from '#lib/lab-error.ts';
import { describe } from '#lib/openapi/describe.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import { targetOf } from '#lib/snippets/targets.ts';
import type { Format } from './convert-formats.ts';

/** What was asked for on the command line. */
export interface Wishes {
	/** A target's id. */
	to: string | undefined;
	from: Format;
	api: 'v1' | 'v2' | undefined;
	language: 'ru' | 'en';
	code: CodeWishes;
}

export interface SaidWarning extends ImportWarning {
	text: string;
}

export type Converted =
	| { code: string; available: boolean; warnings: SaidWarning[] }
	/** `requests` only where there are several; `request` is the first of them. */
	| { request: HarRequest | undefined; requests?: HarRequest[]; warnings: SaidWarning[] }
	| { error: string };

/** Code for the HAR request in `{"request": …}`. */
export async function convertRequest(value: unknown, wishes: Wishes): Promise<Converted> {
	const request = (value as { request?: unknown } | null)?.request;
	return answering(wishes, async () => {
		if (typeof request !== 'object' || request === null) throw new ImportError('har-none');
		const { requests, warnings: found } = harOf(request);
		let warnings = found;
		const [first] = requests;
		if (!first) throw new ImportError('har-none');
		if (requests.length > 1)
			warnings = [...warnings, { id: 'only-first', values: { count: String(requests.length) } }];
		if (first.body instanceof Uint8Array)
			return { code: '', available: false, warnings: said([{ id: 'code-binary' }], wishes) };
		const input = snippetInput(first, await descriptions(), wishes.code);
		const target = targetOf(wishes.to ?? '', input.api);
		if (!target) throw new LabError('no-target', `No target has the id ${wishes.to}.`);
		const { code, available, warnings: more } = target.generate(input);
		return { code, available, warnings: said([...warnings, ...changes(first), ...more], wishes) };
	});
}

/** The HAR request for the code in `{"text": …}`. */
export async function convertCode(value: unknown, wishes: Wishes): Promise<Converted> {
	const text = (value as { text?: unknown } | null)?.text;
	return answering(wishes, () => {
		if (typeof text !== 'string') throw new ImportError('no-text');
		const { from, api } = wishes;
		const { requests, warnings } = importText(text, {
			format: from === 'auto' ? undefined : from,
			api
		});
		const [request, ...others] = requests.map(harOfRequest);
		const several = request && others.length > 0 ? { requests: [request, ...others] } : {};
		return Promise.resolve({ request, ...several, warnings: said(warnings, wishes) });
	});
}

// What `fetch` does to any request, and so every target.
function changes({ headers, body }: ImportedRequest): ImportWarning[] {
	const names = headers.map(([name]) => name.toLowerCase());
	const twice = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
	return [
		...(twice.length > 0 ? [{ id: 'headers-joined', values: { names: twice.join(', ') } }] : []),
		...(body !== undefined && !names.includes('content-type')
			? [{ id: 'type-added', values: { type: 'text/plain;charset=UTF-8' } }]
			: [])
	];
}

async function answering(wishes: Wishes, work: () => Promise<Converted>): Promise<Converted> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ImportError) return { error: error.text(wishes.language) };
		throw error;
	}
}

function said(warnings: readonly ImportWarning[], { language }: Wishes): SaidWarning[] {
	return warnings.map((warning) => ({
		...warning,
		text: importWarningText(warning, language)
	}));
}

let loaded: Promise<ApiDescription[]> | undefined;

/** The documents of both APIs, newest first. */
function descriptions(): Promise<ApiDescription[]> {
	loaded ??= Promise.all(
		['airflow-3.3.2.json', 'airflow-2.11.2.json'].map(async (name) => {
			const url = new URL(`../../static/openapi/${name}`, import.meta.url);
			return describe(JSON.parse(await readFile(url, 'utf8')));
		})
	);
	return loaded;
}
