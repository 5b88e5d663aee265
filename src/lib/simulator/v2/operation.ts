import type { Call, Handler, Reply } from '#lib/simulator/call.ts';
import { numberOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';
import {
	missing,
	readModel,
	type Body,
	type Field,
	type Fields,
	type Model,
	type Values
} from './model.ts';
import type { Issue } from './readers.ts';
import { unprocessable } from './reply.ts';

/** A query parameter; `many` collects its repetitions into a list. */
export type QueryField<Value> = Field<Value> & { many?: boolean };
type QueryFields = Record<string, QueryField<unknown>>;

interface Shape<P extends Fields, Q extends QueryFields, B extends Fields> {
	path?: P;
	query?: Q;
	body?: Model<B>;
	/** What a dependency of Airflow's refuses by itself: said before, and instead of, all that is wrong with the rest. */
	first?(world: World, call: Call): Reply | undefined;
}

export interface Input<P extends Fields, Q extends QueryFields, B extends Fields> {
	path: Values<P>;
	query: Values<Q>;
	body: Body<B>;
}

/**
 * A handler that sees its parameters and its body read and checked; what is wrong with them is answered
 * in one 422, path first, then query, then body.
 * @source fastapi/dependencies/utils.py `solve_dependencies`
 */
export function operation<
	P extends Fields = Record<never, never>,
	Q extends QueryFields = Record<never, never>,
	B extends Fields = Record<never, never>
>(
	shape: Shape<P, Q, B>,
	handle: (world: World, call: Call, input: Input<P, Q, B>) => Reply
): Handler {
	return (world, call) => {
		const refusal = shape.first?.(world, call);
		if (refusal) return refusal;
		const issues: Issue[] = [];
		const path: Record<string, unknown> = {};
		for (const [name, field] of Object.entries(shape.path ?? {})) {
			const read = field.read(call.param(name), ['path', name]);
			if ('value' in read) path[name] = read.value;
			else issues.push(...read.issues);
		}
		const query = readQuery(shape.query ?? {}, call.query, issues);
		let body: Body<B> = { values: {} as Values<B>, given: new Set() };
		if (shape.body) {
			if (call.body === undefined || call.body === null) issues.push(missing(['body'], null));
			else {
				const read = readModel(shape.body, call.body);
				if ('value' in read) body = read.value;
				else issues.push(...read.issues);
			}
		}
		if (issues.length > 0) return unprocessable(issues);
		shorten(world, call, query);
		return handle(world, call, { path: path as Values<P>, query: query as Values<Q>, body });
	};
}

/**
 * A page is as long as the settings say when nobody asked, and never longer than their maximum. Lists
 * asked for with a body are as long as they like.
 * @source `LimitFilter.depends` in airflow/api_fastapi/common/parameters.py
 */
function shorten(world: World, { query }: Call, values: Record<string, unknown>): void {
	if (typeof values['limit'] !== 'number') return;
	const usual = query.has('limit') ? undefined : numberOf(world, 'api', 'fallback_page_limit');
	const longest = numberOf(world, 'api', 'maximum_page_limit') ?? Infinity;
	values['limit'] = Math.min(usual ?? values['limit'], longest);
}

function readQuery(fields: QueryFields, query: URLSearchParams, issues: Issue[]) {
	const values: Record<string, unknown> = {};
	for (const [name, field] of Object.entries(fields)) {
		const written = query.getAll(name);
		if (written.length === 0) {
			if (field.otherwise) values[name] = field.otherwise();
			else issues.push(missing(['query', name], null));
			continue;
		}
		const read = field.read(field.many ? written : written.at(-1), ['query', name]);
		if ('value' in read) values[name] = read.value;
		else issues.push(...read.issues);
	}
	return values;
}
