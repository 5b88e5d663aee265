import { changes, step, type Case } from './case.ts';
import { dags, dagsOfAirflow, deleteRun, endedRun, ownRun, RUN, showRun } from './cases-dags.ts';
import { makesBackfill, rehearsesBackfill } from './cases-backfill.ts';
import { listsOfAirflow, listsOfAirflow3 } from './cases-lists.ts';
import { stores } from './cases-stores.ts';

/** `airflow` 3.x against the v2 API. */
export const cases3: readonly Case[] = [
	...stores('v2'),
	...dags('airflow-3'),
	...dagsOfAirflow('airflow-3'),
	changes(
		'clears a run by its id',
		step(`POST ${RUN}/clear`, { path: ownRun, body: { dry_run: false } }),
		showRun(ownRun),
		{ before: endedRun(ownRun, '11'), after: [deleteRun(ownRun)] }
	),
	makesBackfill,
	rehearsesBackfill,
	...listsOfAirflow,
	...listsOfAirflow3
];
