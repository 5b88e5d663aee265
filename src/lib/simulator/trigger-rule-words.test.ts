import { expect, test } from 'vitest';
import { task } from './scenarios/dag-facts.ts';
import { triggerRuleReason } from './trigger-rule-words.ts';
import type { TaskInstance, TaskState } from './world.ts';

const instance = (taskId: string, state?: TaskState): TaskInstance => ({
	uuid: taskId,
	dagId: 'd',
	runId: 'r',
	taskId,
	mapIndex: -1,
	tryNumber: 1,
	maxTries: 0,
	history: [],
	...(state === undefined ? {} : { state })
});

test.each<[string, TaskState[], string | undefined]>([
	['all_success', ['success', 'success'], undefined],
	['all_success', ['success', 'running'], 'to have succeeded, but found 1 non-success(es).'],
	['all_failed', ['failed', 'success'], 'to have failed, but found 1 non-failure(s).'],
	['all_done', ['failed', 'running'], 'but found 1 task(s) that were not done.'],
	[
		'one_success',
		['failed', 'running'],
		'requires one upstream task success, but none were found.'
	],
	['one_failed', ['success', 'failed'], undefined],
	['one_done', ['skipped', 'running'], 'but none were failed or success.'],
	['none_failed', ['skipped', 'success'], undefined],
	['none_failed_min_one_success', ['skipped', 'skipped'], 'requires at least one upstream task'],
	['none_skipped', ['success', 'running'], 'but found 0 task(s) skipped.'],
	['all_skipped', ['skipped', 'success'], 'but found 1 task(s) in non skipped state.'],
	['always', ['running', 'running'], undefined]
])('%s after %j', (triggerRule, states, reason) => {
	const upstream = states.map((state, index) => instance(`t${index}`, state));
	const asked = task({ taskId: 'x', triggerRule, upstream: upstream.map(({ taskId }) => taskId) });

	const said = triggerRuleReason(asked, upstream, new Set());

	if (reason === undefined) expect(said).toBeUndefined();
	else expect(said).toContain(reason);
});
