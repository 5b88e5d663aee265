import { ImportError, placeAt, type Place } from '#lib/import/import-error.ts';
import { parse } from 'lossless-json';

/** Any JSON value under a name. */
export type JsonRecord = Record<string, unknown>;

/** Parses JSON. @throws ImportError with the place, as far as the engine tells it */
export function parseJson(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch {
		throw new ImportError('json-syntax', {}, placeOfError(source));
	}
}

export const isRecord = (value: unknown): value is JsonRecord =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const records = (value: unknown): JsonRecord[] =>
	Array.isArray(value) ? value.filter(isRecord) : [];

/** A text or a number as text; undefined for anything else. */
export function textIn(record: JsonRecord, name: string): string | undefined {
	const value = record[name];
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

// Engines differ in what they tell of the place; this parser always tells it, but is slower.
function placeOfError(source: string): Place | undefined {
	try {
		parse(source);
		return undefined;
	} catch (error) {
		const why = error instanceof Error ? error.message : '';
		const position = /position (\d+)/.exec(why)?.[1];
		return position === undefined ? undefined : placeAt(source, Number(position));
	}
}
