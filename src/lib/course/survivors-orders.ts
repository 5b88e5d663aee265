import type { Survivor } from './survivor.ts';

/** Steps that may be done in another order, or again. */
export const ORDERS: readonly Survivor[] = [
	{
		exercise: 'overview.which-version',
		mutants: ['step 1 after the next'],
		reason: 'The value is the server’s own; whoever asks afterwards has seen it too.'
	},
	{
		exercise: 'overview.which-version',
		api: 'v1',
		mutants: ['step 2 done twice'],
		reason: 'In v1 to create a variable again is to write it again.'
	},
	{
		exercise: 'overview.which-task',
		mutants: ['step 1 after the next'],
		reason:
			'The check wants the list to have been seen; the name that is noted is right in any order.'
	},
	{
		exercise: 'overview.clear-failed',
		mutants: ['step 2 done twice'],
		reason: 'A second clear begins the failed task once more, as the first did.'
	},
	{
		exercise: 'endpoints.variable-worked',
		api: 'v2',
		mutants: ['step 1 after the next', 'step 2 after the next'],
		reason: 'The two requests are the same, and the reading may come between them.'
	},
	{
		exercise: 'endpoints.read-log',
		mutants: ['step 1 after the next'],
		reason: 'The check wants the log to have been read; the note is right in any order.'
	},
	{
		exercise: 'endpoints.rerun-failed',
		mutants: ['step 2 done twice'],
		reason: 'A second clear begins the failed task once more, as the first did.'
	},
	{
		exercise: 'endpoints.find-failed',
		mutants: ['step 1 after the next'],
		reason: 'The check wants the list to have been seen; the note is right in any order.'
	},
	{
		exercise: 'endpoints.all-pages',
		mutants: ['step 1 after the next', 'step 2 after the next'],
		reason: 'Pages may be read in any order.'
	},
	{
		exercise: 'endpoints.crm-moves',
		mutants: ['step 1 after the next'],
		reason: 'The two stores have nothing to do with each other.'
	},
	{
		exercise: 'auth.three-callers',
		mutants: ['step 1 after the next', 'step 2 after the next'],
		reason: 'Each caller gets the same answer whoever has asked before.'
	},
	{
		exercise: 'auth.three-callers',
		mutants: ['step 3 done twice'],
		reason: 'The one who may trigger may do so twice; the exercise asks for the status.'
	},
	{
		exercise: 'auth.least-role',
		mutants: ['step 2 done twice'],
		reason: 'The task wants the role that may trigger, not one run.'
	},
	{
		exercise: 'auth.token-hour',
		mutants: ['step 1 after the next'],
		reason:
			'The journal does not tell when airflow.cfg was written: the setting and the login are wanted, in any order.'
	},
	{
		exercise: 'patterns.wait-worked',
		mutants: ['step 2 after the next'],
		reason: 'The run and its tasks are read after the end, in either order.'
	},
	{
		exercise: 'patterns.trigger-once',
		mutants: ['step 1 after the next'],
		reason: 'The two requests are the same.'
	},
	{
		exercise: 'patterns.rehearse-clear',
		mutants: ['step 2 done twice', 'step 3 done twice'],
		reason: 'To rehearse twice harms nobody; a second clear begins the failed task once more.'
	},
	{
		exercise: 'patterns.refill-dates',
		mutants: ['step 1 after the next', 'step 2 after the next', 'step 3 after the next'],
		reason: 'The days are independent; the second trigger of the first day may come at any time.'
	},
	{
		exercise: 'patterns.backfill-days',
		mutants: ['step 1 done twice'],
		reason: 'A dry run changes nothing.'
	},
	{
		exercise: 'patterns.backfill-days',
		mutants: ['step 2 done twice'],
		reason: 'The runs of these days are there already: the second backfill makes none.'
	},
	{
		exercise: 'patterns.maintenance-window',
		api: 'v1',
		mutants: ['step 3 done twice'],
		reason: 'In v1 to create a variable again is to write it again.'
	},
	{
		exercise: 'patterns.declare-state',
		mutants: ['step 1 after the next'],
		reason: 'The two stores have nothing to do with each other.'
	},
	{
		exercise: 'cli.exit-zero',
		mutants: ['step 1 after the next'],
		reason: 'A run waits for the pause to be lifted as well as it begins after that.'
	},
	{
		exercise: 'cli.clear-as-command',
		mutants: ['step 2 done twice'],
		reason: 'A second clear runs the same tasks once more.'
	},
	{
		exercise: 'cli.deploy-script',
		mutants: [
			'step 1 after the next',
			'step 2 after the next',
			'step 3 after the next',
			'step 4 after the next'
		],
		reason: 'The parts of the state have nothing to do with each other.'
	},
	{
		exercise: 'cli.deploy-script',
		api: 'v1',
		mutants: ['step 4 done twice'],
		reason: 'In v1 to create a variable again is to write it again.'
	},
	{
		exercise: 'programmatic.second-page',
		mutants: ['step 1 after the next', 'step 2 after the next'],
		reason: 'The page with the key has to be read, before the change or after it.'
	},
	{
		exercise: 'programmatic.lost-answer',
		mutants: ['step 1 after the next'],
		reason: 'The two requests are the same.'
	},
	{
		exercise: 'programmatic.busy-server',
		mutants: ['step 3 after the next'],
		reason: 'The two requests are the same.'
	},
	{
		exercise: 'programmatic.release-freeze',
		mutants: ['step 1 after the next', 'step 2 after the next', 'step 3 after the next'],
		reason: 'The DAGs are paused one by one, and the list of them may be written at any time.'
	},
	{
		exercise: 'programmatic.release-freeze',
		api: 'v1',
		mutants: ['step 4 done twice'],
		reason: 'In v1 to create a variable again is to write it again.'
	},
	{
		exercise: 'endpoints.variable-worked',
		api: 'v1',
		mutants: ['step 1 done twice', 'step 4 done twice'],
		reason: 'In v1 to create a variable again is to write it again.'
	},
	{
		exercise: 'patterns.announce-deploy',
		api: 'v1',
		mutants: ['step 2 done twice'],
		reason: 'In v1 to create a variable again is to write it again.'
	},
	{
		exercise: 'patterns.declare-state',
		api: 'v1',
		mutants: ['step 2 after the next'],
		reason: 'The two stores have nothing to do with each other.'
	},
	{
		exercise: 'patterns.declare-state',
		api: 'v1',
		mutants: ['step 3 done twice'],
		reason: 'In v1 to create a variable again is to write it again.'
	}
];
