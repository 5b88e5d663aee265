import type { SharedRequest } from './link.ts';

/**
 * A shared request as readable fields: `try=2&api=v2&op=POST/dags/:dag_id/dagRuns&p.dag_id=nightly_sales&body=…`.
 * Repeated `q.name` keeps the order of values; `h.` are headers.
 */
export function writeFields({ api, draft, ...rest }: SharedRequest): string {
	const pairs: [string, string][] = [
		['try', '2'],
		['api', api],
		['op', shortKey(draft.operation)],
		...Object.entries(draft.path).map(([name, value]): [string, string] => [`p.${name}`, value]),
		...Object.entries(draft.query).flatMap(([name, values]) =>
			values.map((value): [string, string] => [`q.${name}`, value])
		),
		...Object.entries(draft.headers).map(([name, value]): [string, string] => [`h.${name}`, value]),
		...(draft.body === undefined ? [] : [['body', draft.body] as [string, string]]),
		...(draft.contentType === undefined || draft.contentType === 'application/json'
			? []
			: [['type', draft.contentType] as [string, string]]),
		...Object.entries(rest).map(([name, value]): [string, string] => [name, value])
	];
	return pairs.map(([name, value]) => `${escape(name)}=${escape(value)}`).join('&');
}

/** The fields again, unchecked; {@link writeFields} the other way round. */
export function readFields(text: string): Record<string, unknown> {
	const path: Record<string, string> = {};
	const headers: Record<string, string> = {};
	const query: Record<string, string[]> = {};
	const plain: Record<string, string> = {};
	for (const pair of text.split('&')) {
		const equals = pair.indexOf('=');
		const name = unescape(pair.slice(0, equals));
		const value = unescape(pair.slice(equals + 1));
		const inner = name.slice(2);
		if (name.startsWith('p.')) set(path, inner, value);
		else if (name.startsWith('h.')) set(headers, inner, value);
		else if (name.startsWith('q.'))
			set(query, inner, [...(Object.hasOwn(query, inner) ? (query[inner] ?? []) : []), value]);
		else if (PLAIN.has(name)) plain[name] = value;
	}
	const { op = '', body, type, ...rest } = plain;
	return {
		...rest,
		operation: longKey(op),
		path,
		query,
		headers,
		...(body === undefined ? {} : { body, contentType: type ?? 'application/json' }),
		...(body === undefined && type !== undefined ? { contentType: type } : {})
	};
}

const PLAIN = new Set(['api', 'op', 'body', 'type', 'code', 'view', 'note', 'scenario']);

// `__proto__` is a name like any other.
function set<Value>(record: Record<string, Value>, name: string, value: Value): void {
	Object.defineProperty(record, name, {
		value,
		enumerable: true,
		configurable: true,
		writable: true
	});
}

// `POST /dags/{dag_id}` reads `POST/dags/:dag_id` in an address; what does not come back from that stays whole.
function shortKey(key: string): string {
	const short = key.replace(' ', '').replaceAll(/\/\{(\w+)\}(?=\/|$)/g, '/:$1');
	return longKey(short) === key ? short : key;
}

function longKey(short: string): string {
	if (short.includes(' ')) return short;
	const [, method, path] = /^([A-Z]+)(\/.*)$/.exec(short) ?? [];
	if (method === undefined || path === undefined) return short;
	return `${method} ${path.replaceAll(/\/:(\w+)/g, '/{$1}')}`;
}

// Beyond letters and digits, only what neither an address bar, a chat nor Markdown takes for an end.
function escape(text: string): string {
	return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
		.replaceAll(/%(2F|3A|2C|40)/g, (code) => decodeURIComponent(code))
		.replaceAll('%20', '+')
		.replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function unescape(text: string): string {
	return decodeURIComponent(text.replaceAll('+', '%20'));
}
