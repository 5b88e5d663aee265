import { isMap, LineCounter, parseDocument } from 'yaml';

/** What is wrong with a document the learner brought; `id` picks the sentence. */
export interface SpecIssue {
	id:
		| 'empty'
		| 'web-page'
		| 'syntax'
		| 'not-openapi'
		| 'foreign-reference'
		| 'broken-reference'
		| 'fetch-failed'
		| 'fetch-refused'
		| 'too-large'
		| 'unreadable';
	values?: Record<string, string>;
}

export type ReadDocument = { document: unknown } | { issue: SpecIssue };

/** Parses JSON or YAML; an issue names the line and column. */
export function readDocument(text: string): ReadDocument {
	if (text.trim() === '') return { issue: { id: 'empty' } };
	if (/^\s*<(!doctype|html|\?xml)/i.test(text)) return { issue: { id: 'web-page' } };
	try {
		// By far the fastest, and what servers send; YAML's reader is asked when it fails, for the line.
		return checked(JSON.parse(text));
	} catch {
		return readYaml(text);
	}
}

/** The first reference that leads out of the document; such documents must be bundled into one first. */
export function foreignReference(document: unknown): string | undefined {
	const seen = new Set<unknown>();
	const stack: unknown[] = [document];
	while (stack.length > 0) {
		const value = stack.pop();
		if (typeof value !== 'object' || value === null || seen.has(value)) continue;
		seen.add(value);
		const reference = (value as { $ref?: unknown }).$ref;
		if (typeof reference === 'string' && !reference.startsWith('#')) return reference;
		stack.push(...Object.values(value));
	}
	return undefined;
}

function readYaml(text: string): ReadDocument {
	const lines = new LineCounter();
	const parsed = parseDocument(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
	const [error] = parsed.errors;
	if (error) {
		const { line, col } = lines.linePos(error.pos[0]);
		const why = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
		return { issue: { id: 'syntax', values: { line: String(line), column: String(col), why } } };
	}
	// Every text is YAML of some kind; only a mapping can be a specification.
	if (!isMap(parsed.contents)) return { issue: { id: 'not-openapi' } };
	return checked(parsed.toJS({ maxAliasCount: 10_000 }));
}

function checked(document: unknown): ReadDocument {
	const root = document as { openapi?: unknown; swagger?: unknown; paths?: unknown } | null;
	const isSpec =
		typeof root === 'object' &&
		root !== null &&
		(typeof root.openapi === 'string' || root.swagger === '2.0') &&
		typeof root.paths === 'object';
	return isSpec ? { document } : { issue: { id: 'not-openapi' } };
}
