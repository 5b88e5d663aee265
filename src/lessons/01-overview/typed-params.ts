import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { manualRuns } from '#lib/course/run-looks.ts';
import { typedParamsInV2 } from './typed-params.twin.ts';

const DAG = 'nightly_sales';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';

const trigger = (conf: Record<string, unknown>): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: { conf }
});

/** Faded: the conf is left for the learner. */
export const typedParams: Exercise = {
	id: 'overview.typed-params',
	world: 'overview-typed-params',
	scenario: 'course',
	api: 'v1',
	kind: 'faded',
	programs: { airflow: 'its-commands' },
	title: { ru: 'Допишите conf: два параметра', en: 'Complete conf: two parameters' },
	task: {
		ru: 'Теперь Airflow 2.x. Запустите nightly_sales за регион amer с пределом в 500 строк (параметр limit, целое число). В теле есть только регион, да и тот пуст. Запуск должен появиться один.',
		en: 'Airflow 2.x now. Trigger nightly_sales for the region amer with a limit of 500 rows (the parameter limit, a whole number). The body has only the region, and an empty one. There is to be one run.'
	},
	hints: [
		{
			ru: 'Airflow сверяет conf с params самого DAG ещё до запуска: не те значения — ответ 400, и запуска нет.',
			en: 'Airflow checks conf against the params of the DAG before there is a run: wrong values mean 400 and no run.'
		},
		{
			ru: 'Тип важен: 500 и "500" в JSON — разные вещи.',
			en: 'The type matters: in JSON, 500 and "500" are two things.'
		},
		{
			ru: 'POST /api/v1/dags/nightly_sales/dagRuns с телом {"conf": {"region": "amer", "limit": 500}}.',
			en: 'POST /api/v1/dags/nightly_sales/dagRuns with {"conf": {"region": "amer", "limit": 500}}.'
		}
	],
	start: {
		operation: TRIGGER,
		path: { dag_id: DAG },
		body: JSON.stringify({ conf: { region: '' } }, null, 2)
	},
	checks: [
		{
			says: {
				ru: 'у nightly_sales ровно один ручной запуск',
				en: 'nightly_sales has exactly one manual run'
			},
			passes: (input) => runs(input).length === 1
		},
		{
			says: {
				ru: 'в его conf регион amer и limit — число 500',
				en: 'its conf has the region amer, and limit is the number 500'
			},
			passes: (input) => runs(input).some(isWanted)
		}
	],
	solution: [trigger({ region: 'amer', limit: 500 })],
	reasons: {
		ru: 'params — это схема: у region есть перечень, у limit — тип и границы. Проверка стоит до создания запуска, поэтому ошибка в conf стоит одного ответа 400, а не упавшей ночью задачи. Параметр, которого в conf нет, берёт значение по умолчанию и об этом не говорит.',
		en: 'params are a schema: region has a list of values, limit a type and bounds. The check comes before the run, so a mistake in conf costs one answer 400 and not a task that fails at night. A parameter that conf leaves out takes its default, and nothing says so.'
	},
	wrong: [
		{
			name: 'number-as-text',
			steps: [trigger({ region: 'amer', limit: '500' })],
			says: {
				ru: 'Сервер ответил 400: conf не прошёл проверку по params. Регион — один из emea, apac, amer; limit — число без кавычек. Запуска нет, можно отправлять снова.',
				en: 'The server answered 400: conf did not pass the check against params. The region is one of emea, apac, amer; limit is a number without quotes. There is no run, so just send again.'
			},
			matches: (input) => runs(input).length === 0 && wasRefused(input)
		},
		{
			name: 'limit-forgotten',
			steps: [trigger({ region: 'amer' })],
			says: {
				ru: 'Запуск есть, но limit в его conf не 500: пропущенный параметр взял значение по умолчанию, 100. Начните заново и передайте оба.',
				en: 'There is a run, but limit in its conf is not 500: a parameter left out took its default, 100. Start over and pass both.'
			},
			matches: (input) => runs(input).some(({ conf }) => conf['limit'] !== 500)
		},
		{
			name: 'region-forgotten',
			steps: [trigger({ limit: 500 })],
			says: {
				ru: 'limit верный, а регион — нет: запуск пошёл за emea. Начните заново и передайте оба параметра.',
				en: 'limit is right, the region is not: the run went for emea. Start over and pass both parameters.'
			},
			matches: (input) => runs(input).some(({ conf }) => conf['region'] !== 'amer')
		},
		{
			name: 'sent-twice',
			steps: [trigger({ region: 'amer', limit: 500 }), trigger({ region: 'amer', limit: 500 })],
			says: {
				ru: 'Запусков два: без своего dag_run_id каждый POST создаёт новый. Начните заново и отправьте один раз.',
				en: 'There are two runs: without a dag_run_id of your own each POST makes another. Start over and send it once.'
			},
			matches: (input) => runs(input).length > 1
		}
	],
	twin: typedParamsInV2
};

const runs = ({ world }: CheckInput) => manualRuns(world, DAG);

const isWanted = ({ conf }: { conf: Record<string, unknown> }) =>
	conf['region'] === 'amer' && conf['limit'] === 500;

const wasRefused = ({ world }: CheckInput) =>
	world.journal.some(({ operation, status }) => operation === TRIGGER && status === 400);
