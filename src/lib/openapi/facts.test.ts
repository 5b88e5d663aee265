import { expect, it } from 'vitest';
import { factsOf } from './facts.ts';
import { mergeFacts } from './merge-facts.ts';

it('keeps facts and drops prose, but not fields that are called like prose', () => {
	const facts = factsOf({
		openapi: '3.0.3',
		info: { title: 'T', version: '1', description: 'prose' },
		servers: [{ url: '/api/v1' }],
		tags: [{ name: 'Pool', description: 'prose' }],
		paths: {
			'/pools': {
				summary: 'prose',
				post: {
					operationId: 'post_pool',
					summary: 'prose',
					'x-controller': 'prose',
					parameters: [
						{
							name: 'limit',
							in: 'query',
							description: 'prose',
							example: 'prose',
							schema: { default: 5 }
						}
					],
					requestBody: {
						description: 'prose',
						content: { 'a/b': { example: 'prose', schema: { title: 'prose' } } }
					},
					responses: { 200: { description: 'prose' } }
				}
			}
		},
		components: {
			schemas: {
				Pool: {
					title: 'prose',
					example: 'prose',
					externalDocs: { url: 'prose' },
					'x-note': 'prose',
					properties: {
						description: { type: 'string', nullable: true, description: 'prose' },
						title: {}
					},
					required: ['description', 'title'],
					default: { description: 'kept' }
				}
			}
		}
	});
	expect(JSON.stringify(facts)).not.toContain('prose');
	expect(facts.paths).toEqual({
		'/api/v1/pools': {
			post: {
				operationId: 'post_pool',
				parameters: [{ name: 'limit', in: 'query', schema: { default: 5 } }],
				requestBody: { content: { 'a/b': { schema: {} } } },
				responses: { 200: { description: '' } }
			}
		}
	});
	expect(facts.components).toEqual({
		schemas: {
			Pool: {
				properties: { description: { type: 'string', nullable: true }, title: {} },
				required: ['description', 'title'],
				default: { description: 'kept' }
			}
		}
	});
});

it('merges a part, renaming what clashes and what points at it', () => {
	const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
	const whole = {
		paths: { '/a': { get: { operationId: 'get', schema: ref('Holder') } } },
		components: {
			schemas: {
				Same: { type: 'string' },
				User: { type: 'object' },
				Holder: { items: ref('User') }
			}
		}
	};
	const part = {
		paths: { '/b': { get: { operationId: 'get', schema: ref('Holder') } } },
		components: {
			schemas: {
				Same: { type: 'string' },
				User: { type: 'integer' },
				Holder: { items: ref('User') }
			}
		}
	};
	const merged = mergeFacts(whole, part, 'Fab');
	expect(merged.paths).toEqual({
		...whole.paths,
		'/b': { get: { operationId: 'get_fab', schema: ref('HolderFab') } }
	});
	expect(merged.components).toEqual({
		schemas: {
			...whole.components.schemas,
			UserFab: { type: 'integer' },
			HolderFab: { items: ref('UserFab') }
		}
	});
});
