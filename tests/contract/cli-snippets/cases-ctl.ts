import { changes, reads, step, type Case } from './case.ts';
import {
	DAG,
	dags,
	deleteRun,
	endedRun,
	listedRun,
	ownRun,
	pause,
	RUN,
	RUNS,
	showRun
} from './cases-dags.ts';
import { makesBackfill, printsBackfill } from './cases-backfill.ts';
import { printsLists } from './cases-lists.ts';
import { stores } from './cases-stores.ts';

const task = { ...ownRun, task_id: 'upload' };
const xcom = { ...task, xcom_key: 'k' };
const XCOMS = `${RUN}/taskInstances/{task_id}/xcomEntries`;
const showXcom = [step(`GET ${XCOMS}/{xcom_key}`, { path: xcom })];
const makeXcom = step(`POST ${XCOMS}`, { path: task, body: { key: 'k', value: 'old' } });
const withXcom = { before: [...endedRun(ownRun, '13'), makeXcom], after: [deleteRun(ownRun)] };
const connection = { connection_id: 'OWN' };

/** `airflowctl` against the v2 API. */
export const casesCtl: readonly Case[] = [
	...stores('v2', true),
	...dags('airflowctl'),
	changes(
		'starts a run with a note and an interval of its own',
		step(`POST ${RUNS}`, {
			path: DAG,
			body: {
				dag_run_id: 'OWN',
				logical_date: 'DAYT15:00:00Z',
				data_interval_start: 'DAYT13:00:00Z',
				data_interval_end: 'DAYT14:00:00Z',
				note: `it's "so"`
			}
		}),
		showRun(ownRun),
		{ before: [pause], after: [deleteRun(ownRun)] }
	),
	reads(
		'prints a run',
		step(`GET ${RUN}`, { path: listedRun }),
		({ dag_id, state }: { dag_id: string; state: string }) => [dag_id, state],
		endedRun(listedRun, '09')
	),
	changes(
		'changes all of a connection',
		step('PATCH /connections/{connection_id}', {
			path: connection,
			body: { connection_id: 'OWN', conn_type: 'http', host: 'new.example', port: 81, login: 'x' }
		}),
		[step('GET /connections/{connection_id}', { path: connection })],
		{
			before: [step('POST /connections', { body: { connection_id: 'OWN', conn_type: 'ftp' } })],
			after: [step('DELETE /connections/{connection_id}', { path: connection })]
		}
	),
	...[`it's "so"`, '12', { a: [1, null] }, true].map((value) =>
		changes(
			`adds ${JSON.stringify(value)} to the XComs of a task`,
			step(`POST ${XCOMS}`, { path: task, body: { key: 'k', value } }),
			showXcom,
			{ before: endedRun(ownRun, '13'), after: [deleteRun(ownRun)] }
		)
	),
	changes(
		'changes an XCom',
		step(`PATCH ${XCOMS}/{xcom_key}`, { path: xcom, body: { value: [1, 2] } }),
		showXcom,
		withXcom
	),
	changes(
		'deletes an XCom',
		step(`DELETE ${XCOMS}/{xcom_key}`, { path: xcom }),
		showXcom,
		withXcom
	),
	makesBackfill,
	...printsBackfill,
	...printsLists,
	reads(
		'prints the version of the server',
		step('GET /version'),
		({ version }: { version: string }) => [version]
	)
];
