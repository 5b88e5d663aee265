import type { Step } from '#contract/cases/case.ts';

/** Operations that the fuzzer leaves alone, each with its reason. */
export const notFuzzed: Record<string, string> = {
	'DELETE /dags/{dag_id}': 'the DAG would be gone for every later sequence',
	'PATCH /dags/{dag_id}': 'a DAG that is no longer paused runs, and then time decides',
	'PATCH /dags': 'the same, for all of them',
	'DELETE /users/{username}': 'the callers themselves',
	'PATCH /users/{username}': 'the callers themselves',
	'DELETE /roles/{role_name}': 'the callers themselves',
	'PATCH /roles/{role_name}': 'the callers themselves',
	'POST /dags/{dag_id}/favorite': 'stays from one sequence to the next',
	'POST /dags/{dag_id}/unfavorite': 'stays from one sequence to the next',
	'POST /backfills': 'a backfill goes on after its sequence',
	'POST /assets/events': 'triggers a DAG when its companion comes',
	'POST /datasets/events': 'triggers a DAG when its companion comes',
	'POST /assets/{asset_id}/materialize': 'starts a run of a DAG that is not paused',
	'POST /connections/defaults': 'fills the list of every later sequence',
	'GET /auth/logout': 'ends the callers’ own tokens',
	'PUT /parseDagFile/{file_token}': 'tokens are signed with a secret of each server',
	'GET /dagSources/{file_token}': 'tokens are signed with a secret of each server',
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/wait': 'waits until a run ends that never does'
};

/** A difference that is known and meant to stay. */
export interface Wanted {
	name: string;
	reason: string;
	isIt(step: Step, difference: string): boolean;
}

/** Short on purpose: whatever can be the same, is. */
export const wanted: Wanted[] = [];
