import type { Header, HttpRequest, OperationWire, ParameterWire, RequestDraft } from './draft.ts';

const DEFAULT_CONTENT_TYPE = 'application/json';
const PLACEHOLDER = /\{([^{}]*)\}/g;
const DELIMITERS = { spaceDelimited: '%20', pipeDelimited: '%7C' } as const;

/**
 * The draft as it goes out. Everything but RFC 3986's unreserved characters is percent-encoded, so that any text a
 * learner types arrives as typed; a path parameter that is not filled stays as `%7Bname%7D`.
 * @source RFC 3986, sections 2.3 and 3.3; OpenAPI 3.1, "Style Values"
 */
export function encodeRequest(
	wire: OperationWire,
	draft: RequestDraft,
	baseUrl: string
): HttpRequest {
	const { body } = draft;
	const headers: Header[] = encodeHeaders(wire, draft);
	if (body === undefined)
		return { method: wire.method, url: encodeUrl(wire, draft, baseUrl), headers };

	const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
	if (!hasType) headers.push(['Content-Type', draft.contentType ?? DEFAULT_CONTENT_TYPE]);
	return { method: wire.method, url: encodeUrl(wire, draft, baseUrl), headers, body };
}

/**
 * Names of the path parameters that have no value that can be sent, in the path's order: none yet, or one that makes
 * the whole segment `.` or `..`, which every URL parser takes for a step in the path even when percent-encoded.
 * @source WHATWG URL, "single-dot URL path segment", "double-dot URL path segment"
 */
export function missingPathParameters(wire: OperationWire, draft: RequestDraft): string[] {
	const names = wire.path.split('/').flatMap((segment) => {
		const inSegment = [...segment.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
		return isDots(fillSegment(segment, draft))
			? inSegment
			: inSegment.filter((name) => !valueOf(draft.path, name));
	});
	return [...new Set(names)];
}

/** Percent-encodes all but unreserved characters; a lone surrogate becomes U+FFFD. */
export function percentEncode(text: string): string {
	return encodeURIComponent(wellFormed(text)).replace(
		/[!'()*]/g,
		(mark) => '%' + mark.charCodeAt(0).toString(16).toUpperCase()
	);
}

function encodeUrl(wire: OperationWire, draft: RequestDraft, baseUrl: string): string {
	const pairs = encodeQuery(wire, draft);
	const query = pairs.length > 0 ? '?' + pairs.join('&') : '';
	return baseUrl.replace(/[?#].*$/s, '').replace(/\/+$/, '') + encodePath(wire, draft) + query;
}

function encodePath(wire: OperationWire, draft: RequestDraft): string {
	return wire.path
		.split('/')
		.map((segment) => {
			const filled = fillSegment(segment, draft);
			return segment !== filled && isDots(filled) ? filled.replaceAll('.', '%2E') : filled;
		})
		.join('/');
}

function fillSegment(segment: string, draft: RequestDraft): string {
	return segment.replace(PLACEHOLDER, (placeholder, name: string) =>
		percentEncode(valueOf(draft.path, name) || placeholder)
	);
}

function isDots(segment: string): boolean {
	return segment === '.' || segment === '..';
}

function encodeQuery(wire: OperationWire, draft: RequestDraft): string[] {
	const known = wire.parameters.filter((parameter) => parameter.in === 'query');
	const names = new Set(known.map(({ name }) => name));
	const extra = Object.keys(draft.query)
		.filter((name) => !names.has(name))
		.map((name): ParameterWire => ({ name, in: 'query', style: 'form', explode: true }));
	return [...known, ...extra].flatMap((parameter) =>
		encodeParameter(parameter, valueOf(draft.query, parameter.name) ?? [])
	);
}

function encodeParameter({ name, style, explode }: ParameterWire, values: string[]): string[] {
	if (values.length === 0) return [];
	if (style === 'deepObject') return values.flatMap((value) => encodeDeepObject(name, value));
	const encoded = values.map(percentEncode);
	const key = percentEncode(name);
	if (explode) return encoded.map((value) => `${key}=${value}`);
	const delimiter = style === 'form' || style === 'simple' ? ',' : DELIMITERS[style];
	return [`${key}=${encoded.join(delimiter)}`];
}

/** The value of a deepObject parameter is a JSON object's text; anything else goes out as it is. */
function encodeDeepObject(name: string, text: string): string[] {
	const fields = Object.entries(parseObject(text) ?? {});
	if (fields.length === 0) return [`${percentEncode(name)}=${percentEncode(text)}`];
	return fields.map(([field, value]) => {
		const plain = typeof value === 'string' ? value : JSON.stringify(value);
		return `${percentEncode(name)}[${percentEncode(field)}]=${percentEncode(plain)}`;
	});
}

function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
		return isObject ? (value as Record<string, unknown>) : undefined;
	} catch {
		// Half-typed text is the learner's to finish, and is sent as it stands.
		return undefined;
	}
}

function encodeHeaders(wire: OperationWire, draft: RequestDraft): Header[] {
	const known = wire.parameters.filter((parameter) => parameter.in === 'header');
	const order = new Set([...known.map(({ name }) => name), ...Object.keys(draft.headers)]);
	return [...order].flatMap((name): Header[] => {
		const value = valueOf(draft.headers, name);
		return value === undefined ? [] : [[name, value]];
	});
}

// A parameter may be called `constructor`; a record's inherited names are not values.
function valueOf<Value>(record: Record<string, Value>, name: string): Value | undefined {
	return Object.hasOwn(record, name) ? record[name] : undefined;
}

function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
