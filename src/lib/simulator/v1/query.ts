import type { Call, Reply } from '#lib/simulator/call.ts';
import { describeSchemaError, schemaError } from '#lib/simulator/json-schema.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import { badRequest, problem } from './reply.ts';

export type QueryType =
	'integer' | 'offset' | 'number' | 'boolean' | 'string' | 'date-time' | 'array';

/** Parameter → type; `dag_id_pattern!` is required. */
export type QuerySpec = Record<string, QueryType>;

/** Checked query parameters. What was not sent is undefined. */
export interface Query {
	text(name: string): string | undefined;
	number(name: string): number | undefined;
	flag(name: string): boolean | undefined;
	list(name: string): string[] | undefined;
	/** Milliseconds with the microseconds as a fraction. */
	time(name: string): number | undefined;
}

/**
 * Checks the query. Operations without any parameter, in path or query, take whatever comes.
 * @source connexion 2.14 decorators/parameter.py, decorators/validation.py `ParameterValidator`
 */
export function readQuery(call: Call, spec: QuerySpec | undefined): Query | Reply {
	const known = new Map(
		Object.entries(spec ?? {}).map(([name, type]) => [name.replace('!', ''), type])
	);
	const extra = [...new Set(call.query.keys())].filter((name) => !known.has(name)).sort();
	if (spec && extra.length > 0) {
		return problem(400, null, `Extra query parameter(s) ${extra.join(', ')} not in spec`);
	}
	const values = new Map<string, string | number | boolean | string[]>();
	for (const [name, type] of known) {
		const sent = call.query.getAll(name);
		const last = sent.at(-1);
		if (last === undefined) {
			if (spec && `${name}!` in spec) return badRequest(`Missing query parameter '${name}'`);
			continue;
		}
		const value = type === 'array' ? sent.join(',').split(',') : readValue(type, last);
		if (value === undefined) {
			const wanted = type === 'offset' ? 'integer' : type;
			return badRequest(`Wrong type, expected '${wanted}' for query parameter '${name}'`);
		}
		const schema =
			type === 'offset'
				? { type: 'integer', minimum: 0 }
				: type === 'date-time'
					? { type: 'string', format: 'date-time' }
					: {};
		const error = schemaError(schema, value);
		if (error) return badRequest(describeSchemaError(error));
		values.set(name, value);
	}
	const get = <Value>(name: string) => values.get(name) as Value | undefined;
	return {
		text: (name) => get<string>(name),
		number: (name) => get<number>(name),
		flag: (name) => get<boolean>(name),
		list: (name) => get<string[]>(name),
		time(name) {
			const instant = parseInstant(get<string>(name) ?? '');
			return instant && instant.ms + instant.micros / 1000;
		}
	};
}

function readValue(type: QueryType, text: string): string | number | boolean | undefined {
	switch (type) {
		case 'integer':
		case 'offset':
			return /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;
		case 'number':
			return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
		case 'boolean':
			return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined;
		default:
			return text;
	}
}
