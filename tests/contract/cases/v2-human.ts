import { type Group, get, patch, post, raw, stateIs, tidy } from './case.ts';

const run = '/dags/asks_a_human/dagRuns/NONCE_run';
const tasks = `${run}/taskInstances`;
const approve = `${tasks}/approve/-1/hitlDetails`;
const pick = `${tasks}/pick/-1/hitlDetails`;
/**
 * The state, or an error that makes the case begin again: now and then a real executor takes the end of the
 * question for the end of the task, and fails it.
 */
const becomes = (state: string) => (body: unknown) => {
	const text = JSON.stringify(body);
	if (/"state":"(upstream_)?failed"/.test(text)) throw new Error(`lost by the executor: ${text}`);
	return stateIs(state)(body);
};
/** True at every twentieth look: a busy executor must have seen the worker go before somebody answers. */
const later = () => {
	let looks = 0;
	return () => ++looks % 20 === 0;
};
const asks = (task: string) => [
	get(`${tasks}/${task}`, { until: becomes('awaiting_input') }),
	get(`${tasks}/${task}/-1/hitlDetails`, { until: later() })
];
/** Of a list of questions. */
const firstInstance = (body: unknown) =>
	(body as { hitl_details: { task_instance: unknown }[] }).hitl_details[0]?.task_instance;
const begin = [
	post('/dags/asks_a_human/dagRuns', { dag_run_id: 'NONCE_run', logical_date: null }),
	...asks('approve')
];
const gone = tidy(run);
const list = '/dags/asks_a_human/dagRuns/NONCE_run/hitlDetails';
const everywhere = '/dags/~/dagRuns/NONCE_run/hitlDetails';

