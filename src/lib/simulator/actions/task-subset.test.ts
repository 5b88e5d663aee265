import { describe, expect, test } from 'vitest';
import { createWorld } from '#lib/simulator/create-world.ts';
import type { Dag } from '#lib/simulator/world.ts';
import { subsetOf, withRelatives, type Directions } from './task-subset.ts';

const world = createWorld({ name: 'main', scenario: 'showcase', seed: 1, nowMs: 0 });
const dagOf = (dagId: string) => world.dags.get(dagId) as Dag;
const cluster = dagOf('setup_teardown');

describe('a clear takes along what the named tasks need', () => {
	test.each<[string, string[], Directions, string[]]>([
		['a task its setup and teardown', ['use_cluster'], {}, ['make', 'remove', 'use']],
		['a setup its teardown', ['make_cluster'], {}, ['make', 'remove']],
		['a teardown nothing', ['remove_cluster'], {}, ['remove']],
		['a setup all that follows', ['make_cluster'], { downstream: true }, ['make', 'remove', 'use']],
		['an unknown task nothing', ['other'], { upstream: true }, []]
	])('%s', (_, named, directions, expected) => {
		const found = [...subsetOf(cluster, named, directions)].map((id) => id.replace('_cluster', ''));

		expect(found.sort()).toEqual(expected);
	});
});

describe('a change of state takes along', () => {
	test.each<[string, Directions, string[]]>([
		['only the task', {}, ['use_cluster']],
		['what lies before it', { upstream: true }, ['make_cluster', 'use_cluster']],
		['no teardown that follows', { downstream: true }, ['use_cluster']]
	])('%s', (_, directions, expected) => {
		expect([...withRelatives(cluster, ['use_cluster'], directions)].sort()).toEqual(expected);
	});
});
