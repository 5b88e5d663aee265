import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';

const DAG = 'nightly_sales';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const DATE = '2026-03-02T03:00:00';
const DATE_MS = Date.UTC(2026, 2, 2, 3);
const CONF = { region: 'amer', limit: 500 };

const trigger = (body: unknown): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body
});

/** Find the fault: a body of the years of Airflow 2. */
export const oldBody: Exercise = {
	id: 'programmatic.old-body',
	world: 'programmatic-old-body',
	scenario: 'course',
	api: 'v2',
	kind: 'fault',
	programs: { airflow: 'its-commands' },
	title: { ru: 'Скрипт падает с 422', en: 'The script fails with 422' },
	task: {
		ru: 'Скрипт писали для Airflow 2, и raise_for_status() в нём теперь падает с 422. Отправьте его запрос и прочитайте detail целиком. Исправьте тело так, чтобы nightly_sales был запущен за то же: 2 марта 2026 года, 03:00 UTC, с тем же conf.',
		en: 'The script was written for Airflow 2, and now its raise_for_status() fails with 422. Send its request and read all of detail. Mend the body so that nightly_sales is triggered for the same: 2 March 2026, 03:00 UTC, with the same conf.'
	},
	hints: [
		{
			ru: 'detail — список: в каждой записи loc говорит, где беда, а type — какая. Здесь их не одна.',
			en: 'detail is a list: in each entry loc says where the trouble is and type says which. There is more than one.'
		},
		{
			ru: 'execution_date называется теперь logical_date. Исправите имя — сервер придерётся к самой дате: у неё нет пояса. А conf — объект, не строка.',
			en: 'execution_date is now logical_date. With the name mended the server will object to the date itself: it has no zone. And conf is an object, not a string.'
		},
		{
			ru: 'Тело целиком: {"logical_date": "2026-03-02T03:00:00Z", "conf": {"region": "amer", "limit": 500}}.',
			en: 'Send {"logical_date": "2026-03-02T03:00:00Z", "conf": {"region": "amer", "limit": 500}}.'
		}
	],
	start: {
		operation: TRIGGER,
		path: { dag_id: DAG },
		body: JSON.stringify({ execution_date: DATE, conf: JSON.stringify(CONF) }, undefined, 2)
	},
	checks: [
		{
			says: {
				ru: 'есть ручной запуск за 2026-03-02 03:00 UTC, и он один',
				en: 'there is a manual run for 2026-03-02 03:00 UTC, and only one'
			},
			passes: (input) => runs(input).length === 1 && runs(input)[0]?.logicalDateMs === DATE_MS
		},
		{
			says: {
				ru: 'его conf — region amer и limit 500',
				en: 'its conf is region amer and limit 500'
			},
			passes: (input) =>
				runs(input)[0]?.conf.region === 'amer' && runs(input)[0]?.conf.limit === 500
		}
	],
	solution: [trigger({ logical_date: `${DATE}Z`, conf: CONF })],
	reasons: {
		ru: 'v2 отвергает лишние поля (extra_forbidden), требует logical_date (missing) и пояс у даты (timezone_aware). json.dumps внутри json= превращает conf в строку, а нужен словарь: сериализует requests, и один раз.',
		en: 'v2 refuses strange fields (extra_forbidden), insists on logical_date (missing) and on a zone in a date (timezone_aware). A json.dumps inside json= makes a string of conf where a dictionary is needed: requests does the serialising, and once.'
	},
	wrong: [
		{
			name: 'no-date-at-all',
			steps: [trigger({ logical_date: null, conf: CONF })],
			says: {
				ru: 'null прошёл, но это запуск без даты: отчёт посчитан не за 2 марта. Начните заново и назовите дату.',
				en: 'null was taken, but it makes a run without a date: the report is not for 2 March. Start over and name the date.'
			},
			matches: (input) => runs(input).some(({ logicalDateMs }) => logicalDateMs === undefined)
		},
		{
			name: 'local-time',
			steps: [trigger({ logical_date: `${DATE}+03:00`, conf: CONF })],
			says: {
				ru: 'Пояс есть, но не тот: запуск вышел за другой момент. Старый сервер считал дату без пояса в UTC. Начните заново с Z на конце.',
				en: 'There is a zone, but another one: the run is for another moment. The old script meant UTC. Start over with a Z at the end.'
			},
			matches: (input) =>
				runs(input).some(({ logicalDateMs = DATE_MS }) => logicalDateMs !== DATE_MS)
		},
		{
			name: 'conf-dropped',
			steps: [trigger({ logical_date: `${DATE}Z` })],
			says: {
				ru: 'Запуск за нужную дату, но conf потерян: DAG взял свои значения, emea и 100. Начните заново и пошлите conf объектом.',
				en: 'The run is for the right date, but conf is lost: the DAG took its own values, emea and 100. Start over and send conf as an object.'
			},
			matches: (input) => runs(input).some(({ conf }) => conf.region !== 'amer')
		},
		{
			name: 'still-422',
			steps: [trigger({ execution_date: DATE, logical_date: DATE, conf: CONF })],
			says: {
				ru: 'Всё ещё 422, запуска нет. Прочитайте в detail каждую запись: extra_forbidden — поле убрать, missing — добавить, timezone_aware — дописать пояс, dict_type — объект, а не строка.',
				en: 'Still 422, and no run. Read each entry of detail: extra_forbidden is a field to take out, missing one to add, timezone_aware a zone to write, dict_type an object instead of a string.'
			},
			matches: (input) =>
				runs(input).length === 0 &&
				input.world.journal.some(({ operation, status }) => operation === TRIGGER && status === 422)
		}
	]
};

const runs = ({ world }: CheckInput) =>
	[...world.runs.values()].filter(({ dagId, runType }) => dagId === DAG && runType === 'manual');
