import type { Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { sentRequest } from '#lib/snippets/sent-request.ts';
import type { ImportedRequest, ImportWarning } from './imported.ts';
import { decodedText, sameMeaning, splitAddress, type Address } from './match-address.ts';

/** A request found in a document, as the form shows it. */
export interface Match {
	operation: Operation;
	draft: RequestDraft;
	/** Scheme, host and sub-path: what the operation's own path was appended to. */
	baseUrl: string;
	/** Whether the draft goes out as the very same address; if not, a warning says how it differs. */
	isExact: boolean;
	warnings: ImportWarning[];
}

/**
 * The operation that a request calls, with its path, query and body in a draft. Whatever stands before the operation's
 * own path is taken for the server, unless `serverBase` says where that ends.
 */
export function matchOperation(
	operations: readonly Operation[],
	request: ImportedRequest,
	serverBase?: string
): Match | undefined {
	const address = splitAddress(request.url);
	const found = findOperation(operations, request.method, address, serverBase);
	if (!found) return undefined;
	const { operation, path, prefix } = found;
	const warnings: ImportWarning[] = [];
	const draft: RequestDraft = {
		operation: operation.key,
		path,
		query: queryOf(operation, address.query),
		...contentOf(request, warnings)
	};
	const baseUrl = address.origin + prefix;
	const written = encodeRequest(operation, draft, baseUrl).url;
	const url = request.url.replace(/#.*$/s, '');
	const isExact = written === url;
	if (!isExact) {
		const id = sameMeaning(written, url) ? 'url-rewritten' : 'url-changed';
		warnings.push({ id, values: { from: url, to: written } });
	}
	return { operation, draft, baseUrl, isExact, warnings };
}

/** Which of Airflow's two APIs an address belongs to. */
export function apiInAddress(url: string): 'v1' | 'v2' | undefined {
	const version = /\/api\/(v1|v2)(?=[/?#]|$)/.exec(splitAddress(url).path)?.[1];
	return version === 'v1' || version === 'v2' ? version : undefined;
}

interface Found {
	operation: Operation;
	path: Record<string, string>;
	prefix: string;
}

function findOperation(
	operations: readonly Operation[],
	method: string,
	{ origin, path }: Address,
	serverBase: string | undefined
): Found | undefined {
	const base = serverBase?.replace(/\/+$/, '');
	const isUnder = base !== undefined && (origin + path).startsWith(`${base}/`);
	const prefix = isUnder ? base.slice(origin.length) : undefined;
	const candidates = operations.filter((operation) => operation.method === method.toUpperCase());
	const paths = [path, ...(/[^/]\/$/.test(path) ? [path.slice(0, -1)] : [])];
	// A key may hold slashes that a client left as they are.
	for (const takesRest of [false, true]) {
		for (const one of paths) {
			const found = candidates
				.flatMap((operation) => fit(operation, one, prefix, takesRest) ?? [])
				.sort((a, b) => rank(b.operation) - rank(a.operation));
			if (found[0]) return found[0];
		}
	}
	return undefined;
}

// The longest path that fits says most; among equals the one that leaves less open.
function rank({ path }: Operation): number {
	const segments = path.split('/');
	return segments.length * 1000 + segments.filter((segment) => !segment.includes('{')).length;
}

function fit(
	operation: Operation,
	path: string,
	prefix: string | undefined,
	takesRest: boolean
): Found | undefined {
	const pattern = operation.path.split('/').slice(1);
	const segments = path.split('/').slice(1);
	const isOpen = takesRest && /^\{\w*key\}$/.test(pattern.at(-1) ?? '');
	const first = isOpen ? prefixLength(pattern, segments) : segments.length - pattern.length;
	if (first < 0 || (takesRest && !isOpen)) return undefined;
	const before = segments
		.slice(0, first)
		.map((segment) => `/${segment}`)
		.join('');
	if (prefix !== undefined && before !== prefix) return undefined;
	const values: Record<string, string> = {};
	for (const [i, wanted] of pattern.entries()) {
		const isLast = i === pattern.length - 1;
		const segment =
			isOpen && isLast ? segments.slice(first + i).join('/') : (segments[first + i] ?? '');
		if (!fitSegment(wanted, segment, values)) return undefined;
	}
	return { operation, path: values, prefix: before };
}

function prefixLength(pattern: readonly string[], segments: readonly string[]): number {
	const literal = pattern[0] ?? '';
	const at = segments.indexOf(literal);
	return segments.length - at > pattern.length ? at : -1;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

function fitSegment(wanted: string, segment: string, values: Record<string, string>): boolean {
	if (!wanted.includes('{')) return wanted === segment || wanted === decodedText(segment);
	const names = [...wanted.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
	const parts = wanted
		.split(/\{[^{}]*\}/)
		.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
	const found = new RegExp(`^${parts.join('(.+?)')}$`, 's').exec(segment);
	if (!found) return false;
	names.forEach((name, i) => setOwn(values, name, decodedText(found[i + 1] ?? '')));
	return true;
}

function queryOf(operation: Operation, query: string | undefined): Record<string, string[]> {
	const values: Record<string, string[]> = {};
	if (query === undefined || query === '') return values;
	for (const pair of query.split('&')) {
		const equals = pair.indexOf('=');
		const [rawName, raw] =
			equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
		const name = decodedText(rawName.replaceAll('+', ' '));
		const wire = operation.parameters.find((one) => one.in === 'query' && one.name === name);
		const isList = wire?.style === 'form' && !wire.explode;
		const texts = (isList ? raw.split(',') : [raw]).map((text) =>
			decodedText(text.replaceAll('+', ' '))
		);
		setOwn(values, name, [...(Object.hasOwn(values, name) ? (values[name] ?? []) : []), ...texts]);
	}
	return values;
}

function contentOf(request: ImportedRequest, warnings: ImportWarning[]) {
	const isBinary = request.body instanceof Uint8Array;
	if (isBinary) warnings.push({ id: 'body-binary' });
	const body = typeof request.body === 'string' ? request.body : undefined;
	const isType = ([name]: readonly [string, string]) => name.toLowerCase() === 'content-type';
	const hasType = request.headers.some(isType);
	const sent = sentRequest({
		method: request.method,
		url: request.url,
		headers: request.headers,
		...(body === undefined ? {} : { body })
	});
	warnings.push(...sent.warnings.filter(({ id }) => id !== 'body-not-sent'));
	const type = hasType ? sent.headers.find(isType)?.[1] : undefined;
	const headers: Record<string, string> = {};
	for (const header of sent.headers)
		if (!isType(header) || (hasType && body === undefined)) setOwn(headers, header[0], header[1]);
	if (body === undefined) return { headers };
	if (!hasType) warnings.push({ id: 'type-added', values: { type: 'application/json' } });
	return { headers, body, ...(type === undefined ? {} : { contentType: type }) };
}

// `__proto__` is a name like any other.
function setOwn<Value>(record: Record<string, Value>, name: string, value: Value): void {
	Object.defineProperty(record, name, {
		value,
		enumerable: true,
		configurable: true,
		writable: true
	});
}
