import type { Survivor } from './survivor.ts';

/** Fields that may be left out. */
export const DEFAULTS: readonly Survivor[] = [
	{
		exercise: 'overview.paused-dag',
		api: 'v2',
		mutants: ['step 2 without dag_run_id'],
		reason: 'The task does not name the run: Airflow may.'
	},
	{
		exercise: 'endpoints.variable-worked',
		mutants: ['step 1 without description', 'step 2 without description'],
		reason:
			'The exercise is about the 409; what the variable says of itself is left to the learner.'
	},
	{
		exercise: 'overview.clear-failed',
		api: 'v1',
		mutants: ['step 2 without dag_run_id'],
		reason: 'The DAG has this run alone, and a clear without a run takes them all.'
	},
	{
		exercise: 'endpoints.rerun-failed',
		mutants: ['step 2 without dag_run_id'],
		reason: 'The DAG has this run alone, and a clear without a run takes them all.'
	},
	{
		exercise: 'endpoints.all-pages',
		mutants: ['step 1 without offset'],
		reason: '0 is the default.'
	},
	{
		exercise: 'endpoints.all-pages',
		mutants: ['step 1 without order_by', 'step 2 without order_by', 'step 3 without order_by'],
		reason: 'Runs come in the order of their ids without being asked for it.'
	},
	{
		exercise: 'patterns.rehearse-clear',
		mutants: [
			'step 2 without dry_run',
			'step 2 without only_failed',
			'step 2 without reset_dag_runs',
			'step 3 without only_failed'
		],
		reason: 'These are the defaults of v1, or do not matter to a rehearsal.'
	},
	{
		exercise: 'patterns.rehearse-clear',
		mutants: ['step 2 without dag_run_id', 'step 3 without dag_run_id'],
		reason: 'The DAG has this run alone, and a clear without a run takes them all.'
	},
	{
		exercise: 'patterns.refill-dates',
		mutants: ['step 4 without dag_run_id', 'step 4 without logical_date', 'step 4 without conf'],
		reason:
			'The second trigger is there for its 409, which the name or the date alone brings about.'
	},
	{
		exercise: 'cli.deploy-script',
		mutants: ['step 2 without include_deferred'],
		reason: 'PATCH of a pool leaves alone what is not sent.'
	},
	{
		exercise: 'programmatic.second-page',
		mutants: ['step 1 without offset'],
		reason: '0 is the default.'
	},
	{
		exercise: 'programmatic.second-page',
		mutants: ['step 1 without limit', 'step 2 without limit'],
		reason: 'The default of v1 is 100.'
	},
	{
		exercise: 'programmatic.lost-answer',
		mutants: ['step 2 without conf'],
		reason: 'The second trigger is there for its 409, which the name alone brings about.'
	},
	{
		exercise: 'programmatic.same-run-again',
		mutants: ['step 2 without dag_run_id'],
		reason: 'The DAG has this run alone, and a clear without a run takes them all.'
	},
	{
		exercise: 'endpoints.crm-moves',
		mutants: ['step 1 without update_mask', 'step 2 without update_mask'],
		reason: 'The bodies hold nothing that is not meant, so that they may be written whole.'
	},
	{
		exercise: 'auth.rotate-password',
		mutants: ['step 1 without update_mask'],
		reason: 'The body holds nothing that is not meant, so that it may be written whole.'
	},
	{
		exercise: 'cli.add-role',
		mutants: ['step 1 without update_mask'],
		reason: 'The body holds nothing that is not meant, so that it may be written whole.'
	},
	{
		exercise: 'patterns.backfill-days',
		mutants: ['step 3 without run_type'],
		reason: 'The last request is a look; the checks ask for the runs of the days.'
	}
];
