/** A piece of Python: text, or brackets with items that go one a line when they do not fit on one. */
export type Expression = string | Bracketed;

export interface Bracketed {
	/** What opens it, with the name before it: `{`, `requests.get(`. */
	open: string;
	items: readonly Item[];
	close: string;
	/** Adjacent string literals, which Python joins: no commas between them. */
	isText?: boolean;
}

/** One item and what stands before its value: `headers=`, `'conf': `. */
export interface Item {
	before: string;
	value: Expression;
}

/** As {@link SnippetOptions.lines}. */
export type Lines = 'fit' | 'one' | 'many';

/** A call or another bracketed expression of items that may be named. */
export function brackets(
	open: string,
	items: readonly (Expression | readonly [before: string, value: Expression])[],
	close = ')'
): Bracketed {
	const isNamed = (item: (typeof items)[number]): item is readonly [string, Expression] =>
		Array.isArray(item);
	return {
		open,
		items: items.map((item) =>
			isNamed(item) ? { before: item[0], value: item[1] } : { before: '', value: item }
		),
		close
	};
}

/** The expression as code that begins after `before` and is indented by `indent`; one line where that fits. */
export function layOut(
	expression: Expression,
	{ before = '', indent = '', lines = 'fit' as Lines } = {}
): string {
	if (typeof expression === 'string') return before + expression;
	const { open, items, close, isText = false } = expression;
	const line = before + oneLine(expression);
	if (items.length === 0 || lines === 'one') return line;
	const breaks = lines === 'many' || isText || holdsText(expression);
	if (!breaks && indent.length + line.length <= WIDTH) return line;

	const deeper = `${indent}    `;
	const comma = isText ? '' : ',';
	const rows = items.map(
		(item) => deeper + layOut(item.value, { before: item.before, indent: deeper }) + comma
	);
	return `${before}${open}\n${rows.join('\n')}\n${indent}${close}`;
}

const WIDTH = 88;

function oneLine(expression: Expression): string {
	if (typeof expression === 'string') return expression;
	const { open, items, close, isText } = expression;
	const parts = items.map(({ before, value }) => before + oneLine(value));
	return open + parts.join(isText ? ' ' : ', ') + close;
}

function holdsText(expression: Expression): boolean {
	if (typeof expression === 'string') return false;
	return expression.isText === true || expression.items.some(({ value }) => holdsText(value));
}
