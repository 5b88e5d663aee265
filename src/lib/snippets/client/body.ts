import { jsonTree, repeatsKey } from '#lib/snippets/json-tree.ts';
import type { Expression } from '#lib/snippets/python-layout.ts';
import { pythonString } from '#lib/snippets/python-literal.ts';
import type { SentRequest } from '#lib/snippets/sent-request.ts';
import type { SnippetWarning } from '#lib/snippets/target.ts';
import { namesIn, type ClientOperation } from './facts.ts';
import type { Place } from './findings.ts';
import { clientValue } from './value.ts';

/** The body as a typed keyword argument, and its media type where it is not the client's own; or why there is none. */
export function bodyArguments(
	{ body, headers }: SentRequest,
	operation: ClientOperation,
	place: Omit<Place, 'name'>
): [before: string, value: Expression][] | SnippetWarning {
	const [name] = namesIn(operation.body);
	if (body === undefined) {
		if (name?.isRequired) place.findings.needed.push('body');
		return [];
	}
	if (!name) {
		place.findings.lost.push('body');
		return [];
	}
	const type = headers.find(([header]) => header.toLowerCase() === 'content-type')?.[1] ?? '';
	const tree = /json/i.test(type) ? jsonTree(body) : undefined;
	if (tree?.kind !== 'object') return { id: 'client-json-only' };
	if (repeatsKey(tree)) return { id: 'client-repeated-key' };
	const value = clientValue(tree, name.type, { ...place, name: 'body' });
	return [
		[`${name.keyword}=`, value],
		...(type === 'application/json'
			? []
			: ([['_content_type=', pythonString(type)]] as [string, Expression][]))
	];
}
