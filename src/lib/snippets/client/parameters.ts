import type { RequestDraft } from '#lib/request/draft.ts';
import type { JsonTree } from '#lib/snippets/json-tree.ts';
import type { Expression } from '#lib/snippets/python-layout.ts';
import { namesIn, type ClientName, type ClientOperation } from './facts.ts';
import type { Place } from './findings.ts';
import { clientValue } from './value.ts';

/** The path, query and header parameters as keyword arguments, in the client's order. */
export function parameterArguments(
	operation: ClientOperation,
	draft: RequestDraft,
	place: Omit<Place, 'name'>
): [before: string, value: Expression][] {
	const names = namesIn(operation.params);
	const { findings } = place;
	const known = new Set(names.map(({ name }) => name));
	findings.lost.push(
		...Object.keys(draft.query).filter(
			(name) => !known.has(name) && (draft.query[name] ?? []).length > 0
		)
	);
	const keywords = names.flatMap((name): [string, Expression][] => {
		const texts = textsOf(name, draft);
		if (texts.length === 0) {
			if (name.isRequired) findings.needed.push(name.name);
			return [];
		}
		if (name.type === 'bool') findings.flags.push(name.name);
		const value = parameterValue(texts, name, { ...place, name: name.name });
		return [[`${name.keyword}=`, value]];
	});
	// 3.x writes them with its own format, microseconds and all.
	if (place.api === 'v2' && findings.datetimes.has('datetime')) findings.writesDates = true;
	return keywords;
}

/** The draft's headers that are no parameters of the client. */
export function otherHeaders(
	operation: ClientOperation,
	headers: RequestDraft['headers']
): string[] {
	const known = namesIn(operation.params).map(({ name }) => name.toLowerCase());
	return Object.keys(headers).filter((name) => !known.includes(name.toLowerCase()));
}

function textsOf(
	{ name }: ClientName,
	{ operation, path, query, headers }: RequestDraft
): string[] {
	if (operation.includes(`{${name}}`)) return [path[name] || `{${name}}`];
	if (Object.hasOwn(query, name)) return query[name] ?? [];
	const header = Object.keys(headers).find((one) => one.toLowerCase() === name.toLowerCase());
	return header === undefined ? [] : [headers[header] ?? ''];
}

function parameterValue(texts: readonly string[], { type }: ClientName, place: Place): Expression {
	const item = /^\[(.*)\]$/.exec(type)?.[1];
	if (item !== undefined)
		return clientValue(
			{ kind: 'array', items: texts.map((text) => treeOf(text, item)) },
			type,
			place
		);
	if (texts.length > 1) {
		place.findings.refused.push(place.name);
		return 'None';
	}
	const [text = ''] = texts;
	return clientValue(treeOf(text, type), type === 'any' ? 'str' : type, place);
}

// Text that stands for a value of this type; else it stays text, which the type then refuses.
function treeOf(text: string, type: string): JsonTree {
	if (/^(int|float)/.test(type) && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text))
		return { kind: 'number', digits: text };
	if (type === 'bool' && (text === 'true' || text === 'false')) return { kind: 'word', word: text };
	return { kind: 'string', text: text.replace(/\p{Surrogate}/gu, '\ufffd') };
}
