import { describe, expect, it } from 'vitest';
import { foreignReference, readDocument } from './read-document.ts';

describe('readDocument', () => {
	it.each([
		['{"openapi":"3.1.0","paths":{}}'],
		['openapi: 3.0.3\npaths: {}'],
		['swagger: "2.0"\npaths: {}'],
		['openapi: 3.1.0\npaths:\n  /a:\n    get: {nullable: true}']
	])('reads %j', (text) => {
		expect(readDocument(text)).toHaveProperty('document.paths');
	});

	it.each([
		['{"openapi":"3.1.0",\n "paths":{\n  oops\n', '4'],
		['openapi: 3.0.3\npaths:\n  - a\n b: c', '4'],
		['openapi: "3.0.3\npaths: {}', '2']
	])('names the line of what it cannot read in %j', (text, line) => {
		expect(readDocument(text)).toMatchObject({ issue: { id: 'syntax', values: { line } } });
	});

	it.each([
		['', 'empty'],
		['<!DOCTYPE html><html></html>', 'web-page'],
		['just words', 'not-openapi'],
		['[]', 'not-openapi'],
		['{"info":{}}', 'not-openapi']
	])('says what is wrong with %j', (text, id) => {
		expect(readDocument(text)).toMatchObject({ issue: { id } });
	});
});

describe('foreignReference', () => {
	it('finds a reference that leads out of the document', () => {
		const document = { a: [{ $ref: '#/b' }, { c: { $ref: 'https://other.example/x.yaml' } }] };
		expect(foreignReference(document)).toBe('https://other.example/x.yaml');
	});

	it('is content with references inside, circles too', () => {
		const document: Record<string, unknown> = { a: { $ref: '#/b' } };
		document.self = document;
		expect(foreignReference(document)).toBeUndefined();
	});
});
