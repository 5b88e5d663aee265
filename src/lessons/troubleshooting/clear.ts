import { get, post, wait } from '#lib/course/acts.ts';
import type { Act, Symptom } from '#lib/course/symptom.ts';

const CLEAR = '/api/v2/dags/broken_export/clearTaskInstances';
const failedRun: Act[] = [
	post('/api/v2/dags/broken_export/dagRuns', { dag_run_id: 'report', logical_date: null }),
	wait(60_000)
];
const state = get('/api/v2/dags/broken_export/dagRuns/report');

/** Clearing and marking do not do what was meant. */
export const clear: Symptom[] = [
	{
		id: 'clear-did-nothing',
		topic: 'clear',
		says: {
			ru: 'Очистка ответила 200 и списком задач, а запуск как был failed, так и остался',
			en: 'Clearing answered 200 with a list of tasks, and the run is failed as before'
		},
		tell: {
			ru: 'В теле нет dry_run или он true: это репетиция. Список в ответе — задачи, которые были бы очищены.',
			en: 'The body has no dry_run, or has it true: this was a rehearsal. The list shows the tasks that would have been cleared.'
		},
		mend: {
			ru: 'Пришлите "dry_run": false. По умолчанию он true и в v1, и в v2.',
			en: 'Send "dry_run": false. The default is true in v1 and in v2.'
		},
		scenario: 'course',
		acts: [...failedRun, post(CLEAR, { dag_run_id: 'report', only_failed: true }), state],
		shows: { status: 200, holds: '"state":"failed"' },
		cure: [post(CLEAR, { dag_run_id: 'report', only_failed: true, dry_run: false }), state],
		cured: { status: 200, holds: '"state":"queued"' }
	},
	{
		id: 'clear-found-nothing',
		topic: 'clear',
		says: {
			ru: 'Очистка с dry_run: false вернула пустой список',
			en: 'Clearing with dry_run: false came back with an empty list'
		},
		tell: {
			ru: 'only_failed по умолчанию true: очищаются только упавшие задачи, а в этом запуске все успешны.',
			en: 'only_failed is true by default: just failed tasks are cleared, and every task of this run succeeded.'
		},
		mend: {
			ru: 'Чтобы пересчитать успешные задачи, пришлите "only_failed": false и назовите их в task_ids.',
			en: 'To run tasks again that succeeded, send "only_failed": false and name them in task_ids.'
		},
		scenario: 'course',
		acts: [
			post('/api/v2/dags/hello_api/dagRuns', { dag_run_id: 'done', logical_date: null }),
			wait(60_000),
			post('/api/v2/dags/hello_api/clearTaskInstances', { dag_run_id: 'done', dry_run: false })
		],
		shows: { status: 200, holds: '"total_entries":0' },
		cure: [
			post('/api/v2/dags/hello_api/clearTaskInstances', {
				dag_run_id: 'done',
				dry_run: false,
				only_failed: false,
				task_ids: ['say_bye']
			})
		],
		cured: { status: 200, holds: '"task_id":"say_bye"' }
	},
	{
		id: 'downstream-still-failed',
		topic: 'clear',
		says: {
			ru: 'Упавшую задачу очистили, она прошла бы, но следующие за ней так и стоят в upstream_failed',
			en: 'The failed task was cleared, and those behind it stay upstream_failed'
		},
		tell: {
			ru: 'В task_ids названа одна задача, и в ответе только она: те, что ниже по графу, не очищены.',
			en: 'task_ids names one task, and the answer shows just that one: those below it in the graph were not cleared.'
		},
		mend: {
			ru: 'Добавьте "include_downstream": true — или не указывайте task_ids: тогда only_failed возьмёт и upstream_failed.',
			en: 'Add "include_downstream": true, or leave task_ids out: then only_failed takes upstream_failed tasks as well.'
		},
		scenario: 'course',
		acts: [...failedRun, post(CLEAR, { dag_run_id: 'report', task_ids: ['export'] })],
		shows: { status: 200, holds: '"total_entries":1' },
		cure: [post(CLEAR, { dag_run_id: 'report', task_ids: ['export'], include_downstream: true })],
		cured: { status: 200, holds: '"task_id":"notify"' }
	},
	{
		id: 'marking-did-nothing',
		topic: 'clear',
		says: {
			ru: 'В v1 состояние задачи «изменили», ответ 200, а оно прежнее',
			en: 'In v1 a task’s state was “changed”, the answer was 200, and it is as before'
		},
		tell: {
			ru: 'У PATCH …/taskInstances/{task_id} в v1 тоже есть dry_run, и он по умолчанию true.',
			en: 'PATCH …/taskInstances/{task_id} of v1 has a dry_run, too, and it is true by default.'
		},
		mend: {
			ru: 'Пришлите {"dry_run": false, "new_state": "success"}. В v2 репетиция — отдельный адрес, …/dry_run.',
			en: 'Send {"dry_run": false, "new_state": "success"}. In v2 the rehearsal has an address of its own, …/dry_run.'
		},
		scenario: 'course',
		acts: [
			...failedRun,
			{
				kind: 'ask',
				method: 'PATCH',
				path: '/api/v1/dags/broken_export/dagRuns/report/taskInstances/export',
				body: { new_state: 'success' }
			},
			get('/api/v1/dags/broken_export/dagRuns/report/taskInstances/export')
		],
		shows: { status: 200, holds: '"state": "failed"' },
		cure: [
			{
				kind: 'ask',
				method: 'PATCH',
				path: '/api/v1/dags/broken_export/dagRuns/report/taskInstances/export',
				body: { new_state: 'success', dry_run: false }
			},
			get('/api/v1/dags/broken_export/dagRuns/report/taskInstances/export')
		],
		cured: { status: 200, holds: '"state": "success"' }
	}
];
