import { readFileSync } from 'node:fs';
import { describe as suite, expect, it } from 'vitest';
import { describe } from './describe.ts';
import type { ApiDescription } from './operation.ts';
import { prepare } from './prepare.ts';
import { toRows } from './rows.ts';

const shipped = (version: string): ApiDescription =>
	prepare(JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8')));
const document = (paths: unknown, more: object = {}) => ({
	openapi: '3.0.3',
	info: { title: 'T', version: '1' },
	paths,
	...more
});
const only = (description: ApiDescription) => description.operations[0]!;

suite.each([
	['2.11.2', 'v1', 100],
	['3.3.2', 'v2', 132]
] as const)('the shipped spec of %s', (version, api, count) => {
	const description = shipped(version);

	it(`has ${count} operations with keys and operationIds of their own`, () => {
		expect(description).toMatchObject({ api, version });
		expect(description.operations).toHaveLength(count);
		expect(new Set(description.operations.map(({ key }) => key)).size).toBe(count);
		expect(new Set(description.operations.map(({ operationId }) => operationId)).size).toBe(count);
	});

	it('declares every placeholder of a path as a required parameter', () => {
		for (const { key, path, parameters } of description.operations) {
			const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
			const declared = parameters.filter(
				(parameter) => parameter.in === 'path' && parameter.required
			);
			expect(declared.map(({ name }) => name).sort(), key).toEqual(names.sort());
		}
	});

	it('points only at schemas it has and holds no prose or 3.0 keywords', () => {
		const text = JSON.stringify([description.operations, description.schemas]);
		for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
			expect(description.schemas).toHaveProperty([name as string]);
		}
		const left = text.match(/"(nullable|x-[a-z-]+|(description|summary|example|title)":"[^"]*)"/g);
		expect(left).toBeNull();
	});

	it('gives rows with the names of parameters and writable fields', () => {
		const row = toRows(description).find(({ key }) => key === 'POST /pools');
		expect(row?.names).toEqual(expect.arrayContaining(['name', 'slots', 'include_deferred']));
		expect(row?.names).not.toContain('open_slots');
	});
});

it('knows what answers without credentials', () => {
	const open = (version: string) =>
		shipped(version)
			.operations.filter(({ secured }) => !secured)
			.map(({ key }) => key);
	expect(open('2.11.2')).toEqual(['GET /health', 'GET /version']);
	expect(open('3.3.2')).toEqual(
		expect.arrayContaining(['GET /monitor/health', 'GET /version', 'POST /auth/token'])
	);
	expect(open('3.3.2')).not.toContain('GET /dags');
});

it('keeps the token endpoint under its full path and takes no Content-Type for a parameter', () => {
	const token = shipped('3.3.2').operations.find(({ key }) => key === 'POST /auth/token');
	expect(token).toMatchObject({ path: '/auth/token', operationId: 'create_token', parameters: [] });
});