export const v2Human: Group = {
	name: 'v2-human',
	api: 'v2',
	cases: {
		'a question is asked, answered, and the run goes on': [
			...begin,
			get(approve, { as: 'viewer' }),
			get(`${approve}/tries/1`),
			get(`${approve}/tries/2`),
			get(`${tasks}/approve/tries`),
			patch(approve, { chosen_options: ['Perhaps', 'Approve'] }),
			patch(approve, { chosen_options: ['Approve', 'Reject'] }),
			patch(approve, { chosen_options: ['Approve'] }, { as: 'viewer' }),
			patch(approve, { chosen_options: ['Approve'], colour: 'red' }, { as: 'user' }),
			patch(approve, { chosen_options: ['Reject'] }),
			...asks('pick'),
			get(approve),
			get(list),
			patch(pick, { chosen_options: ['Rome', 'Oslo'], params_input: { reason: 'sun' } }),
			get(run, { until: becomes('success') }),
			get(pick),
			get(tasks),
			get(`${tasks}/pick/xcomEntries/return_value`),
			gone
		],
		'who rejects, lets nothing follow': [
			...begin,
			patch(approve, { chosen_options: ['Reject'] }),
			get(run, { until: becomes('success') }),
			get(tasks),
			get(approve),
			get(`${pick}`),
			gone
		],
		'questions are chosen by what they are': [
			...begin,
			get(list),
			get(everywhere),
			get('/dags/asks_a_human/dagRuns/NONCE_other/hitlDetails'),
			get('/dags/hello_api/dagRuns/NONCE_run/hitlDetails'),
			get(`${everywhere}?dag_id_pattern=HUMAN`),
			get(`${everywhere}?dag_id_pattern=hello`),
			get(`${everywhere}?dag_id_prefix_pattern=asks`),
			get(`${list}?task_id=approve`),
			get(`${list}?task_id=pick`),
			get(`${list}?task_id_pattern=PROVE`),
			get(`${list}?task_id_prefix_pattern=pick`),
			get(`${list}?map_index=-1`),
			get(`${list}?map_index=0`),
			get(`${list}?state=awaiting_input`),
			get(`${list}?state=success&state=none`),
			get(`${list}?response_received=false`),
			get(`${list}?response_received=true`),
			get(`${list}?responded_by_user_id=admin`),
			get(`${list}?responded_by_user_name=admin&responded_by_user_name=user`),
			get(`${list}?subject_search=release`),
			get(`${list}?subject_search=nothing`),
			get(`${list}?body_search=READY`),
			get(`${list}?body_search=nothing`),
			get(`${list}?created_at_gte=2026-01-20T00:00:00Z`),
			get(`${list}?created_at_lt=2026-01-20T00:00:00Z`),
			get(`${list}?limit=0`),
			get(`${list}?offset=1`),
			get(`${list}?order_by=-created_at`),
			get(`${list}?order_by=dag_id&order_by=run_id&order_by=task_display_name`),
			get(`${list}?order_by=responded_by_user_name&order_by=task_instance_state`),
			get(`${list}?order_by=rendered_map_index&order_by=task_instance_operator&order_by=run_after`),
			get(list, { as: 'viewer' }),
			patch(approve, { chosen_options: ['Approve'] }, { as: 'user' }),
			get(`${list}?response_received=true&responded_by_user_id=user&task_id=approve`, {
				until: (body) => becomes('success')(firstInstance(body))
			}),
			gone
		],
		'a cleared question is asked once more': [
			...begin,
			patch(approve, { chosen_options: ['Approve'] }),
			get(`${tasks}/approve`, { until: becomes('success') }),
			...asks('pick'),
			post('/dags/asks_a_human/clearTaskInstances', {
				dag_run_id: 'NONCE_run',
				task_ids: ['approve'],
				only_failed: false,
				dry_run: false
			}),
			...asks('approve'),
			get(`${approve}/tries/1`),
			get(`${approve}/tries/2`),
			gone
		],
		'a question is answered at once': [
			...begin,
			patch(approve, { chosen_options: ['Approve'], params_input: {} }),
			patch(approve, { chosen_options: ['Approve'] }),
			get(`${tasks}/approve`, { until: becomes('success') }),
			get(`${tasks}/approve/xcomEntries/return_value?stringify=false`),
			gone
		],
		'a task without a question': [
			post('/dags/paused_cleanup/dagRuns', {
				dag_run_id: 'NONCE_run',
				logical_date: '2026-01-20T00:00:00Z'
			}),
			get('/dags/paused_cleanup/dagRuns/NONCE_run/taskInstances/cleanup/-1/hitlDetails'),
			get('/dags/paused_cleanup/dagRuns/NONCE_run/taskInstances/cleanup/-1/hitlDetails/tries/0'),
			patch('/dags/paused_cleanup/dagRuns/NONCE_run/taskInstances/cleanup/-1/hitlDetails', {
				chosen_options: ['x']
			}),
			tidy('/dags/paused_cleanup/dagRuns/NONCE_run')
		],
		'a question of an unknown run': [get(approve)],
		'a question by a word': [get(`${tasks}/approve/first/hitlDetails`)],
		'a try of a question by a word': [get(`${approve}/tries/first`)],
		'a try of a question of an unknown run': [get(`${approve}/tries/1`)],
		'questions of an unknown DAG are none': [get('/dags/NONCE_dag/dagRuns/~/hitlDetails')],
		'questions by an unknown state': [get(`${list}?state=asleep`)],
		'questions by an unknown order': [get(`${list}?order_by=colour`)],
		'questions by a bad date': [get(`${list}?created_at_gte=soon`)],
		'questions by a word for a map index': [get(`${list}?map_index=x`)],
		'questions answered or not': [get(`${list}?response_received=perhaps`)],
		'questions by a negative limit': [get(`${list}?limit=-1`)],
		'questions are not for nobody': [get(list, { as: 'nobody' })],
		'a question is not for nobody': [get(approve, { as: 'nobody' })],
		'no answer to an unknown question': [patch(approve, { chosen_options: ['Approve'] })],
		'an answer chooses': [patch(approve, {})],
		'an answer chooses something': [patch(approve, { chosen_options: [] })],
		'an answer chooses from a list': [patch(approve, { chosen_options: 'Approve' })],
		'an answer chooses texts': [patch(approve, { chosen_options: [1] })],
		'an answer’s params are an object': [
			patch(approve, { chosen_options: ['Approve'], params_input: [] })
		],
		'an answer’s params are not null': [
			patch(approve, { chosen_options: ['Approve'], params_input: null })
		],
		'an answer needs a body': [patch(approve)],
		'an answer must be an object': [patch(approve, ['Approve'])],
		'an answer must be JSON': [patch(approve, raw('{'))],
		'an answer is not for a viewer': [patch(approve, {}, { as: 'viewer' })]
	}
};
