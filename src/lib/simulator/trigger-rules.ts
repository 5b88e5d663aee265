import { isFinished } from './states.ts';
import type { TaskInstance } from './world.ts';

export type Verdict = 'run' | 'wait' | 'upstream_failed' | 'skipped';

/**
 * What a trigger rule says of a task, given its direct upstream task instances and those of them that are
 * setups.
 * @source airflow/ti_deps/deps/trigger_rule_dep.py `_evaluate_trigger_rule`
 */
export function dependencyVerdict(
	rule: string,
	upstream: readonly TaskInstance[],
	setups: readonly TaskInstance[] = []
): Verdict {
	if (upstream.length === 0 || rule === 'always') return 'run';
	const count = (...states: string[]) =>
		upstream.filter((one) => states.includes(one.state ?? '')).length;
	const all = upstream.length;
	const success = count('success');
	const skipped = count('skipped');
	const failed = count('failed');
	const upstreamFailed = count('upstream_failed');
	const bad = failed + upstreamFailed;
	const done = upstream.filter((one) => isFinished(one.state)).length === all;

	switch (rule) {
		case 'all_success':
			if (bad > 0) return 'upstream_failed';
			if (skipped > 0) return 'skipped';
			return success === all ? 'run' : 'wait';
		case 'all_failed':
			if (success > 0 || skipped > 0) return 'skipped';
			return bad === all ? 'run' : 'wait';
		case 'all_done':
			return done ? 'run' : 'wait';
		case 'all_skipped':
			if (success > 0 || bad > 0) return 'skipped';
			return skipped === all ? 'run' : 'wait';
		case 'all_done_min_one_success':
			if (skipped > 0) return 'skipped';
			return done ? (success > 0 ? 'run' : 'upstream_failed') : 'wait';
		case 'all_done_setup_success':
			if (!done) return 'wait';
			if (setups.length === 0 || setups.some((one) => one.state === 'success')) return 'run';
			return setups.every((one) => one.state === 'skipped') ? 'skipped' : 'upstream_failed';
		case 'one_success':
			if (success > 0) return 'run';
			if (!done) return 'wait';
			return skipped === all ? 'skipped' : 'upstream_failed';
		case 'one_failed':
			if (bad > 0) return 'run';
			return done ? 'skipped' : 'wait';
		case 'one_done':
			if (success + failed > 0) return 'run';
			return done ? 'skipped' : 'wait';
		case 'none_failed':
			if (bad > 0) return 'upstream_failed';
			return done ? 'run' : 'wait';
		case 'none_failed_min_one_success':
		case 'none_failed_or_skipped':
			if (bad > 0) return 'upstream_failed';
			if (!done) return 'wait';
			return skipped === all ? 'skipped' : 'run';
		case 'none_skipped':
			if (skipped > 0) return 'skipped';
			return done ? 'run' : 'wait';
		default:
			return 'wait';
	}
}
