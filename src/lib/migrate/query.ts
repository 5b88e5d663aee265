import type { Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import type { Change } from './change.ts';

const RENAMED: readonly (readonly [v1: string, v2: string, id: string])[] = [
	['execution_date_gte', 'logical_date_gte', 'logical-date'],
	['execution_date_lte', 'logical_date_lte', 'logical-date'],
	['only_active', 'exclude_stale', 'stale'],
	['dataset_id', 'asset_id', 'assets']
];

/** Lists that v1 joins with commas and v2 repeats. @source the specifications: `style: form, explode: false` */
const JOINED = ['tags', 'update_mask', 'fields'];

/** What a list gives when nobody said how many. @source airflow/api_connexion/parameters.py; api_fastapi/common/parameters.py */
const USUAL_LIMIT = { v1: '100', v2: '50' };

/** The query for the other API's operation: renamed, dropped where it has no such parameter, its default limit written out. */
export function migrateQuery(
	draft: RequestDraft,
	from: 'v1' | 'v2',
	target: Operation
): { query: RequestDraft['query']; changes: Change[] } {
	const parameters = target.parameters.filter((one) => one.in === 'query');
	const known = new Set(parameters.map(({ name }) => name));
	const query: RequestDraft['query'] = {};
	const changes: Change[] = [];
	for (const [name, values] of Object.entries(draft.query)) {
		const renamed = RENAMED.find((one) => one[from === 'v1' ? 0 : 1] === name);
		const to = renamed?.[from === 'v1' ? 1 : 0] ?? name;
		if (!known.has(to)) {
			const id = name === 'fields' ? 'no-fields' : 'no-such-parameter';
			changes.push({ what: 'query', id, from: said(name, values) });
			continue;
		}
		const split = JOINED.includes(name) ? values.flatMap((one) => one.split(',')) : values;
		query[to] = split.map((one) => wordOf(name, one, from, target));
		if (to !== name) changes.push({ what: 'query', id: renamed?.[2] ?? 'path', from: name, to });
		else if (split.length !== values.length)
			changes.push({
				what: 'query',
				id: 'repeated',
				from: said(name, values),
				to: split.map((one) => `${name}=${one}`).join('&')
			});
		else if (String(query[to]) !== String(values))
			changes.push({
				what: 'query',
				id: name === 'update_mask' ? 'mask-val' : 'logical-date',
				from: said(name, values),
				to: said(to, query[to] ?? [])
			});
	}
	if (known.has('limit') && draft.query.limit === undefined && target.method === 'GET') {
		query.limit = [USUAL_LIMIT[from]];
		changes.push({ what: 'query', id: 'usual-limit', to: said('limit', query.limit) });
	}
	return { query, changes };
}

/** A value that names a field: what is sorted by, what is changed. */
function wordOf(name: string, word: string, from: 'v1' | 'v2', { key }: Operation): string {
	const [v1, v2] = ['execution_date', 'logical_date'] as const;
	if (name === 'order_by') {
		const field = word.replace(/^-/, '');
		if (field !== (from === 'v1' ? v1 : v2)) return word;
		return word.replace(field, from === 'v1' ? v2 : v1);
	}
	// v1 knows the value of a variable in a mask by its column's name, and by no other.
	if (name === 'update_mask' && key === 'PATCH /variables/{variable_key}') {
		if (word === (from === 'v1' ? 'val' : 'value')) return from === 'v1' ? 'value' : 'val';
	}
	return word;
}

const said = (name: string, values: readonly string[]) => `${name}=${values.join(',')}`;
