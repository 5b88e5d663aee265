import { get, patch, post, scheduler, wait } from '#lib/course/acts.ts';
import type { Symptom } from '#lib/course/symptom.ts';

const run = (id: string) => ({ dag_run_id: id, logical_date: null });

/** A run does not start, or does not become what was meant. */
export const runs: Symptom[] = [
	{
		id: 'queued-because-paused',
		topic: 'runs',
		says: {
			ru: 'Запуск висит в queued: DAG на паузе',
			en: 'A run stays queued: the DAG is paused'
		},
		tell: {
			ru: 'GET /dags/{dag_id}: is_paused равно true. Запуск принят, но планировщик не трогает его, пока DAG на паузе.',
			en: 'GET /dags/{dag_id}: is_paused is true. The run was accepted, and the scheduler leaves it alone for as long as the DAG is paused.'
		},
		mend: {
			ru: 'PATCH /dags/{dag_id} с телом {"is_paused": false}. Запускать снова не нужно: тот же запуск пойдёт сам.',
			en: 'PATCH /dags/{dag_id} with {"is_paused": false}. No second trigger: the same run goes on by itself.'
		},
		scenario: 'course',
		acts: [
			post('/api/v2/dags/paused_cleanup/dagRuns', run('by-hand')),
			wait(60_000),
			get('/api/v2/dags/paused_cleanup/dagRuns/by-hand')
		],
		shows: { status: 200, holds: '"state":"queued"' },
		cure: [
			patch('/api/v2/dags/paused_cleanup', { is_paused: false }),
			wait(60_000),
			get('/api/v2/dags/paused_cleanup/dagRuns/by-hand')
		],
		cured: { status: 200, holds: '"state":"success"' }
	},
	{
		id: 'queued-because-scheduler-down',
		topic: 'runs',
		says: {
			ru: 'В queued висят запуски всех DAG сразу',
			en: 'Runs of every DAG stay queued at once'
		},
		tell: {
			ru: 'GET /api/v2/monitor/health (в 2.x — /api/v1/health): у scheduler статус unhealthy и старый heartbeat. API при этом отвечает как ни в чём не бывало: это другой процесс.',
			en: 'GET /api/v2/monitor/health (/api/v1/health in 2.x): the scheduler is unhealthy and its heartbeat is old. The API answers as ever, since it is another process.'
		},
		mend: {
			ru: 'Поднимите планировщик. Запуски в очереди он подберёт сам.',
			en: 'Bring the scheduler back. It picks the queued runs up by itself.'
		},
		scenario: 'course',
		acts: [
			scheduler(true),
			post('/api/v2/dags/hello_api/dagRuns', run('by-hand')),
			wait(60_000),
			get('/api/v2/monitor/health')
		],
		shows: { status: 200, holds: 'unhealthy' },
		cure: [scheduler(false), wait(60_000), get('/api/v2/dags/hello_api/dagRuns/by-hand')],
		cured: { status: 200, holds: '"state":"success"' }
	},
	{
		id: 'run-id-exists',
		topic: 'runs',
		says: { ru: '409 на запуск DAG', en: '409 when triggering a DAG' },
		tell: {
			ru: 'Запуск с таким dag_run_id уже есть. Airflow 2 называет его в ответе, Airflow 3 говорит только «Unique constraint violation».',
			en: 'There is a run with this dag_run_id. Airflow 2 names it in the answer, Airflow 3 just says “Unique constraint violation”.'
		},
		mend: {
			ru: 'Если id ваш и означает эту самую работу, 409 — это успех: она уже поставлена. Проверьте состояние запуска. Если нужен ещё один запуск, дайте ему другой id.',
			en: 'If the id is yours and stands for this very piece of work, 409 is success: it has been started. Ask for the run’s state. If you want one more run, give it another id.'
		},
		scenario: 'course',
		acts: [
			post('/api/v2/dags/hello_api/dagRuns', run('release-42')),
			post('/api/v2/dags/hello_api/dagRuns', run('release-42'))
		],
		shows: { status: 409 },
		cure: [get('/api/v2/dags/hello_api/dagRuns/release-42')],
		cured: { status: 200, holds: 'release-42' }
	},
	{
		id: 'logical-date-exists',
		topic: 'runs',
		says: {
			ru: '409, хотя dag_run_id новый',
			en: '409 although the dag_run_id is new'
		},
		tell: {
			ru: 'Занята дата: у DAG может быть только один запуск с данной logical_date, каким бы ни был его id.',
			en: 'The date is taken: a DAG has one run for a logical_date, whatever the run’s id.'
		},
		mend: {
			ru: 'В v2 пишите "logical_date": null, если дата не важна; в v1 не передавайте её вовсе. Чтобы пересчитать прошлое, очистите существующий запуск.',
			en: 'Write "logical_date": null in v2 where no date is meant, and leave the field out in v1. To do the past again, clear the run that is there.'
		},
		scenario: 'course',
		acts: [
			post('/api/v2/dags/hello_api/dagRuns', {
				dag_run_id: 'first',
				logical_date: '2026-01-01T00:00:00Z'
			}),
			post('/api/v2/dags/hello_api/dagRuns', {
				dag_run_id: 'second',
				logical_date: '2026-01-01T00:00:00Z'
			})
		],
		shows: { status: 409 },
		cure: [post('/api/v2/dags/hello_api/dagRuns', run('second'))],
		cured: { status: 200, holds: 'second' }
	},
	{
		id: 'logical-date-required',
		topic: 'runs',
		says: {
			ru: '422 «Field required» на запуск в Airflow 3',
			en: '422 “Field required” when triggering in Airflow 3'
		},
		tell: {
			ru: 'loc называет logical_date. В v2 этот ключ обязателен, хотя значение может быть null; v1 обходился без него.',
			en: 'loc names logical_date. In v2 the key must be there, though its value may be null; v1 did without.'
		},
		mend: {
			ru: 'Добавьте "logical_date": null.',
			en: 'Add "logical_date": null.'
		},
		scenario: 'course',
		acts: [post('/api/v2/dags/hello_api/dagRuns', { conf: {} })],
		shows: { status: 422, holds: 'logical_date' },
		cure: [post('/api/v2/dags/hello_api/dagRuns', { conf: {}, logical_date: null })],
		cured: { status: 200 }
	},
	{
		id: 'param-not-allowed',
		topic: 'runs',
		says: {
			ru: '400 «Invalid input for param» на запуск с conf',
			en: '400 “Invalid input for param” when triggering with conf'
		},
		tell: {
			ru: 'DAG описал свои параметры, и значение в conf под описание не подходит; текст ошибки приводит и значение, и схему.',
			en: 'The DAG declares its params, and a value in conf does not fit; the message shows both value and schema.'
		},
		mend: {
			ru: 'Посмотрите params в GET /dags/{dag_id}/details и пришлите допустимое значение.',
			en: 'Look at params in GET /dags/{dag_id}/details and send a value that is allowed.'
		},
		scenario: 'course',
		acts: [
			post('/api/v2/dags/nightly_sales/dagRuns', { logical_date: null, conf: { region: 'mars' } })
		],
		shows: { status: 400, holds: 'Invalid input for param' },
		cure: [
			post('/api/v2/dags/nightly_sales/dagRuns', { logical_date: null, conf: { region: 'apac' } })
		],
		cured: { status: 200 }
	},
	{
		id: 'conf-is-a-string',
		topic: 'runs',
		says: {
			ru: '400 или 422: conf передан строкой',
			en: '400 or 422: conf was sent as a string'
		},
		tell: {
			ru: 'В теле стоит "conf": "{…}" — JSON внутри строки. Так получается, если закодировать conf отдельно, а потом всё тело ещё раз.',
			en: 'The body has "conf": "{…}", JSON inside a string. It comes from encoding conf by itself and then the whole body once more.'
		},
		mend: {
			ru: 'conf — объект: {"conf": {"region": "apac"}}. В Python отдавайте словарь целиком в json=….',
			en: 'conf is an object: {"conf": {"region": "apac"}}. In Python hand the whole dictionary to json=….'
		},
		scenario: 'course',
		acts: [post('/api/v1/dags/hello_api/dagRuns', { conf: '{"region": "apac"}' })],
		shows: { status: 400, holds: 'conf' },
		cure: [post('/api/v1/dags/hello_api/dagRuns', { conf: { region: 'apac' } })],
		cured: { status: 200 }
	},
	{
		id: 'date-without-zone',
		topic: 'runs',
		says: {
			ru: 'Дата в теле не нравится серверу, хотя она по ISO 8601',
			en: 'The server dislikes a date in the body although it is ISO 8601'
		},
		tell: {
			ru: 'У даты нет пояса: 2026-01-01T00:00:00. v2 так и пишет: should have timezone info; v1 говорит, что это не date-time.',
			en: 'The date has no zone: 2026-01-01T00:00:00. v2 says so: should have timezone info; v1 says it is no date-time.'
		},
		mend: {
			ru: 'Пишите пояс: 2026-01-01T00:00:00Z. В Python: datetime.now(timezone.utc).isoformat().',
			en: 'Write the zone: 2026-01-01T00:00:00Z. In Python: datetime.now(timezone.utc).isoformat().'
		},
		scenario: 'course',
		acts: [post('/api/v2/dags/hello_api/dagRuns', { logical_date: '2026-01-01T00:00:00' })],
		shows: { status: 422, holds: 'timezone' },
		cure: [post('/api/v2/dags/hello_api/dagRuns', { logical_date: '2026-01-01T00:00:00Z' })],
		cured: { status: 200 }
	}
];
