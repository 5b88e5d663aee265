import { expect, it } from 'vitest';
import { explain } from './explain.ts';

it('puts our texts beside the properties, deep ones too, and changes nothing else', () => {
	const schema = {
		type: 'object',
		properties: {
			slots: { type: 'integer' },
			inner: { anyOf: [{ type: 'object', properties: { slots: { type: 'integer' } } }] },
			any: true
		},
		required: ['slots']
	};

	expect(explain(schema, (name) => (name === 'slots' ? 'how many' : undefined))).toEqual({
		type: 'object',
		properties: {
			slots: { type: 'integer', description: 'how many' },
			inner: {
				anyOf: [
					{ type: 'object', properties: { slots: { type: 'integer', description: 'how many' } } }
				]
			},
			any: true
		},
		required: ['slots']
	});
	expect(schema.properties.slots).not.toHaveProperty('description');
});