suite('a foreign document', () => {
	it('keeps full paths as keys, behind its server path', () => {
		const described = describe(
			document(
				{ '/pets/{id}': { get: {} } },
				{ servers: [{ url: 'https://a.example/{v}/', variables: { v: { default: 'v3' } } }] }
			)
		);
		expect(described.api).toBe('other');
		expect(only(described)).toMatchObject({
			key: 'GET /v3/pets/{id}',
			path: '/v3/pets/{id}',
			operationId: 'get_v3_pets_id',
			tag: 'default'
		});
	});

	it('follows references and lets an operation replace a parameter of its path', () => {
		const described = describe(
			document(
				{
					'/a': {
						parameters: [
							{ $ref: '#/components/parameters/limit' },
							{ name: 'x', in: 'query', schema: {} }
						],
						post: {
							parameters: [{ name: 'x', in: 'query', required: true, schema: { type: 'integer' } }],
							requestBody: { $ref: '#/components/requestBodies/b' },
							responses: { 404: { $ref: '#/components/responses/r' } }
						}
					}
				},
				{
					components: {
						parameters: { limit: { name: 'limit', in: 'query', schema: { type: 'integer' } } },
						requestBodies: {
							b: { required: true, content: { 'a/b': { schema: { type: 'string' } } } }
						},
						responses: { r: { content: { 'c/d': { schema: true } } } }
					}
				}
			)
		);
		const { parameters, body, responses } = only(described);
		expect(parameters.map(({ name, required }) => [name, required])).toEqual([
			['limit', false],
			['x', true]
		]);
		expect(body).toEqual({ required: true, content: { 'a/b': { type: 'string' } } });
		expect(responses).toEqual([{ status: '404', content: { 'c/d': true } }]);
	});

	it.each([
		[{ in: 'query' }, 'form', true],
		[{ in: 'path' }, 'simple', false],
		[{ in: 'header' }, 'simple', false],
		[{ in: 'query', style: 'pipeDelimited' }, 'pipeDelimited', false],
		[{ in: 'query', explode: false }, 'form', false]
	])('has the standard style for %j', (wire, style, explode) => {
		const parameter = { name: 'p', schema: {}, ...wire };
		const described = describe(document({ '/{p}': { get: { parameters: [parameter] } } }));
		expect(only(described).parameters[0]).toMatchObject({ style, explode });
	});

	it.each([
		[{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
		[
			{ type: 'string', enum: ['a'], nullable: true },
			{ type: ['string', 'null'], enum: ['a', null] }
		],
		[{ type: 'string', nullable: false }, { type: 'string' }],
		[
			{ $ref: '#/components/schemas/A', nullable: true },
			{ anyOf: [{ $ref: '#/components/schemas/A' }, { type: 'null' }] }
		],
		[{ nullable: true }, {}],
		[
			{ type: 'integer', minimum: 0, exclusiveMinimum: true },
			{ type: 'integer', exclusiveMinimum: 0 }
		],
		[
			{ properties: { nullable: { nullable: true, type: 'object' } } },
			{ properties: { nullable: { type: ['object', 'null'] } } }
		]
	])('turns %j into JSON Schema', (schema, expected) => {
		expect(describe(document({}, { components: { schemas: { S: schema } } })).schemas.S).toEqual(
			expected
		);
	});

	it('may be dereferenced into circles', () => {
		const node: Record<string, unknown> = { type: 'object', nullable: true };
		node.properties = { child: node };
		const described = describe(
			document({
				'/n': { post: { requestBody: { content: { 'application/json': { schema: node } } } } }
			})
		);
		expect(toRows(described)[0]?.names).toEqual(['child']);
	});

	it('may be Swagger 2', () => {
		const described = describe({
			swagger: '2.0',
			info: { title: 'Old', version: '1' },
			host: 'a.example',
			basePath: '/v1',
			consumes: ['application/json'],
			paths: {
				'/pets': {
					post: {
						parameters: [
							{
								name: 'tags',
								in: 'query',
								type: 'array',
								items: { type: 'string' },
								collectionFormat: 'multi'
							},
							{ name: 'ids', in: 'query', type: 'array', items: { type: 'string' } },
							{ name: 'pet', in: 'body', required: true, schema: { $ref: '#/definitions/Pet' } }
						],
						responses: { 200: { schema: { $ref: '#/definitions/Pet' } } }
					},
					put: { parameters: [{ name: 'name', in: 'formData', type: 'string', required: true }] }
				}
			},
			definitions: { Pet: { type: 'object', properties: { name: { type: 'string' } } } }
		});
		const pet = { 'application/json': { $ref: '#/components/schemas/Pet' } };
		const post = described.operations.find(({ method }) => method === 'POST');
		expect(post).toMatchObject({ key: 'POST /v1/pets', body: { required: true, content: pet } });
		expect(post?.parameters.map(({ explode }) => explode)).toEqual([true, false]);
		expect(post?.responses).toEqual([{ status: '200', content: pet }]);
		expect(described.operations.find(({ method }) => method === 'PUT')?.body).toEqual({
			required: true,
			content: {
				'application/x-www-form-urlencoded': {
					type: 'object',
					properties: { name: { type: 'string' } },
					required: ['name']
				}
			}
		});
	});

	it.each([[null], ['text'], [{}], [{ openapi: '3.1.0' }], [{ paths: {} }]])(
		'is refused when it is %j',
		(value) => {
			expect(() => describe(value)).toThrow('not an OpenAPI document');
		}
	);
});
