import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { manualRuns } from '#lib/course/run-looks.ts';
import { doubleEncodedInV2 } from './double-encoded.twin.ts';

const DAG = 'nightly_sales';
const RUN = 'crm-export-15';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const GIVEN = { dag_run_id: RUN, conf: '{"region": "amer"}' };

const trigger = (body: Record<string, unknown>): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body
});

/** Find the fault: JSON inside of JSON. */
export const doubleEncoded: Exercise = {
	id: 'patterns.double-encoded',
	world: 'patterns-double-encoded',
	scenario: 'course',
	api: 'v1',
	kind: 'fault',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Найдите поломку: сколько ни повторяй',
		en: 'Find the fault: however often it is repeated'
	},
	task: {
		ru: 'Скрипт из CRM запускает nightly_sales и повторяет запрос на любую ошибку; за ночь он сделал это тысячу раз, а запуска нет. Отправьте его запрос, прочитайте ответ и исправьте тело. Имя запуска и регион amer должны остаться.',
		en: 'A script in the CRM triggers nightly_sales and repeats the request upon any error; it did so a thousand times last night, and there is no run. Send its request, read the answer and mend the body. The name of the run and the region amer are to stay.'
	},
	hints: [
		{
			ru: '400 повторять бесполезно: запрос неверен и останется неверным. Что сказано в detail?',
			en: 'Repeating is no use with 400: the request is wrong and will be. What does detail say?'
		},
		{
			ru: 'conf — объект. В запросе он строка, внутри которой лежит JSON: его превратили в текст дважды.',
			en: 'conf is an object. In the request it is a string with JSON inside: it was turned into text twice.'
		},
		{
			ru: '{"dag_run_id": "crm-export-15", "conf": {"region": "amer"}}: без кавычек вокруг объекта и без обратных косых.',
			en: '{"dag_run_id": "crm-export-15", "conf": {"region": "amer"}}: no quotes around the object and no backslashes.'
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
				ru: 'у nightly_sales один ручной запуск, crm-export-15',
				en: 'nightly_sales has one manual run, crm-export-15'
			},
			passes: (input) =>
				runs(input)
					.map(({ runId }) => runId)
					.join() === RUN
		},
		{
			says: { ru: 'его регион — amer', en: 'its region is amer' },
			passes: (input) => runs(input).some(({ conf }) => conf['region'] === 'amer')
		}
	],
	solution: [trigger({ dag_run_id: RUN, conf: { region: 'amer' } })],
	reasons: {
		ru: 'json.dumps применили и к conf, и ко всему телу. Разовая ошибка превратилась в тысячу запросов оттого, что скрипт не делит ответы на «попробуй ещё» и «исправь». 400 и 422 — всегда второе.',
		en: 'json.dumps was applied to conf and then to the whole body. One mistake became a thousand requests because the script does not part the answers into “try again” and “mend it”. 400 and 422 are always the latter.'
	},
	wrong: [
		{
			name: 'repeated',
			steps: [trigger(GIVEN), trigger(GIVEN)],
			says: {
				ru: 'Ответ 400: conf пришёл строкой, а не объектом. Повторять его — то, что скрипт делал всю ночь. Исправьте тело.',
				en: 'The answer is 400: conf came as a string and not as an object. To repeat it is what the script did all night. Mend the body.'
			},
			matches: (input) => runs(input).length === 0 && wasRefused(input)
		},
		{
			name: 'conf-dropped',
			steps: [trigger({ dag_run_id: RUN })],
			says: {
				ru: 'Ошибки больше нет, и региона тоже: запуск пошёл за emea. Начните заново и передайте conf объектом.',
				en: 'The error is gone and so is the region: the run went for emea. Start over and pass conf as an object.'
			},
			matches: (input) =>
				runs(input).some(({ conf }) => conf['region'] !== 'amer' && conf['conf'] === undefined)
		},
		{
			name: 'conf-in-conf',
			steps: [trigger({ dag_run_id: RUN, conf: { conf: { region: 'amer' } } })],
			says: {
				ru: 'conf вложен в conf: сервер принял лишний ключ молча, а region взял по умолчанию. Начните заново, region — прямо в conf.',
				en: 'There is a conf within conf: the server took the extra key silently and region from the default. Start over, with region right in conf.'
			},
			matches: (input) => runs(input).some(({ conf }) => conf['conf'] !== undefined)
		},
		{
			name: 'another-name',
			steps: [trigger({ conf: { region: 'amer' } })],
			says: {
				ru: 'Регион верный, имя — нет: без crm-export-15 повтор скрипта создаст второй запуск. Начните заново.',
				en: 'The region is right, the name is not: without crm-export-15 a repeat of the script makes a second run. Start over.'
			},
			matches: (input) => runs(input).some(({ runId }) => runId !== RUN)
		}
	],
	twin: doubleEncodedInV2
};

const runs = ({ world }: CheckInput) => manualRuns(world, DAG);

const wasRefused = ({ world }: CheckInput) =>
	world.journal.some(
		({ operation, status }) => operation === TRIGGER && (status === 400 || status === 422)
	);
