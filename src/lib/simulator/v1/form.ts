import type { Reply } from '#lib/simulator/call.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { parseInstant, type Instant } from '#lib/simulator/time.ts';
import { badRequest, problem } from './reply.ts';

/** Field → what it must be. The type itself was checked against the spec before. */
export type FormSpec = Record<
	string,
	{ required?: boolean; maxLength?: number; notNull?: boolean }
>;

/**
 * What marshmallow says of a body, as the text of its dictionary of errors; undefined when all is well.
 * Order as there: the declared fields, then the unknown ones.
 * @source marshmallow 3 schema.py `_do_load`, fields.py
 */
export function formErrors(form: Record<string, unknown>, spec: FormSpec): string | undefined {
	const errors: Record<string, string[]> = {};
	for (const [name, { required, maxLength, notNull }] of Object.entries(spec)) {
		const value = form[name];
		if (value === undefined) {
			if (required) errors[name] = ['Missing data for required field.'];
		} else if (value === null) {
			if (notNull) errors[name] = ['Field may not be null.'];
		} else if (maxLength !== undefined && String(value).length > maxLength) {
			errors[name] = [`Longer than maximum length ${maxLength}.`];
		}
	}
	for (const name of Object.keys(form)) if (!(name in spec)) errors[name] = ['Unknown field.'];
	return Object.keys(errors).length > 0 ? pythonRepr(errors) : undefined;
}

/** An error of the whole form. */
export const schemaProblem = (text: string) => badRequest(pythonRepr({ _schema: [text] }));

/** Reads a date of a form whose format the spec does not check. */
export function formTime(form: Record<string, unknown>, name: string): Instant | undefined | Reply {
	const text = form[name];
	if (text === undefined || text === null) return undefined;
	const instant = parseInstant(String(text));
	if (!instant) return badRequest(pythonRepr({ [name]: ['Not a valid datetime.'] }));
	return instant.naive
		? problem(400, 'Invalid datetime format', 'Naive datetime is disallowed')
		: instant;
}
