import type { Schema } from './operation.ts';

/**
 * A copy of a JSON Schema in which every property carries our text as its description, for the editor's hover
 * and completion. Properties without a text stay as they are.
 */
export function explain(schema: Schema, textOf: (name: string) => string | undefined): Schema {
	return copy(schema) as Schema;

	function copy(value: unknown): unknown {
		if (Array.isArray(value)) return value.map(copy);
		if (typeof value !== 'object' || value === null) return value;
		const entries = Object.entries(value).map(([keyword, part]) => [
			keyword,
			keyword === 'properties' ? described(part as Record<string, unknown>) : copy(part)
		]);
		return Object.fromEntries(entries);
	}

	function described(properties: Record<string, unknown>) {
		const entries = Object.entries(properties).map(([name, property]) => {
			const text = textOf(name);
			const inner = copy(property);
			const isObject = typeof inner === 'object' && inner !== null;
			return [name, text !== undefined && isObject ? { ...inner, description: text } : inner];
		});
		return Object.fromEntries(entries) as Record<string, unknown>;
	}
}
