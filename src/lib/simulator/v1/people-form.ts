import { pythonRepr } from '#lib/simulator/python-repr.ts';

/** Field → what it must be; the type itself was checked against the spec before. */
export type PeopleForm = { [field: string]: PeopleField };

export interface PeopleField {
	required?: boolean;
	maxLength?: number;
	/** A list of forms. */
	items?: PeopleForm;
	/** A form of its own. */
	fields?: PeopleForm;
}

type Errors = Map<string | number, unknown>;

/**
 * What marshmallow says of a form with forms inside, as Python prints it; undefined when all is well.
 * @source marshmallow 3 schema.py `_do_load`, fields.py `Nested`, `List`
 */
export function peopleErrors(form: unknown, spec: PeopleForm): string | undefined {
	const errors = errorsOf(form as Record<string, unknown>, spec);
	return errors.size > 0 ? pythonRepr(errors) : undefined;
}

function errorsOf(form: Record<string, unknown>, spec: PeopleForm): Errors {
	const errors: Errors = new Map();
	for (const [name, field] of Object.entries(spec)) {
		const error = name in form ? errorOf(form[name], field) : undefined;
		if (error !== undefined) errors.set(name, error);
		else if (field.required && !(name in form)) {
			errors.set(name, ['Missing data for required field.']);
		}
	}
	for (const name of Object.keys(form)) {
		if (!Object.hasOwn(spec, name)) errors.set(name, ['Unknown field.']);
	}
	return errors;
}

function errorOf(value: unknown, { maxLength, items, fields }: PeopleField): unknown {
	if (value === null) return ['Field may not be null.'];
	if (maxLength !== undefined && String(value).length > maxLength) {
		return [`Longer than maximum length ${maxLength}.`];
	}
	if (items) {
		const errors: Errors = new Map();
		for (const [index, item] of (value as unknown[]).entries()) {
			const error = errorOf(item, { fields: items });
			if (error !== undefined) errors.set(index, error);
		}
		return errors.size > 0 ? errors : undefined;
	}
	if (!fields) return undefined;
	const errors = errorsOf(value as Record<string, unknown>, fields);
	return errors.size > 0 ? errors : undefined;
}
