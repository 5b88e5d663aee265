import { asPyText, type PyArguments, type PyValue } from './value.ts';

/** How `json.dumps` lays text out. */
interface Layout {
	item: string;
	key: string;
	indent: string;
	isAscii: boolean;
	sorts: boolean;
}

const PLAIN: Layout = { item: ', ', key: ': ', indent: '', isAscii: true, sorts: false };

/** What httpx makes of `json=`. @source httpx 0.28, _content.py, encode_json */
export const COMPACT: Layout = { ...PLAIN, item: ',', key: ':', isAscii: false };

/**
 * What `json.dumps` writes for a value, byte for byte.
 * @source CPython Lib/json/encoder.py
 */
export function dumps(value: PyValue, layout: Layout = PLAIN): string {
	return written(value, layout, '\n');
}

/** The layout that the arguments of a `json.dumps` call ask for. */
export function layoutOf({ named }: PyArguments): Layout {
	const indent = named.get('indent');
	const width = indent?.kind === 'number' ? ' '.repeat(Number(indent.digits)) : undefined;
	const step = indent?.kind === 'text' ? indent.text : (width ?? '');
	const isTrue = (name: string, otherwise: boolean) => {
		const given = named.get(name);
		return given?.kind === 'constant' ? given.value === true : otherwise;
	};
	const separators = named.get('separators');
	const [item, key] =
		separators?.kind === 'list' ? separators.items.map((one) => asPyText(one).text) : [];
	return {
		item: item ?? (step === '' ? ', ' : ','),
		key: key ?? ': ',
		indent: step,
		isAscii: isTrue('ensure_ascii', true),
		sorts: isTrue('sort_keys', false)
	};
}

function written(value: PyValue, layout: Layout, margin: string): string {
	if (value.kind === 'number') return value.digits;
	if (value.kind === 'constant') return String(value.value);
	if (value.kind !== 'list' && value.kind !== 'dict') return quoted(asPyText(value).text, layout);
	const isList = value.kind === 'list';
	const deeper = layout.indent === '' ? '' : margin + layout.indent;
	const parts = isList
		? value.items.map((item) => written(item, layout, deeper))
		: entriesOf(value.entries, layout).map(
				([key, inner]) => quoted(key, layout) + layout.key + written(inner, layout, deeper)
			);
	const [open, close] = isList ? '[]' : '{}';
	if (parts.length === 0) return `${open}${close}`;
	const end = layout.indent === '' ? '' : margin;
	return open + deeper + parts.join(layout.item + deeper) + end + close;
}

// A key that comes twice keeps its first place and its last value.
function entriesOf(
	entries: readonly (readonly [key: PyValue, value: PyValue])[],
	{ sorts }: Layout
): [string, PyValue][] {
	const unique = new Map<string, PyValue>();
	for (const [key, value] of entries) unique.set(keyText(key), value);
	const all = [...unique];
	return sorts ? all.sort(([a], [b]) => (a < b ? -1 : 1)) : all;
}

function keyText(key: PyValue): string {
	if (key.kind === 'constant') return String(key.value);
	return asPyText(key).text;
}

function quoted(text: string, { isAscii }: Layout): string {
	const json = JSON.stringify(text);
	if (!isAscii) return json;
	return json.replace(
		/[^ -~]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
