import { pythonRepr } from './python-repr.ts';
import { isFinished } from './states.ts';
import type { Task, TaskInstance } from './world.ts';

/**
 * Why a trigger rule does not let a task run yet, given its direct upstream instances; undefined when it does.
 * @source airflow/ti_deps/deps/trigger_rule_dep.py `_evaluate_direct_relatives`
 */
export function triggerRuleReason(
	task: Task,
	upstream: readonly TaskInstance[],
	setupIds: ReadonlySet<string>
): string | undefined {
	const rule = task.triggerRule;
	if (upstream.length === 0 || rule === 'always') return undefined;
	const count = (state: string, among = upstream) =>
		among.filter((one) => one.state === state).length;
	const setups = upstream.filter(({ taskId }) => setupIds.has(taskId));
	const all = upstream.length;
	const [success, skipped] = [count('success'), count('skipped')];
	const [failed, upstreamFailed, removed] = ['failed', 'upstream_failed', 'removed'].map((state) =>
		count(state)
	) as [number, number, number];
	const done = upstream.filter(({ state }) => isFinished(state)).length;
	const [goodSetups, skippedSetups] = [count('success', setups), count('skipped', setups)];
	const states =
		`_UpstreamTIStates(success=${success}, skipped=${skipped}, failed=${failed}, ` +
		`upstream_failed=${upstreamFailed}, removed=${removed}, done=${done}, ` +
		`success_setup=${goodSetups}, skipped_setup=${skippedSetups})`;
	const ids = `{${task.upstream.map(pythonRepr).join(', ')}}`;
	const say = (what: string) =>
		`Task's trigger rule '${rule}' requires ${what}. upstream_states=${states}, upstream_task_ids=${ids}`;
	const undone = `completed, but found ${all - done} task(s) that were not done`;
	const unlike = all - success - skipped - removed;

	switch (rule) {
		case 'one_success':
			return success > 0 ? undefined : say('one upstream task success, but none were found');
		case 'one_failed':
			return failed + upstreamFailed > 0
				? undefined
				: say('one upstream task failure, but none were found');
		case 'one_done':
			return success + failed > 0
				? undefined
				: say('at least one upstream task failure or success but none were failed or success');
		case 'all_success': {
			const bad = all - success - removed;
			const what = `succeeded, but found ${bad} non-success(es)`;
			return bad > 0 ? say(`all upstream tasks to have ${what}`) : undefined;
		}
		case 'all_failed': {
			const good = all - failed - upstreamFailed - removed;
			const what = `failed, but found ${good} non-failure(s)`;
			return good > 0 ? say(`all upstream tasks to have ${what}`) : undefined;
		}
		case 'all_done':
			return done < all ? say(`all upstream tasks to have ${undone}`) : undefined;
		case 'none_failed':
		case 'none_failed_min_one_success': {
			const what = `succeeded or been skipped, but found ${unlike} non-success(es)`;
			if (unlike > 0) return say(`all upstream tasks to have ${what}`);
			return rule === 'none_failed' || success > 0
				? undefined
				: say('at least one upstream task success, but none were found');
		}
		case 'none_skipped': {
			const what = `not have been skipped, but found ${skipped} task(s) skipped`;
			return done < all || skipped > 0 ? say(`all upstream tasks to ${what}`) : undefined;
		}
		case 'all_skipped': {
			const what = `skipped, but found ${all - skipped} task(s) in non skipped state`;
			return skipped < all ? say(`all upstream tasks to have been ${what}`) : undefined;
		}
		case 'all_done_setup_success': {
			if (done < all) return say(`all upstream tasks to have ${undone}`);
			const what = `be successful, but found ${setups.length - goodSetups} task(s) that were not`;
			return setups.length > 0 && goodSetups === 0
				? say(`at least one upstream setup task ${what}`)
				: undefined;
		}
		default:
			return `No strategy to evaluate trigger rule '${rule}'.`;
	}
}
