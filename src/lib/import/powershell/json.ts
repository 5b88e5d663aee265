import { asText, type PsValue } from './value.ts';

/**
 * What `ConvertTo-Json -Compress` makes of a value.
 * @source Microsoft, "ConvertTo-Json"
 */
export function psJson(value: PsValue): string {
	if (value.kind === 'list') return `[${value.items.map(psJson).join(',')}]`;
	if (value.kind === 'constant') return String(value.value);
	if (value.kind === 'number') return value.text;
	if (value.kind !== 'table') return JSON.stringify(asText(value).text);
	const entries = value.entries.map(([key, inner]) => `${JSON.stringify(key)}:${psJson(inner)}`);
	return `{${entries.join(',')}}`;
}
