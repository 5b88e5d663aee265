import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { manualRuns } from '#lib/course/run-looks.ts';

const DAG = 'nightly_sales';
const RUN = 'moved-script';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const GIVEN = { dag_run_id: RUN, conf: { region: 'amer' } };

const trigger = (body: Record<string, unknown>): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body
});

/** Find the fault: a body of v1 sent to v2. */
export const movedScript: Exercise = {
	id: 'overview.moved-script',
	world: 'overview-moved-script',
	scenario: 'course',
	api: 'v2',
	kind: 'fault',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Найдите поломку: скрипт переехал с v1 на v2',
		en: 'Find the fault: a script moved from v1 to v2'
	},
	task: {
		ru: 'В Airflow 2 этот запрос работал. После обновления в скрипте поменяли v1 на v2, и он отвечает ошибкой. Отправьте запрос как есть, прочитайте detail и исправьте тело. Запуск должен идти за «сейчас», без логической даты, с тем же именем и регионом amer.',
		en: 'With Airflow 2 this request worked. After the upgrade v1 was turned into v2 in the script, and it answers with an error. Send it as it is, read detail and mend the body. The run is for “now”, with no logical date, under the same name and for the region amer.'
	},
	hints: [
		{
			ru: 'Код 422 значит: тело не сошлось со схемой. В detail каждый элемент называет место (loc) и причину (msg).',
			en: 'The code 422 means that the body does not match the schema. Each element of detail names the place (loc) and the reason (msg).'
		},
		{
			ru: 'v2 требует ключ logical_date. Требует ключ, а не дату.',
			en: 'v2 insists on the key logical_date. On the key, not on a date.'
		},
		{
			ru: 'Тело: {"dag_run_id": "moved-script", "logical_date": null, "conf": {"region": "amer"}}.',
			en: 'The body: {"dag_run_id": "moved-script", "logical_date": null, "conf": {"region": "amer"}}.'
		}
	],
	start: {
		operation: TRIGGER,
		path: { dag_id: DAG },
		body: JSON.stringify(GIVEN, null, 2)
	},
	checks: [
		{
			says: {
				ru: 'у nightly_sales есть запуск moved-script',
				en: 'nightly_sales has the run moved-script'
			},
			passes: (input) => runOf(input) !== undefined
		},
		{
			says: { ru: 'его регион — amer', en: 'its region is amer' },
			passes: (input) => runOf(input)?.conf['region'] === 'amer'
		},
		{
			says: { ru: 'логической даты у него нет', en: 'it has no logical date' },
			passes: (input) => runOf(input) !== undefined && !hasDate(input)
		}
	],
	solution: [trigger({ ...GIVEN, logical_date: null })],
	reasons: {
		ru: 'В v1 пропущенная дата означала «сейчас», поэтому null там был запрещён. В v2 запуск может не относиться ни к какой дате, и промолчать нельзя: ключ нужен, хотя бы с null. Выдуманная дата прошла бы проверку, но заняла бы эту дату за запуском.',
		en: 'In v1 a date left out meant “now”, and null was forbidden. In v2 a run may belong to no date, and silence is not accepted: the key is needed, if only with null. A made-up date would pass, and would take that date for the run.'
	},
	wrong: [
		{
			name: 'sent-as-it-was',
			steps: [trigger(GIVEN)],
			says: {
				ru: 'Ответ 422, запуска нет. Прочитайте detail: loc указывает на body, logical_date, и msg говорит, что поле обязательно.',
				en: 'The answer is 422, there is no run. Read detail: loc points at body, logical_date, and msg says that the field is required.'
			},
			matches: (input) => runsOf(input).length === 0 && wasRefused(input)
		},
		{
			name: 'made-up-date',
			steps: [trigger({ ...GIVEN, logical_date: '2026-01-01T03:00:00Z' })],
			says: {
				ru: 'Запуск прошёл, но теперь он относится к выдуманной дате и занял её: другой запуск за этот момент получит 409. Начните заново и передайте null.',
				en: 'The run went through, but now it belongs to a made-up date and has taken it: another run for that moment gets 409. Start over and pass null.'
			},
			matches: (input) => hasDate(input)
		},
		{
			name: 'conf-lost',
			steps: [trigger({ dag_run_id: RUN, logical_date: null })],
			says: {
				ru: 'Запуск есть, но conf по дороге потерялся, и отчёт выйдет за emea. Имя уже занято: начните заново и оставьте conf в теле.',
				en: 'There is a run, but conf got lost on the way and the report will be for emea. The name is taken now: start over and keep conf in the body.'
			},
			matches: (input) => {
				const run = runOf(input);
				return run !== undefined && run.conf['region'] !== 'amer';
			}
		}
	]
};

const runsOf = ({ world }: CheckInput) => manualRuns(world, DAG);
const runOf = (input: CheckInput) => runsOf(input).find(({ runId }) => runId === RUN);
const hasDate = (input: CheckInput) => runOf(input)?.logicalDateMs !== undefined;

const wasRefused = ({ world }: CheckInput) =>
	world.journal.some(({ operation, status }) => operation === TRIGGER && status === 422);
