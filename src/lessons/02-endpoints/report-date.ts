import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { manualRuns } from '#lib/course/run-looks.ts';
import { reportDateInV2 } from './report-date.twin.ts';

const DAG = 'nightly_sales';
const RUN = 'report-42';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const DATE = '2026-03-02T03:00:00Z';
const WHOLE = { dag_run_id: RUN, logical_date: DATE, conf: { region: 'apac' } };

const trigger = (body: Record<string, unknown>): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body
});

/** Faded: the date and the region are left out. */
export const reportDate: Exercise = {
	id: 'endpoints.report-date',
	world: 'endpoints-report-date',
	scenario: 'course',
	api: 'v1',
	kind: 'faded',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Отчёт за определённый день',
		en: 'A report for a certain day'
	},
	task: {
		ru: 'Нужен отчёт nightly_sales по региону apac за запуск, назначенный на 3 часа ночи UTC 2 марта 2026 года. Имя запуска — report-42. В теле не хватает даты и региона.',
		en: 'The nightly_sales report for the region apac is wanted for the run due at 3 in the morning UTC of 2 March 2026. The name of the run is report-42. The body lacks the date and the region.'
	},
	hints: [
		{
			ru: 'За какой момент считать, говорит logical_date; с чем считать — conf.',
			en: 'logical_date says which moment to compute, conf with what.'
		},
		{
			ru: 'Дата без зоны — это 400. UTC пишется буквой Z в конце.',
			en: 'A date without a zone is a 400. UTC is a Z at the end.'
		},
		{
			ru: `Тело: {"dag_run_id": "report-42", "logical_date": "${DATE}", "conf": {"region": "apac"}}`,
			en: `The body: {"dag_run_id": "report-42", "logical_date": "${DATE}", "conf": {"region": "apac"}}`
		}
	],
	start: {
		operation: TRIGGER,
		path: { dag_id: DAG },
		body: JSON.stringify({ dag_run_id: RUN, logical_date: '', conf: {} }, null, 2)
	},
	checks: [
		{
			says: {
				ru: 'у nightly_sales есть запуск report-42',
				en: 'nightly_sales has the run report-42'
			},
			passes: (input) => runOf(input) !== undefined
		},
		{
			says: {
				ru: 'его логическая дата — 2 марта 2026, 03:00 UTC',
				en: 'its logical date is 2 March 2026, 03:00 UTC'
			},
			passes: isOfThatDay
		},
		{
			says: { ru: 'его регион — apac', en: 'its region is apac' },
			passes: (input) => runOf(input)?.conf['region'] === 'apac'
		}
	],
	solution: [trigger(WHOLE)],
	reasons: {
		ru: 'Логическая дата — за что считать, а не когда начать: запуск за прошлое начнётся сразу. Зона обязательна, потому что «три часа ночи» у сервера и у вас — разное время, и Airflow не хочет угадывать.',
		en: 'The logical date is what to compute, not when to begin: a run for the past begins at once. The zone is required because 3 in the morning is not the same for you and for the server, and Airflow will not guess.'
	},
	wrong: [
		{
			name: 'without-zone',
			steps: [trigger({ ...WHOLE, logical_date: '2026-03-02T03:00:00' })],
			says: {
				ru: 'Ответ 400, запуска нет: у даты нет часового пояса (или она пуста). Допишите Z.',
				en: 'The answer is 400, there is no run: the date has no time zone (or is empty). Add a Z.'
			},
			matches: (input) => runs(input).length === 0 && wasRefused(input)
		},
		{
			name: 'without-date',
			steps: [trigger({ dag_run_id: RUN, conf: WHOLE.conf })],
			says: {
				ru: 'Запуск есть, но не за тот момент: без logical_date v1 берёт «сейчас», а дата без Z или со сдвигом — другой час. Начните заново.',
				en: 'There is a run, but for another moment: without logical_date v1 takes now, and with another offset it is another hour. Start over.'
			},
			matches: (input) => runOf(input) !== undefined && !isOfThatDay(input)
		},
		{
			name: 'without-region',
			steps: [trigger({ ...WHOLE, conf: {} })],
			says: {
				ru: 'Дата верная, а регион взят по умолчанию, emea: conf пуст. Начните заново и добавьте region.',
				en: 'The date is right, and the region is the default, emea: conf is empty. Start over and add region.'
			},
			matches: (input) => isOfThatDay(input) && runOf(input)?.conf['region'] !== 'apac'
		},
		{
			name: 'another-name',
			steps: [trigger({ logical_date: DATE, conf: WHOLE.conf })],
			says: {
				ru: 'Запуск есть, но зовут его иначе, и дату он занял: report-42 за тот же момент получит 409. Удалите его или начните заново.',
				en: 'There is a run, but by another name, and it has taken the date: report-42 for the same moment gets 409. Delete it or start over.'
			},
			matches: (input) => runs(input).length > 0 && runOf(input) === undefined
		}
	],
	twin: reportDateInV2
};

const runs = ({ world }: CheckInput) => manualRuns(world, DAG);
const runOf = (input: CheckInput) => runs(input).find(({ runId }) => runId === RUN);

function isOfThatDay(input: CheckInput): boolean {
	return runOf(input)?.logicalDateMs === Date.parse(DATE);
}

const wasRefused = ({ world }: CheckInput) =>
	world.journal.some(({ operation, status }) => operation === TRIGGER && status === 400);
