import { isRecord, type Issue } from './readers.ts';

/** A JSON value as Python's `repr` writes it. */
export function repr(value: unknown): string {
	if (value === null || value === undefined) return 'None';
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (typeof value === 'string') return reprText(value);
	if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
	if (!isRecord(value)) return String(value);
	const pairs = Object.entries(value).map(([key, item]) => `${reprText(key)}: ${repr(item)}`);
	return `{${pairs.join(', ')}}`;
}

/** A JSON value as `json.dumps` writes it: spaces after the signs, ASCII only. */
export function dumps(value: unknown, indent = ''): string {
	const pretty = indent !== '';
	const write = (item: unknown, pad: string): string => {
		const deeper = pad + indent;
		const wrap = (open: string, close: string, items: string[]) => {
			if (items.length === 0) return open + close;
			if (!pretty) return `${open}${items.join(', ')}${close}`;
			return `${open}\n${deeper}${items.join(`,\n${deeper}`)}\n${pad}${close}`;
		};
		if (Array.isArray(item))
			return wrap(
				'[',
				']',
				item.map((one) => write(one, deeper))
			);
		if (!isRecord(item)) return ascii(JSON.stringify(item ?? null));
		const pairs = Object.entries(item).map(
			([key, one]) => `${ascii(JSON.stringify(key))}: ${write(one, deeper)}`
		);
		return wrap('{', '}', pairs);
	};
	return write(value, '');
}

/** `repr` of a ValidationError. @source pydantic-core `ValidationError.__repr__` */
export function pydanticReport(model: string, issues: readonly Issue[]): string {
	const head = `${issues.length} validation error${issues.length === 1 ? '' : 's'} for ${model}`;
	const lines = issues.map(({ type, loc, msg, input }) => {
		const facts = `type=${type}, input_value=${repr(input)}, input_type=${typeName(input)}`;
		const link = `For further information visit ${errorLink(type)}`;
		return `${loc.join('.')}\n  ${msg} [${facts}]\n    ${link}`;
	});
	return [head, ...lines].join('\n');
}

export const errorLink = (type: string) => `https://errors.pydantic.dev/2.13/v/${type}`;

function typeName(value: unknown): string {
	if (value === null) return 'NoneType';
	if (Array.isArray(value)) return 'list';
	if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
	return { string: 'str', boolean: 'bool' }[typeof value as 'string'] ?? 'dict';
}

function reprText(text: string): string {
	const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
	const escaped = text
		.replaceAll('\\', '\\\\')
		.replaceAll(quote, `\\${quote}`)
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r')
		.replaceAll('\t', '\\t');
	return quote + escaped + quote;
}

function ascii(text: string): string {
	return text.replace(
		/[^ -~\n\t]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
