import { asObject, defined, mapValues, METHODS, pick, type JsonObject } from './json.ts';

const PROSE = ['title', 'description', 'summary', 'example', 'examples', 'externalDocs'];
const SCHEMA_MAPS = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
const LITERALS = ['enum', 'const', 'default', 'required'];

/**
 * The facts of an OpenAPI document: paths, parameters, bodies, statuses, schemas and security, without a word of prose.
 * Server paths are folded into the paths, so that each begins at the server's base URL.
 */
export function factsOf(document: unknown): JsonObject {
	const { openapi, info, servers, tags, security, paths, components } = asObject(document);
	const prefix = serverPath(servers);
	return defined({
		openapi,
		info: pick(asObject(info), ['title', 'version']),
		tags: Array.isArray(tags) ? tags.map((tag) => pick(asObject(tag), ['name'])) : undefined,
		security,
		paths: prefixed(mapValues(asObject(paths), pathItem), prefix),
		components: componentFacts(asObject(components))
	});
}

function pathItem(value: unknown): JsonObject {
	const item = asObject(value);
	const operations = METHODS.filter((method) => method in item).map((method) => [
		method,
		operationFacts(asObject(item[method]))
	]);
	return defined({
		$ref: item.$ref,
		parameters: list(item.parameters, parameterFacts),
		...Object.fromEntries(operations)
	});
}

function operationFacts(operation: JsonObject): JsonObject {
	const { tags, operationId, deprecated, security, parameters, requestBody, responses } = operation;
	return defined({
		tags,
		operationId,
		deprecated,
		security,
		parameters: list(parameters, parameterFacts),
		requestBody: requestBody === undefined ? undefined : bodyFacts(requestBody),
		responses: mapValues(asObject(responses), responseFacts)
	});
}

function parameterFacts(value: unknown): JsonObject {
	const parameter = asObject(value);
	const keys = [
		'$ref',
		'name',
		'in',
		'required',
		'deprecated',
		'style',
		'explode',
		'allowReserved'
	];
	return defined({
		...pick(parameter, keys),
		schema: parameter.schema === undefined ? undefined : schemaFacts(parameter.schema),
		content: parameter.content === undefined ? undefined : contentFacts(parameter.content)
	});
}

function bodyFacts(value: unknown): JsonObject {
	const body = asObject(value);
	if (body.$ref !== undefined) return pick(body, ['$ref']);
	return defined({ required: body.required, content: contentFacts(body.content) });
}

// The specification demands a description on every response; an empty one is the honest least.
function responseFacts(value: unknown): JsonObject {
	const response = asObject(value);
	if (response.$ref !== undefined) return pick(response, ['$ref']);
	const content = response.content === undefined ? undefined : contentFacts(response.content);
	return defined({ description: '', content });
}

function contentFacts(content: unknown): JsonObject {
	return mapValues(asObject(content), (media) => {
		const { schema, encoding } = asObject(media);
		return defined({ schema: schema === undefined ? undefined : schemaFacts(schema), encoding });
	});
}

function schemaFacts(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(schemaFacts);
	if (schema === null || typeof schema !== 'object') return schema;
	const kept = Object.entries(schema).filter(([key]) => !PROSE.includes(key) && !isExtension(key));
	return Object.fromEntries(
		kept.map(([key, value]) => {
			if (LITERALS.includes(key)) return [key, value];
			if (SCHEMA_MAPS.includes(key)) return [key, mapValues(asObject(value), schemaFacts)];
			return [key, schemaFacts(value)];
		})
	);
}

function componentFacts(components: JsonObject): JsonObject {
	const kinds: Record<string, (value: unknown) => unknown> = {
		schemas: schemaFacts,
		parameters: parameterFacts,
		requestBodies: bodyFacts,
		responses: responseFacts,
		securitySchemes: (scheme) =>
			Object.fromEntries(
				Object.entries(asObject(scheme)).filter(
					([key]) => !PROSE.includes(key) && !isExtension(key)
				)
			)
	};
	return defined(
		Object.fromEntries(
			Object.entries(kinds).map(([kind, facts]) => [
				kind,
				kind in components ? mapValues(asObject(components[kind]), facts) : undefined
			])
		)
	);
}

function serverPath(servers: unknown): string {
	const url = Array.isArray(servers) ? asObject(servers[0]).url : undefined;
	if (typeof url !== 'string') return '';
	return new URL(url, 'http://base.invalid').pathname.replace(/\/$/, '');
}

function prefixed(paths: JsonObject, prefix: string): JsonObject {
	return Object.fromEntries(Object.entries(paths).map(([path, item]) => [prefix + path, item]));
}

function isExtension(key: string): boolean {
	return key.startsWith('x-');
}

function list(value: unknown, facts: (item: unknown) => unknown): unknown[] | undefined {
	return Array.isArray(value) ? value.map(facts) : undefined;
}
