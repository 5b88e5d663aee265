import { fail, isRecord, type Issue, type Loc, type Outcome, type Reader } from './readers.ts';

export interface Field<Value> {
	read: Reader<Value>;
	/** What an absent field is; a field without it is required. */
	otherwise?: () => Value;
	/** The field's other name on the wire. */
	alias?: string;
}

export type Fields = Record<string, Field<unknown>>;
export type Values<F extends Fields> = {
	[Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

/** A request body as it was understood, and which of its fields the caller wrote. */
export interface Body<F extends Fields> {
	values: Values<F>;
	given: ReadonlySet<string>;
}

export interface Model<F extends Fields> {
	fields: F;
	/** What the fields do not name is passed over instead of refused. */
	ignoresMore?: true;
	/** Rules over the whole body, in Pydantic's words; before and after the fields are read. */
	before?: (raw: Record<string, unknown>) => string | undefined;
	after?: (values: Values<F>) => string | undefined;
}

export const required = <Value>(read: Reader<Value>): Field<Value> => ({ read });

export const optional = <Value>(read: Reader<Value>, otherwise: Value): Field<Value> => ({
	read,
	otherwise: () => otherwise
});

/**
 * Reads a body strictly: what the model does not name is refused.
 * @source airflow/api_fastapi/core_api/base.py `StrictBaseModel`
 */
export function readModel<F extends Fields>(
	model: Model<F>,
	raw: unknown,
	loc: Loc = ['body']
): Outcome<Body<F>> {
	if (!isRecord(raw)) {
		const msg = 'Input should be a valid dictionary or object to extract fields from';
		return fail('model_attributes_type', loc, msg, raw);
	}
	const early = model.before?.(raw);
	if (early !== undefined) return valueError(early, loc, raw);

	const issues: Issue[] = [];
	const values: Record<string, unknown> = {};
	const given = new Set<string>();
	const known = new Set<string>();
	for (const [name, field] of Object.entries(model.fields)) {
		const written = [name, field.alias ?? name].find((word) => Object.hasOwn(raw, word));
		known.add(name).add(field.alias ?? name);
		if (written === undefined) {
			if (field.otherwise) values[name] = field.otherwise();
			else issues.push(missing([...loc, name], raw));
			continue;
		}
		given.add(name);
		const read = field.read(raw[written], [...loc, written]);
		if ('value' in read) values[name] = read.value;
		else issues.push(...read.issues);
	}
	for (const name of Object.keys(raw)) {
		if (known.has(name) || model.ignoresMore) continue;
		const msg = 'Extra inputs are not permitted';
		issues.push(...fail('extra_forbidden', [...loc, name], msg, raw[name]).issues);
	}
	if (issues.length > 0) return { issues };
	const late = model.after?.(values as Values<F>);
	if (late !== undefined) return valueError(late, loc, raw);
	return { value: { values: values as Values<F>, given } };
}

export const missing = (loc: Loc, input: unknown): Issue => ({
	type: 'missing',
	loc,
	msg: 'Field required',
	input
});

export function valueError(text: string, loc: Loc, input: unknown): { issues: Issue[] } {
	return fail('value_error', loc, `Value error, ${text}`, input, { error: {} });
}
