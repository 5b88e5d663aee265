import { LabError } from '#lib/lab-error.ts';
import type { ParameterPlace, ParameterWire } from '#lib/request/draft.ts';
import {
	asArray,
	asObject,
	isObject,
	mapValues,
	METHODS,
	pointAt,
	type JsonObject
} from './json.ts';
import { modernise } from './modernise.ts';
import type {
	ApiDescription,
	ApiName,
	Operation,
	Parameter,
	RequestBody,
	ResponseShape,
	Schema
} from './operation.ts';
import { fromSwagger2 } from './swagger2.ts';

const PREFIX: Record<ApiName, string> = { v1: '/api/v1', v2: '/api/v2', other: '' };
const STYLES: readonly string[] = [
	'form',
	'simple',
	'deepObject',
	'spaceDelimited',
	'pipeDelimited'
];
// The specification has them ignored: the body and the login set them. Accept is kept, Airflow answers to it.
const IGNORED_HEADERS = ['content-type', 'authorization'];
// v1's document declares no security at all; these answer without credentials.
const OPEN_IN_V1 = ['GET /health', 'GET /version'];

/**
 * The operations of an OpenAPI 3.0, 3.1 or Swagger 2 document, with its references or without. Whatever the document
 * leaves out has the specification's default; `nullable` and other 3.0 keywords become JSON Schema.
 * `api` overrides what the paths tell.
 * @throws LabError `openapi-unreadable` when it is not such a document.
 * @source OpenAPI 3.1, "Parameter Object", "Path Item Object", "Security Requirement Object"
 */
export function describe(document: unknown, api?: ApiName): ApiDescription {
	const root = isObject(document) && document.swagger === '2.0' ? fromSwagger2(document) : document;
	if (!isObject(root) || !isObject(root.paths) || typeof root.openapi !== 'string') {
		throw new LabError('openapi-unreadable', 'This is not an OpenAPI document', {
			hint: 'It has `openapi: 3.x` or `swagger: 2.0`, and `paths`.'
		});
	}
	const info = asObject(root.info);
	const done = new Map<unknown, unknown>();
	const base = basePath(asArray(root.servers)[0]);
	const name = api ?? guessApi(Object.keys(root.paths).map((path) => base + path));
	const reader = new Reader(root, name, done);
	return {
		api: name,
		version: String(info.version ?? ''),
		title: String(info.title ?? ''),
		operations: reader.operations(base),
		schemas: mapValues(asObject(asObject(root.components).schemas), (schema) =>
			modernise(schema, done)
		)
	};
}

class Reader {
	readonly #root: JsonObject;
	readonly #api: ApiName;
	readonly #done: Map<unknown, unknown>;
	readonly #keys = new Set<string>();

	constructor(root: JsonObject, api: ApiName, done: Map<unknown, unknown>) {
		this.#root = root;
		this.#api = api;
		this.#done = done;
	}

	operations(base: string): Operation[] {
		return Object.entries(asObject(this.#root.paths)).flatMap(([path, value]) => {
			const item = this.#follow(value);
			return METHODS.filter((method) => isObject(item[method])).map((method) =>
				this.#operation(method.toUpperCase(), base + path, item, asObject(item[method]))
			);
		});
	}

	#operation(method: string, path: string, item: JsonObject, operation: JsonObject): Operation {
		const key = this.#key(method, path);
		const body = this.#body(operation.requestBody);
		return {
			key,
			method,
			path,
			operationId: String(operation.operationId ?? inventId(method, path)),
			tag: String(asArray(operation.tags)[0] ?? 'default'),
			deprecated: operation.deprecated === true,
			parameters: this.#parameters(item.parameters, operation.parameters),
			...(body === undefined ? {} : { body }),
			responses: Object.entries(asObject(operation.responses)).map(([status, response]) =>
				this.#response(status, response)
			),
			secured: this.#isSecured(key, operation)
		};
	}

	#key(method: string, path: string): string {
		const prefix = PREFIX[this.#api];
		const isInside = prefix !== '' && path.startsWith(prefix + '/');
		const short = `${method} ${isInside ? path.slice(prefix.length) : path}`;
		const key = this.#keys.has(short) ? `${method} ${path}` : short;
		this.#keys.add(key);
		return key;
	}

	// An operation's parameter replaces the path's one of the same name and place.
	#parameters(shared: unknown, own: unknown): Parameter[] {
		const byPlace = new Map<string, Parameter>();
		for (const value of [...asArray(shared), ...asArray(own)]) {
			const parameter = this.#parameter(this.#follow(value));
			if (parameter) byPlace.set(`${parameter.in} ${parameter.name}`, parameter);
		}
		return [...byPlace.values()];
	}

	#parameter(parameter: JsonObject): Parameter | undefined {
		const { name, in: place, schema, content } = parameter;
		if (typeof name !== 'string' || !isPlace(place)) return undefined;
		if (place === 'header' && IGNORED_HEADERS.includes(name.toLowerCase())) return undefined;
		const style = isStyle(parameter.style)
			? parameter.style
			: place === 'query'
				? 'form'
				: 'simple';
		return {
			name,
			in: place,
			style,
			explode: typeof parameter.explode === 'boolean' ? parameter.explode : style === 'form',
			required: place === 'path' || parameter.required === true,
			schema: this.#schema(schema ?? asObject(Object.values(asObject(content))[0]).schema),
			deprecated: parameter.deprecated === true
		};
	}

	#body(value: unknown): RequestBody | undefined {
		if (value === undefined) return undefined;
		const body = this.#follow(value);
		return { required: body.required === true, content: this.#content(body.content) };
	}

	#response(status: string, value: unknown): ResponseShape {
		return { status, content: this.#content(this.#follow(value).content) };
	}

	#content(content: unknown): Record<string, Schema> {
		return mapValues(asObject(content), (media) => this.#schema(asObject(media).schema));
	}

	#schema(schema: unknown): Schema {
		return modernise(schema ?? {}, this.#done);
	}

	#isSecured(key: string, operation: JsonObject): boolean {
		if (this.#api === 'v1') return !OPEN_IN_V1.includes(key);
		const demands = asArray(operation.security ?? this.#root.security);
		return (
			demands.length > 0 && demands.every((demand) => Object.keys(asObject(demand)).length > 0)
		);
	}

	#follow(value: unknown): JsonObject {
		const seen = new Set<unknown>();
		let current = asObject(value);
		while (typeof current.$ref === 'string' && !seen.has(current)) {
			seen.add(current);
			current = asObject(pointAt(this.#root, current.$ref));
		}
		return current;
	}
}

function basePath(server: unknown): string {
	const { url, variables } = asObject(server);
	if (typeof url !== 'string') return '';
	const filled = url.replace(/\{([^}]*)\}/g, (_, name: string) =>
		String(asObject(asObject(variables)[name]).default ?? '')
	);
	return filled
		.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '')
		.replace(/^(?=[^/])/, '/')
		.replace(/\/+$/, '');
}

function guessApi(paths: readonly string[]): ApiName {
	if (paths.includes('/api/v2/dags')) return 'v2';
	return paths.includes('/api/v1/dags') ? 'v1' : 'other';
}

function inventId(method: string, path: string): string {
	const words = path.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '');
	return `${method.toLowerCase()}_${words}`;
}

function isPlace(place: unknown): place is ParameterPlace {
	return place === 'path' || place === 'query' || place === 'header';
}

function isStyle(style: unknown): style is ParameterWire['style'] {
	return typeof style === 'string' && STYLES.includes(style);
}
