import type { HttpRequest } from '#lib/request/draft.ts';
import type { Snippet } from '#lib/snippets/target.ts';
import type { Arrived } from './recorder.ts';

/** A request by what it means: the path and the query decoded, the body as a value. */
export interface ClientView {
	method: string;
	path: string;
	query: [name: string, value: string][];
	body: unknown;
	headers: Record<string, string[]>;
	authorization: string | undefined;
}

export function clientView(arrived: readonly Arrived[], request: HttpRequest): ClientView[] {
	const names = request.headers.map(([name]) => name.toLowerCase()).sort();
	return arrived.map(({ method, target, headers, body }) => {
		const [path = '', query = ''] = target.split('?');
		const valuesOf = (name: string) =>
			headers.filter(([other]) => other === name).map(([, value]) => value);
		return {
			method,
			path: decodeURIComponent(path),
			query: [...new URLSearchParams(query)].sort(([one], [other]) => (one < other ? -1 : 1)),
			body: body.length === 0 ? null : sorted(JSON.parse(body.toString('utf8'))),
			headers: Object.fromEntries(names.map((name) => [name, valuesOf(name)])),
			authorization: valuesOf('authorization')[0]
		};
	});
}

/** Takes out of both what a warning of the snippet says will differ. */
export function forgiveClient({ warnings }: Snippet, wanted: ClientView[], came: ClientView[]) {
	for (const { id, values } of warnings) {
		const names = values?.names?.split(', ') ?? [];
		const views = [...wanted, ...came];
		if (id.startsWith('dot-segments')) views.forEach((view) => (view.path = ''));
		if (id === 'client-sends-no-login') views.forEach((view) => (view.authorization = undefined));
		if (id.startsWith('header-'))
			for (const { headers } of views) for (const name of names) delete headers[name.toLowerCase()];
		if (id === 'client-loses') {
			for (const view of wanted) {
				view.query = view.query.filter(([name]) => !names.includes(name));
				view.body = names.includes('body') ? null : without(view.body, names);
			}
		}
		if (id === 'client-drops-null')
			for (const view of wanted) view.body = without(view.body, names);
		if (id === 'client-writes-true')
			for (const view of came)
				view.query = view.query.map(([name, value]) => [
					name,
					names.includes(name) ? value.toLowerCase() : value
				]);
		if (id === 'client-adds') for (const view of came) view.body = without(view.body, names);
		if (id === 'client-dates')
			for (const view of views) {
				view.body = withInstants(view.body);
				view.query = view.query.map(([name, value]) => [name, withInstants(value) as string]);
			}
	}
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return entries.map(([name, inner]) => [name, sorted(inner)]);
}

function without(value: unknown, names: readonly string[]): unknown {
	if (!Array.isArray(value)) return value;
	return value
		.filter((entry) => !(Array.isArray(entry) && entry.length === 2 && names.includes(entry[0])))
		.map((entry) => without(entry, names));
}

function withInstants(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withInstants);
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) return value;
	const time = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
	return Number.isNaN(time) ? value : new Date(time).toISOString();
}
