import { describe, expect, test } from 'vitest';
import { layOut } from './graph.ts';

const dag = (text: string) =>
	text.split(' ').map((word) => {
		const [taskId = '', upstream = ''] = word.split('<');
		return { taskId, upstream: upstream === '' ? [] : upstream.split(',') };
	});
const columns = (text: string) =>
	Object.fromEntries(layOut(dag(text)).nodes.map(({ taskId, column }) => [taskId, column]));

describe('the graph of a DAG', () => {
	test.each([
		['a', { a: 0 }],
		['a b<a c<b', { a: 0, b: 1, c: 2 }],
		['a b<a c<a,b', { a: 0, b: 1, c: 2 }],
		['c<b b<a a', { a: 0, b: 1, c: 2 }],
		['a b<gone', { a: 0, b: 0 }]
	])('%s stands in the columns %o', (text, expected) => {
		expect(columns(text)).toEqual(expected);
	});

	test('does not cross edges that need not cross', () => {
		const { nodes } = layOut(dag('a b x<b y<a'));
		const row = (id: string) => nodes.find(({ taskId }) => taskId === id)?.row ?? -1;

		expect(Math.sign(row('a') - row('b'))).toBe(Math.sign(row('y') - row('x')));
	});

	test('ends also where the tasks go round in a circle', () => {
		expect(layOut(dag('a<b b<a')).nodes).toHaveLength(2);
	});
});
