import type { FieldModel } from './field.ts';

export type IssueId =
	| 'required'
	| 'not-integer'
	| 'not-number'
	| 'not-boolean'
	| 'too-small'
	| 'too-large'
	| 'not-in-enum'
	| 'not-date-time'
	| 'not-date'
	| 'no-zone'
	| 'too-short'
	| 'too-long'
	| 'pattern';

/** What is wrong with a value: the id picks the sentence, the values fill it. */
export interface Issue {
	id: IssueId;
	values?: Record<string, string>;
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(.*)$/;
const ZONE = /^ ?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)$/;

/** The first thing wrong with the text of a field (of one item, for a list); empty text is only ever `required`. */
export function checkValue(field: FieldModel, text: string): Issue | undefined {
	if (text === '') return field.required ? { id: 'required' } : undefined;
	switch (field.kind) {
		case 'integer':
			return /^[+-]?\d+$/.test(text) ? checkBounds(field, Number(text)) : { id: 'not-integer' };
		case 'number':
			return isNumber(text) ? checkBounds(field, Number(text)) : { id: 'not-number' };
		case 'boolean':
			return /^(true|false)$/i.test(text) ? undefined : { id: 'not-boolean' };
		case 'enum':
			return checkEnum(field.enumValues ?? [], text);
		case 'date-time':
			return checkDateTime(text);
		case 'date':
			return isDate(text) ? undefined : { id: 'not-date' };
		case 'list':
			return field.items && checkValue(field.items, text);
		case 'text':
			return checkText(field, text);
		default:
			return undefined;
	}
}

function checkBounds({ minimum, maximum }: FieldModel, value: number): Issue | undefined {
	if (minimum !== undefined && value < minimum) return issue('too-small', { minimum });
	if (maximum !== undefined && value > maximum) return issue('too-large', { maximum });
	return undefined;
}

function checkEnum(values: readonly string[], text: string): Issue | undefined {
	return values.includes(text) ? undefined : issue('not-in-enum', { values: values.join(', ') });
}

function checkDateTime(text: string): Issue | undefined {
	const [, date = '', hours, minutes, seconds, zone = ''] = DATE_TIME.exec(text) ?? [];
	const isInDay = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds ?? 0) < 60;
	if (!isDate(date) || !isInDay) return { id: 'not-date-time' };
	if (zone === '') return { id: 'no-zone' };
	return ZONE.test(zone) ? undefined : { id: 'not-date-time' };
}

// Lengths count characters, as JSON Schema does, not UTF-16 units.
function checkText({ minLength, maxLength, pattern }: FieldModel, text: string): Issue | undefined {
	const length = [...text].length;
	if (minLength !== undefined && length < minLength) return issue('too-short', { minLength });
	if (maxLength !== undefined && length > maxLength) return issue('too-long', { maxLength });
	if (pattern !== undefined && patternOf(pattern)?.test(text) === false) {
		return issue('pattern', { pattern });
	}
	return undefined;
}

// The pattern was written for Python: one that JavaScript cannot read is left to the server.
function patternOf(pattern: string): RegExp | undefined {
	try {
		return new RegExp(pattern, 'u');
	} catch {
		return undefined;
	}
}

function isNumber(text: string): boolean {
	return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
}

function isDate(text: string): boolean {
	const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
	if (year === undefined || month === undefined || day === undefined) return false;
	const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
	return month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
}

function issue(id: IssueId, values: Record<string, string | number>): Issue {
	return {
		id,
		values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))
	};
}
