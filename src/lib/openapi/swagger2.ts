import {
	asArray,
	asObject,
	defined,
	isObject,
	mapValues,
	METHODS,
	pick,
	pointAt,
	type JsonObject
} from './json.ts';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const MULTIPART_TYPE = 'multipart/form-data';
const SCHEMA_KEYWORDS = [
	'type',
	'format',
	'items',
	'default',
	'enum',
	'pattern',
	'minimum',
	'maximum',
	'exclusiveMinimum',
	'exclusiveMaximum',
	'minLength',
	'maxLength',
	'minItems',
	'maxItems',
	'uniqueItems',
	'multipleOf'
];

/**
 * A Swagger 2 document as OpenAPI 3.0: base path, body and form parameters, collection formats, definitions.
 * @source OpenAPI Specification 2.0, "Parameter Object", "Response Object"
 */
export function fromSwagger2(document: JsonObject): JsonObject {
	const basePath = typeof document.basePath === 'string' ? document.basePath : '/';
	const converted = {
		openapi: '3.0.3',
		info: document.info,
		servers: [
			{ url: typeof document.host === 'string' ? `http://${document.host}${basePath}` : basePath }
		],
		security: document.security,
		paths: mapValues(asObject(document.paths), (item) => pathItem(document, asObject(item))),
		components: defined({
			schemas: document.definitions,
			securitySchemes: document.securityDefinitions
		})
	};
	return asObject(redirect(defined(converted), new Map()));
}

function pathItem(document: JsonObject, item: JsonObject): JsonObject {
	const shared = asArray(item.parameters);
	const methods = METHODS.filter((method) => isObject(item[method]));
	return Object.fromEntries(
		methods.map((method) => [method, operation(document, asObject(item[method]), shared)])
	);
}

function operation(document: JsonObject, from: JsonObject, shared: unknown[]): JsonObject {
	const parameters = [...shared, ...asArray(from.parameters)].map((value) =>
		follow(document, value)
	);
	const consumes = asArray(from.consumes ?? document.consumes).map(String);
	const produces = asArray(from.produces ?? document.produces).map(String);
	return defined({
		...pick(from, ['operationId', 'tags', 'deprecated', 'security']),
		parameters: parameters
			.filter(({ in: place }) => place !== 'body' && place !== 'formData')
			.map(parameter),
		requestBody: requestBody(parameters, consumes),
		responses: mapValues(asObject(from.responses), (value) => {
			const { schema } = follow(document, value);
			const types = produces.length > 0 ? produces : [JSON_TYPE];
			if (schema === undefined) return { description: '' };
			return {
				description: '',
				content: Object.fromEntries(types.map((type) => [type, { schema }]))
			};
		})
	});
}

function parameter(from: JsonObject): JsonObject {
	return {
		...pick(from, ['name', 'in', 'required']),
		schema: pick(from, SCHEMA_KEYWORDS),
		...wireOf(from)
	};
}

function wireOf({ type, in: place, collectionFormat }: JsonObject): JsonObject {
	if (type !== 'array' || place !== 'query') return {};
	if (collectionFormat === 'multi') return { style: 'form', explode: true };
	if (collectionFormat === 'ssv') return { style: 'spaceDelimited', explode: false };
	if (collectionFormat === 'pipes') return { style: 'pipeDelimited', explode: false };
	return { style: 'form', explode: false };
}

function requestBody(parameters: JsonObject[], consumes: string[]): JsonObject | undefined {
	const body = parameters.find(({ in: place }) => place === 'body');
	if (body) {
		const types = consumes.length > 0 ? consumes : [JSON_TYPE];
		const content = types.map((type) => [type, { schema: body.schema ?? {} }]);
		return { required: body.required === true, content: Object.fromEntries(content) };
	}
	const fields = parameters.filter(({ in: place }) => place === 'formData');
	if (fields.length === 0) return undefined;
	const required = fields.filter((field) => field.required === true).map(({ name }) => name);
	const schema = {
		type: 'object',
		properties: Object.fromEntries(fields.map((field) => [String(field.name), formField(field)])),
		...(required.length > 0 ? { required } : {})
	};
	const isMultipart =
		consumes.includes(MULTIPART_TYPE) || fields.some(({ type }) => type === 'file');
	return {
		required: required.length > 0,
		content: { [isMultipart ? MULTIPART_TYPE : FORM_TYPE]: { schema } }
	};
}

function formField(field: JsonObject): JsonObject {
	return field.type === 'file'
		? { type: 'string', format: 'binary' }
		: pick(field, SCHEMA_KEYWORDS);
}

function follow(document: JsonObject, value: unknown): JsonObject {
	const from = asObject(value);
	return typeof from.$ref === 'string' ? asObject(pointAt(document, from.$ref)) : from;
}

// `done` keeps a dereferenced document with circles finite.
function redirect(value: unknown, done: Map<unknown, unknown>): unknown {
	if (value === null || typeof value !== 'object') return value;
	const known = done.get(value);
	if (known !== undefined) return known;
	const copy: unknown[] | JsonObject = Array.isArray(value) ? [] : {};
	done.set(value, copy);
	for (const [key, inner] of Object.entries(value)) {
		const isRef = key === '$ref' && typeof inner === 'string';
		const changed = isRef
			? inner.replace(/^#\/definitions\//, '#/components/schemas/')
			: redirect(inner, done);
		Object.assign(copy, { [key]: changed });
	}
	return copy;
}
