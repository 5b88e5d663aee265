import MiniSearch from 'minisearch';
import { ALIASES } from './search-aliases.ts';
import type { OperationRow } from './operation.ts';

const FIELDS = ['operationId', 'path', 'summary', 'tag', 'names', 'aliases', 'method'];
const BOOST = { operationId: 4, summary: 4, path: 3, tag: 2, method: 2, names: 1, aliases: 2 };
const FEW_EDITS = 0.25;

/**
 * A search that forgives typos, over operationId, path, summary, tag, parameter and field names. What is typed in full
 * comes first; an empty text gives every row in its order. `summaryOf` gives a row's words in the reader's language.
 */
export function createSearch(
	rows: readonly OperationRow[],
	summaryOf: (key: string) => string
): (text: string) => OperationRow[] {
	const byKey = new Map(rows.map((row) => [row.key, row]));
	const index = new MiniSearch({
		idField: 'key',
		fields: FIELDS,
		tokenize: words,
		processTerm: (term) => term,
		searchOptions: {
			boost: BOOST,
			fuzzy: edits,
			prefix: true,
			weights: { fuzzy: 0.3, prefix: 0.6 }
		}
	});
	index.addAll(
		rows.map((row) => ({
			...row,
			names: row.names.join(' '),
			summary: summaryOf(row.key),
			aliases: aliasesOf(row.key)
		}))
	);

	return (text) => {
		const query = text.trim();
		if (query === '') return [...rows];
		const inFull = rows.filter((row) => isInFull(row, query));
		const found = index.search(query, { combineWith: 'AND', boostDocument });
		const hits =
			found.length > 0 ? found : index.search(query, { combineWith: 'OR', boostDocument });
		const ranked = hits.map(({ id }) => byKey.get(id)).filter((row) => row !== undefined);
		return [...new Set([...inFull, ...ranked])];
	};

	// Old names last, and of two equal operations the one with the shorter path.
	function boostDocument(key: string): number {
		const row = byKey.get(key);
		if (!row) return 1;
		return (row.deprecated ? 0.3 : 1) / (1 + row.path.split('/').length / 20);
	}
}

function aliasesOf(key: string): string {
	return ALIASES.filter(([wanted]) => wanted.test(key))
		.map(([, words]) => words)
		.join(' ');
}

// Four letters may have one edit, eight two.
function edits(term: string): number | boolean {
	return term.length < 4 ? false : FEW_EDITS;
}

function isInFull({ key, path, operationId }: OperationRow, query: string): boolean {
	const wanted = query.toLowerCase();
	return [key, path, operationId, key.slice(key.indexOf(' ') + 1)].some(
		(name) => name.toLowerCase() === wanted
	);
}

/** `postDagRun`, `post_dag_run` and `/dags/{dag_id}/dagRuns` fall apart into words; Cyrillic is kept, ё is е. */
function words(text: string): string[] {
	const parted = text
		.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
	return parted
		.toLowerCase()
		.replaceAll('ё', 'е')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}
