import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { lostAnswerInV2 } from './lost-answer.twin.ts';

const DAG = 'nightly_sales';
const DELIVERY = '4412';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const CONF = { region: 'apac' };

const trigger = (body: Record<string, unknown>): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: { conf: CONF, ...body }
});

/** Find the fault: retries of POST are on, and nothing makes the repeat the same run. */
export const lostAnswer: Exercise = {
	id: 'programmatic.lost-answer',
	world: 'programmatic-lost-answer',
	scenario: 'course',
	api: 'v1',
	kind: 'fault',
	title: { ru: 'Повтор наделал запусков', en: 'The retry made runs' },
	task: {
		ru: 'В Retry скрипта включили POST. Ответ о поставке 4412 потерялся в прокси, и скрипт послал то же тело ещё раз: запусков стало два. Измените тело так, чтобы повтор был безвреден и по имени запуска было видно поставку, и отправьте его дважды: запуск должен остаться один, с region apac. (Если уже отправили прежнее тело, начните заново.)',
		en: 'The script’s Retry was given POST. The answer about delivery 4412 was lost in a proxy, the script sent the same body once more, and there were two runs. Change the body so that a repeat does no harm and the name of the run tells the delivery, and send it twice: there must be one run, with region apac. (If you have sent the old body already, start over.)'
	},
	hints: [
		{
			ru: 'Сервер различает запуски по dag_run_id. Кто его придумывает, если вы молчите?',
			en: 'The server tells runs apart by dag_run_id. Who makes it up when you say nothing?'
		},
		{
			ru: 'Назовите запуск по поставке, а не по времени попытки. Второй ответ будет 409, и это успех повтора.',
			en: 'Name the run after the delivery, not after the time of the try. The second answer will be 409, and that is how a repeat succeeds.'
		},
		{
			ru: 'Дважды: {"dag_run_id": "delivery-4412", "conf": {"region": "apac"}}.',
			en: 'Send twice: {"dag_run_id": "delivery-4412", "conf": {"region": "apac"}}.'
		}
	],
	start: {
		operation: TRIGGER,
		path: { dag_id: DAG },
		body: JSON.stringify({ conf: CONF }, undefined, 2)
	},
	checks: [
		{
			says: {
				ru: 'ручной запуск один, и в его имени есть 4412',
				en: 'there is one manual run, with 4412 in its name'
			},
			passes: (input) =>
				runs(input).length === 1 && runs(input)[0]?.runId.includes(DELIVERY) === true
		},
		{
			says: {
				ru: 'запрос повторён, и повтор получил 409',
				en: 'the request was repeated, and the repeat got 409'
			},
			passes: wasRepeated
		},
		{
			says: { ru: 'region запуска — apac', en: 'the region of the run is apac' },
			passes: (input) => runs(input)[0]?.conf.region === 'apac'
		}
	],
	solution: [1, 2].map(() => trigger({ dag_run_id: `delivery-${DELIVERY}` })),
	reasons: {
		ru: 'Retry повторяет запрос байт в байт, значит, имя, заданное до первой попытки, у всех попыток одно. urllib3 не повторяет POST сам именно потому, что не знает, есть ли у запроса такое имя.',
		en: 'Retry repeats a request byte by byte, so a name given before the first try is the same for all of them. urllib3 does not repeat a POST of itself just because it cannot know whether the request has such a name.'
	},
	wrong: [
		{
			name: 'as-it-was',
			steps: [trigger({}), trigger({})],
			says: {
				ru: 'Запусков два: без dag_run_id сервер назвал каждый сам. Начните заново и назовите запуск до первой попытки.',
				en: 'There are two runs: without dag_run_id the server named each by itself. Start over and name the run before the first try.'
			},
			matches: (input) =>
				runs(input).length > 1 && runs(input).every(({ runId }) => !runId.includes(DELIVERY))
		},
		{
			name: 'a-name-for-each-try',
			steps: ['a', 'b'].map((one) => trigger({ dag_run_id: `delivery-${DELIVERY}-${one}` })),
			says: {
				ru: 'Имена разные, и поставка принята дважды. Так бывает, когда имя со временем или uuid4() строят внутри цикла попыток.',
				en: 'The names differ, and the delivery was taken in twice. So it goes when a name with a time or a uuid4() is built inside the loop of tries.'
			},
			matches: (input) => runs(input).length > 1
		},
		{
			name: 'date-instead-of-name',
			steps: [1, 2].map(() => trigger({ logical_date: '2026-03-02T03:00:00Z' })),
			says: {
				ru: 'Повтор безвреден: 409 дала занятая дата. Но по имени поставку не узнать, а вторая поставка того же дня не пройдёт вовсе. Начните заново и задайте dag_run_id.',
				en: 'The repeat does no harm: the date that is taken gave the 409. But the name does not tell the delivery, and a second delivery of that day would not get through at all. Start over and set dag_run_id.'
			},
			matches: (input) =>
				wasRepeated(input) && runs(input).every(({ runId }) => !runId.includes(DELIVERY))
		},
		{
			name: 'not-tried',
			steps: [trigger({ dag_run_id: `delivery-${DELIVERY}` })],
			says: {
				ru: 'Запуск назван верно. Осталось проверить главное: отправьте то же самое ещё раз.',
				en: 'The run is named well. The main thing is left to see: send the very same once more.'
			},
			matches: (input) => runs(input)[0]?.runId.includes(DELIVERY) === true && !wasRepeated(input)
		}
	],
	twin: lostAnswerInV2
};

const runs = ({ world }: CheckInput) =>
	[...world.runs.values()].filter(({ dagId, runType }) => dagId === DAG && runType === 'manual');

function wasRepeated({ world }: CheckInput): boolean {
	return world.journal.some(
		({ operation, status, params }) =>
			operation === TRIGGER && status === 409 && params.dag_id === DAG
	);
}
