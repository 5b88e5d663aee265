import { pythonValue } from './python-json.ts';
import { pythonString, pythonText } from './python-literal.ts';
import type { Expression } from './python-layout.ts';
import type { JsonTree } from './json-tree.ts';

/** True for a text that Airflow would not hand on as it is when it renders a templated field. */
export function isTemplate(text: string): boolean {
	return text.search(ACTS) >= 0;
}

/**
 * A text as a Jinja template that renders to just that text.
 * @source Jinja, "Whitespace Control": one newline at the end goes, `\r` and `\r\n` become `\n`; "Escaping"
 */
export function jinjaText(text: string): string {
	return text.replace(ACTS, (char) => `{{ '${NAMED[char] ?? char}' }}`);
}

/** The template as a Python literal. */
export function jinjaString(text: string): string {
	return pythonString(jinjaText(text));
}

/** The template as a Python expression, of many lines one a line. */
export function jinjaLines(text: string): Expression {
	return pythonText(jinjaText(text));
}

/** A JSON value as a Python literal whose texts are templates; Airflow does not render keys. */
export function jinjaValue(tree: JsonTree): Expression {
	return pythonValue(mapTexts(tree));
}

/** True when a text in the value, at any depth, would be rendered. */
export function holdsTemplate(tree: JsonTree): boolean {
	if (tree.kind === 'string') return isTemplate(tree.text);
	if (tree.kind === 'array') return tree.items.some(holdsTemplate);
	return tree.kind === 'object' && tree.entries.some(([, value]) => holdsTemplate(value));
}

// A brace that begins something, also together with the braces put in here.
const ACTS = /\{(?=[{%#\r]|\n$)|\r|\n$/g;
const NAMED: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n' };

function mapTexts(tree: JsonTree): JsonTree {
	if (tree.kind === 'string') return { kind: 'string', text: jinjaText(tree.text) };
	if (tree.kind === 'array') return { kind: 'array', items: tree.items.map(mapTexts) };
	if (tree.kind !== 'object') return tree;
	return {
		kind: 'object',
		entries: tree.entries.map(([key, value]) => [key, mapTexts(value)] as const)
	};
}
