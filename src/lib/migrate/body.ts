import type { RequestDraft } from '#lib/request/draft.ts';
import { BodyEdit } from './body-edit.ts';

type Rewrite = (edit: BodyEdit, draft: RequestDraft) => void;
type Rules = Readonly<Record<string, Rewrite>>;

const INSTANCE = 'dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}';
/** Fields of a v1 task body that v2 keeps in the address. */
const IN_THE_ADDRESS = ['dag_run_id', 'task_id', 'execution_date'] as const;

const dates =
	(from: string, to: string): Rewrite =>
	(edit) => {
		for (const end of ['gte', 'lte']) edit.rename(`${from}_${end}`, `${to}_${end}`, 'logical-date');
		const order = edit.textOf('order_by');
		if (order?.replace(/^-/, '') === from)
			edit.set('order_by', JSON.stringify(order.replace(from, to)), 'logical-date');
	};

const markTask: Rewrite = (edit) => {
	for (const name of IN_THE_ADDRESS) edit.drop(name, 'state-in-the-path');
	edit.drop('dry_run', 'dry-run-is-a-path');
};

/** What changes in the body of a v1 operation. @source the two specifications' schemas; real 3.3 */
const TO_V2: Rules = {
	'POST /dags/{dag_id}/dagRuns'(edit) {
		edit.rename('execution_date', 'logical_date', 'logical-date');
		edit.add('logical_date', 'null', 'logical-date-required');
	},
	'POST /dags/{dag_id}/clearTaskInstances'(edit) {
		edit.drop('include_subdags', 'no-subdags');
		edit.drop('include_parentdag', 'no-subdags');
		edit.add('reset_dag_runs', 'false', 'reset-default');
	},
	[`PATCH /${INSTANCE}`]: markTask,
	[`PATCH /${INSTANCE}/{map_index}`]: markTask,
	'POST /dags/{dag_id}/updateTaskInstancesState': markTask,
	'PATCH /pools/{pool_name}'(edit, { path }) {
		edit.rename('name', 'pool', 'pool-key');
		edit.add('pool', JSON.stringify(path.pool_name ?? ''), 'pool-whole');
		edit.leave('slots', '0', 'pool-whole');
		edit.add('include_deferred', 'false', 'pool-whole');
	},
	'PATCH /connections/{connection_id}'(edit, { path }) {
		edit.add('connection_id', JSON.stringify(path.connection_id ?? ''), 'connection-whole');
		edit.leave('conn_type', '""', 'connection-whole');
	},
	'POST /datasets/events'(edit) {
		edit.drop('dataset_uri', 'asset-by-number');
		edit.leave('asset_id', '0', 'asset-by-number');
	},
	'POST /dags/~/dagRuns/list': dates('execution_date', 'logical_date'),
	'POST /dags/~/dagRuns/~/taskInstances/list': dates('execution_date', 'logical_date')
};

const rehearse =
	(isDryRun: boolean): Rewrite =>
	(edit, { path, operation }) => {
		edit.drop('note', 'note-elsewhere');
		const isByBody = edit.names.some((name) => name.startsWith('include_'));
		if (isByBody && !operation.includes('{map_index}')) {
			edit.add('task_id', JSON.stringify(path.task_id ?? ''), 'state-in-the-body');
			edit.add('dag_run_id', JSON.stringify(path.dag_run_id ?? ''), 'state-in-the-body');
			for (const name of ['upstream', 'downstream', 'future', 'past'])
				edit.add(`include_${name}`, 'false', 'state-in-the-body');
		}
		edit.add('dry_run', String(isDryRun), 'dry-run-is-a-field');
	};

/** What changes in the body of a v2 operation. @source the two specifications' schemas; real 2.11 */
const TO_V1: Rules = {
	'POST /dags/{dag_id}/dagRuns'(edit) {
		if (edit.get('logical_date') === 'null') edit.drop('logical_date', 'logical-date-optional');
	},
	'POST /dags/{dag_id}/clearTaskInstances': (edit) =>
		edit.add('reset_dag_runs', 'true', 'reset-default-v2'),
	[`PATCH /${INSTANCE}`]: rehearse(false),
	[`PATCH /${INSTANCE}/{map_index}`]: rehearse(false),
	[`PATCH /${INSTANCE}/dry_run`]: rehearse(true),
	[`PATCH /${INSTANCE}/{map_index}/dry_run`]: rehearse(true),
	'PATCH /pools/{pool_name}': (edit) => edit.rename('pool', 'name', 'pool-key'),
	'POST /assets/events'(edit) {
		edit.drop('asset_id', 'asset-by-uri');
		edit.leave('dataset_uri', '""', 'asset-by-uri');
	},
	'POST /dags/{dag_id}/dagRuns/list': dates('logical_date', 'execution_date'),
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/list': dates(
		'logical_date',
		'execution_date'
	)
};

/**
 * The body for the other API.
 * @param allowed the fields it has there; strangers are dropped, since both APIs refuse them
 */
export function migrateBody(
	draft: RequestDraft,
	from: 'v1' | 'v2',
	allowed: ReadonlySet<string>
): BodyEdit {
	const edit = new BodyEdit(draft.body ?? '{}');
	// A bare note is an address of its own in v1, and has nothing to rehearse.
	const rule = (from === 'v1' ? TO_V2 : TO_V1)[draft.operation];
	const isBareNote = edit.get('note') !== undefined && edit.names.length === 1;
	if (!(from === 'v2' && isBareNote)) rule?.(edit, draft);
	if (allowed.size > 0)
		for (const name of edit.names) if (!allowed.has(name)) edit.drop(name, 'no-such-field');
	return edit;
}
