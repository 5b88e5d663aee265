import { changes, reads, step, type Case, type Step } from './case.ts';

const NIGHTLY = { dag_id: 'nightly_sales' };
const RUN = { ...NIGHTLY, dag_run_id: 'backfill__DAYT03:00:00+00:00' };
const newest = { path: { backfill_id: 'BACKFILL' } };
const pauseDag = step('PATCH /dags/{dag_id}', {
	path: NIGHTLY,
	query: { update_mask: ['is_paused'] },
	body: { is_paused: true }
});
const make = step('POST /backfills', {
	body: {
		dag_id: 'nightly_sales',
		from_date: 'DAYT00:00:00Z',
		to_date: 'DAYT23:00:00Z',
		reprocess_behavior: 'failed',
		max_active_runs: 2,
		run_backwards: true
	}
});
const shows = [step('GET /backfills/{backfill_id}', newest)];
const after: Step[] = [
	step('PUT /backfills/{backfill_id}/cancel', { ...newest, mayFail: true }),
	step('DELETE /dags/{dag_id}/dagRuns/{dag_run_id}', { path: RUN, mayFail: true })
];
// The scheduler may have begun already.
const forgets = ['state', 'start_date', 'end_date', 'dag_versions', 'queued_at', 'num_runs'];

export const makesBackfill: Case = changes(
	'makes a backfill',
	make,
	[...shows, step('GET /dags/{dag_id}/dagRuns/{dag_run_id}', { path: RUN })],
	{ before: [pauseDag], after, forgets }
);

/** Backfills as they are printed. */
export const printsBackfill: readonly Case[] = [
	reads(
		'prints a backfill',
		step('GET /backfills/{backfill_id}', newest),
		({ dag_id, max_active_runs }: { dag_id: string; max_active_runs: number }) => [
			dag_id,
			max_active_runs
		],
		[pauseDag, make],
		after
	)
];

export const rehearsesBackfill: Case = reads(
	'prints what a backfill would make',
	{ ...make, operation: 'POST /backfills/dry_run' },
	({ backfills }: { backfills: { logical_date: string }[] }) =>
		backfills.map(() => ' 03:00:00+00:00')
);
