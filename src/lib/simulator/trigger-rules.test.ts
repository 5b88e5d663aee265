import { expect, test } from 'vitest';
import { dependencyVerdict } from './trigger-rules.ts';
import type { TaskInstance, TaskState } from './world.ts';

test.each([
	['all_success', 'success success', 'run'],
	['all_success', 'success running', 'wait'],
	['all_success', 'failed running', 'upstream_failed'],
	['all_success', 'upstream_failed success', 'upstream_failed'],
	['all_success', 'skipped success', 'skipped'],
	['all_failed', 'failed upstream_failed', 'run'],
	['all_failed', 'failed success', 'skipped'],
	['all_done', 'failed success', 'run'],
	['all_done', 'failed running', 'wait'],
	['all_skipped', 'skipped skipped', 'run'],
	['one_success', 'success running', 'run'],
	['one_success', 'failed failed', 'upstream_failed'],
	['one_failed', 'failed running', 'run'],
	['one_failed', 'success success', 'skipped'],
	['one_done', 'success running', 'run'],
	['none_failed', 'skipped success', 'run'],
	['none_failed', 'failed success', 'upstream_failed'],
	['none_failed_min_one_success', 'skipped skipped', 'skipped'],
	['none_failed_min_one_success', 'skipped success', 'run'],
	['none_skipped', 'failed success', 'run'],
	['none_skipped', 'skipped success', 'skipped'],
	['all_done_min_one_success', 'failed success', 'run'],
	['always', 'running running', 'run'],
	['all_success', '', 'run']
])('%s over [%s] says %s', (rule, states, verdict) => {
	const upstream = states
		.split(' ')
		.filter((state) => state !== '')
		.map((state) => ({ state: state as TaskState }) as TaskInstance);
	expect(dependencyVerdict(rule, upstream)).toBe(verdict);
});
