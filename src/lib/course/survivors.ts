import { DEFAULTS } from './survivors-defaults.ts';
import { ORDERS } from './survivors-orders.ts';
import type { Survivor } from './survivor.ts';

/** Mistakes in a solution that an exercise lets pass, each for a reason; the gate holds the list to the letter. */
export const SURVIVORS: readonly Survivor[] = [
	...ORDERS,
	...DEFAULTS,
	{
		exercise: 'overview.which-version',
		mutants: ['step 1 as nobody', 'step 1 as a stranger'],
		reason: 'GET /version answers without credentials.'
	},
	{
		exercise: 'overview.clear-failed',
		mutants: [
			'step 3 with another dag_id',
			'step 3 with another dag_run_id',
			'step 3 as nobody',
			'step 3 as a stranger'
		],
		reason: 'The last request is a look that lets time pass; the checks ask what became of the run.'
	},
	{
		exercise: 'overview.paused-dag',
		api: 'v1',
		mutants: ['step 2 without its body'],
		reason: 'In v1 the body of a trigger may be empty.'
	},
	{
		exercise: 'endpoints.rerun-failed',
		mutants: [
			'step 3 as DELETE',
			'step 3 with another dag_id',
			'step 3 with another dag_run_id',
			'step 3 as nobody',
			'step 3 as a stranger'
		],
		reason: 'The last request is a look that lets time pass; the checks ask what became of the run.'
	},
	{
		exercise: 'auth.three-callers',
		mutants: [
			'step 1 without its body',
			'step 1 as plain text',
			'step 2 without its body',
			'step 2 as plain text'
		],
		reason: '401 and 403 are answered before anybody reads the body.'
	},
	{
		exercise: 'auth.least-role',
		mutants: ['step 2 without its body'],
		reason: 'In v1 the body of a trigger may be empty.'
	},
	{
		exercise: 'auth.token-expired',
		mutants: ['step 2 with another dag_run_id', 'step 2 as nobody', 'step 2 as a stranger'],
		reason: 'The step is there for its 401, which an expired token gets whatever it asks for.'
	},
	{
		exercise: 'patterns.rehearse-clear',
		mutants: [
			'step 2 without its body',
			'step 4 with another dag_id',
			'step 4 with another dag_run_id',
			'step 4 as nobody',
			'step 4 as a stranger'
		],
		reason: 'dry_run is true unless said otherwise; the last request is a look that lets time pass.'
	},
	{
		exercise: 'patterns.backfill-days',
		mutants: [
			'step 3 as DELETE',
			'step 3 with another dag_id',
			'step 3 as nobody',
			'step 3 as a stranger'
		],
		reason:
			'The last request is a look that lets time pass; the checks ask for the runs of the days.'
	},
	{
		exercise: 'patterns.maintenance-window',
		api: 'v1',
		mutants: ['step 1 without its body'],
		reason: 'In v1 the body of a trigger may be empty.'
	},
	{
		exercise: 'cli.clear-as-command',
		mutants: [
			'step 3 as DELETE',
			'step 3 with another dag_id',
			'step 3 with another dag_run_id',
			'step 3 as nobody',
			'step 3 as a stranger'
		],
		reason: 'The last request is a look that lets time pass; the checks ask what became of the run.'
	},
	{
		exercise: 'programmatic.busy-server',
		mutants: [
			'step 1 as nobody',
			'step 1 as a stranger',
			'step 1 without its body',
			'step 1 as plain text',
			'step 2 as nobody',
			'step 2 as a stranger',
			'step 2 without its body',
			'step 2 as plain text'
		],
		reason: 'The proxy answers 429 and 503 before Airflow has seen the request.'
	},
	{
		exercise: 'programmatic.busy-server',
		api: 'v2',
		mutants: [
			'step 1 without dag_run_id',
			'step 1 without logical_date',
			'step 2 without dag_run_id',
			'step 2 without logical_date'
		],
		reason: 'The proxy answers 429 and 503 before Airflow has seen the request.'
	}
];
