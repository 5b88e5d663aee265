import { type Group, get, patch, post, stateIs, tidy } from './case.ts';

const run = '/dags/branch_by_size/dagRuns/NONCE_run';
const group = `${run}/taskGroupInstances/load`;
const finished = [
	post('/dags/branch_by_size/dagRuns', {
		dag_run_id: 'NONCE_run',
		logical_date: '2026-01-21T00:00:00Z'
	}),
	get(run, { until: stateIs('success') })
];
const gone = tidy(run);
const nowhere = '/dags/NONCE_dag/dagRuns/NONCE_run/taskGroupInstances/load';

export const v2Groups: Group = {
	name: 'v2-groups',
	api: 'v2',
	cases: {
		'a group is tried dry, noted and set': [
			...finished,
			patch(`${group}/dry_run`, {}),
			patch(`${group}/dry_run`, { new_state: 'failed' }),
			patch(`${group}/dry_run`, { new_state: 'success' }),
			patch(`${group}/dry_run`, { new_state: 'failed', include_downstream: true }),
			patch(`${group}/dry_run`, { new_state: 'failed', include_upstream: true }),
			patch(`${group}/dry_run`, { note: 'dry' }),
			patch(group, { note: 'both' }),
			patch(group, { note: 'masked' }, { as: 'user' }),
			patch(`${group}?update_mask=note`, { note: null, new_state: 'failed' }),
			patch(`${group}?update_mask=new_state`, { note: 'not this', new_state: 'success' }),
			patch(group, { new_state: 'success' }),
			get(`${run}/taskInstances`),
			get(`${run}/taskInstances?task_group_id=load`),
			get(`${run}/taskInstances?task_group_id=load&state=success&limit=1`),
			patch(group, { new_state: 'skipped', include_downstream: true, note: 'after all' }),
			patch(group, {}),
			gone
		],
		'a group of a DAG that failed': [
			...finished,
			patch(group, { new_state: 'FAILED', include_future: true, include_past: true }),
			get(`${run}/taskInstances`),
			gone
		],
		'instances of an unknown group': [
			...finished,
			get(`${run}/taskInstances?task_group_id=x`),
			gone
		],
		'instances of a group in all runs': [
			get('/dags/branch_by_size/dagRuns/~/taskInstances?task_group_id=NONCE_group')
		],
		'instances of a group in all DAGs': [get('/dags/~/dagRuns/~/taskInstances?task_group_id=load')],
		'a group of an unknown DAG': [patch(nowhere, { new_state: 'failed' })],
		'a group of an unknown DAG, dry': [patch(`${nowhere}/dry_run`, { new_state: 'failed' })],
		'a group of an unknown run': [patch(group, { new_state: 'failed' })],
		'a group of an unknown run, dry': [patch(`${group}/dry_run`, { new_state: 'failed' })],
		'an unknown group': [
			patch('/dags/hello_api/dagRuns/x/taskGroupInstances/load', { new_state: 'failed' })
		],
		'an unknown group, dry': [
			patch('/dags/hello_api/dagRuns/x/taskGroupInstances/load/dry_run', { new_state: 'failed' })
		],
		'a group takes one of three states': [patch(group, { new_state: 'running' })],
		'a group takes no empty state': [patch(group, { new_state: null })],
		'a group takes no number for a state': [patch(group, { new_state: 5 })],
		'a group takes no unknown key': [patch(group, { new_state: 'failed', colour: 'red' })],
		'a group’s note may not be too long': [patch(group, { note: 'x'.repeat(1001) })],
		'a group takes true or false': [patch(group, { include_past: 'perhaps' })],
		'a group needs a body': [patch(group)],
		'a group’s dry run needs a body': [patch(`${group}/dry_run`)],
		'a group is not for a viewer': [patch(group, { new_state: 'failed' }, { as: 'viewer' })],
		'a group’s dry run is not for a viewer': [patch(`${group}/dry_run`, {}, { as: 'viewer' })],
		'a group is not for nobody': [patch(group, {}, { as: 'nobody' })]
	}
};
