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
		mutants: ['step 1 without description'],
		reason:
			'The exercise is about the 409; what the variable says of itself is left to the learner.'
	},
	{
		exercise: 'endpoints.variable-worked',
		api: 'v2',
		mutants: ['step 2 without description'],
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
		api: 'v1',
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
		mutants: ['step 2 without dag_run_id'],
		reason: 'The DAG has this run alone, and a clear without a run takes them all.'
	},
	{
		exercise: 'patterns.rehearse-clear',
		api: 'v1',
		mutants: ['step 3 without dag_run_id'],
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
		api: 'v1',
		mutants: ['step 2 without include_deferred'],
		reason: 'In v1 include_deferred is false where it is left out, which is what is wanted.'
	},
	{
		exercise: 'programmatic.second-page',
		mutants: ['step 1 without offset'],
		reason: '0 is the default.'
	},
	{
		exercise: 'programmatic.second-page',
		api: 'v1',
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
		api: 'v1',
		mutants: ['step 2 without dag_run_id'],
		reason: 'The DAG has this run alone, and a clear without a run takes them all.'
	},
	{
		exercise: 'endpoints.crm-moves',
		mutants: ['step 1 without update_mask'],
		reason: 'The bodies hold nothing that is not meant, so that they may be written whole.'
	},
	{
		exercise: 'endpoints.crm-moves',
		api: 'v2',
		mutants: ['step 2 without update_mask'],
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
	},
	{
		exercise: 'endpoints.all-pages',
		api: 'v1',
		mutants: ['step 1 without limit', 'step 2 without limit', 'step 3 without limit'],
		reason: 'The default of v1 is 100.'
	},
	{
		exercise: 'endpoints.widen-pool',
		api: 'v2',
		mutants: ['step 1 without update_mask'],
		reason: 'The body holds nothing that is not meant, so that it may be written whole.'
	},
	{
		exercise: 'endpoints.crm-moves',
		api: 'v1',
		mutants: ['step 1 without connection_id', 'step 1 without conn_type'],
		reason: 'Where there is a mask, v1 reads nothing else of the body.'
	},
	{
		exercise: 'patterns.rehearse-clear',
		api: 'v2',
		mutants: ['step 3 without reset_dag_runs'],
		reason: 'In v2 it is true unless said otherwise.'
	},
	{
		exercise: 'patterns.maintenance-window',
		api: 'v2',
		mutants: ['step 1 without dag_run_id'],
		reason: 'The task does not name the run: Airflow may.'
	},
	{
		exercise: 'cli.pool-set',
		api: 'v1',
		mutants: ['step 1 without include_deferred'],
		reason: 'In v1 include_deferred is false where it is left out, which is what is wanted.'
	},
	{
		exercise: 'programmatic.same-run-again',
		api: 'v2',
		mutants: ['step 2 without reset_dag_runs'],
		reason: 'In v2 it is true unless said otherwise.'
	},
	{
		exercise: 'programmatic.second-page',
		api: 'v2',
		mutants: ['step 2 without limit'],
		reason: 'The key stands among the first fifty of its page.'
	}
];
