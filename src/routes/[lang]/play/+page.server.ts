import { describe } from '#lib/openapi/describe.ts';
import type { OperationRow } from '#lib/openapi/operation.ts';
import { toRows } from '#lib/openapi/rows.ts';
import { operationSummary } from '#lib/openapi/words/words.ts';
import { readFile } from 'node:fs/promises';
import type { PageServerLoad } from './$types';

interface Listed {
	version: string;
	rows: OperationRow[];
	/** Our summaries in the page's language, in the order of the rows. */
	summaries: string[];
}

/** The operation lists of both specs are in the page itself: they are there before any script runs. */
export const load: PageServerLoad = async ({ params }) => ({
	v1: await list('static/openapi/airflow-2.11.2.json', 'v1', params.lang),
	v2: await list('static/openapi/airflow-3.3.2.json', 'v2', params.lang)
});

async function list(file: string, api: 'v1' | 'v2', lang: string): Promise<Listed> {
	const description = describe(JSON.parse(await readFile(file, 'utf8')), api);
	const rows = toRows(description);
	const language = lang === 'en' ? 'en' : 'ru';
	return {
		version: description.version,
		rows,
		summaries: rows.map(({ key }) => operationSummary(api, key, language) ?? key)
	};
}
