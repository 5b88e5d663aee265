import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { variableWorkedInV1 } from './variable-worked.twin.ts';

const KEY = 'report_region';
const VALUE = 'apac';
const CREATE = 'POST /variables';
const READ = 'GET /variables/{variable_key}';

const create = (body: Record<string, unknown>): SolutionStep => ({ operation: CREATE, body });
const read: SolutionStep = { operation: READ, path: { variable_key: KEY } };
const GIVEN = { key: KEY, value: VALUE, description: 'Region of the daily report' };

/** Worked: made, made again, read. */
export const variableWorked: Exercise = {
	id: 'endpoints.variable-worked',
	world: 'endpoints-variable-worked',
	scenario: 'course',
	api: 'v2',
	kind: 'worked',
	programs: { airflowctl: 'its-commands' },
	title: {
		ru: 'Создать, создать ещё раз, прочитать',
		en: 'Create, create again, read'
	},
	task: {
		ru: 'В форме запрос, который создаёт переменную Airflow report_region. Отправьте его дважды и сравните коды ответов. Потом прочитайте переменную по её адресу и сверьте значение.',
		en: 'The form holds a request that creates the Airflow variable report_region. Send it twice and compare the codes. Then read the variable at its address and see that the value is right.'
	},
	hints: [
		{
			ru: 'Создание в v2 отвечает 201. Второй раз создать то же самое нельзя.',
			en: 'In v2, creating answers 201. The same thing cannot be created a second time.'
		},
		{
			ru: 'POST идёт в коллекцию, /variables; у самой переменной адрес длиннее, с её ключом.',
			en: 'POST goes to the collection, /variables; the variable itself has a longer address, with its key.'
		},
		{
			ru: 'Отправьте то, что в форме, два раза (201 и 409), затем GET /api/v2/variables/report_region.',
			en: 'Send what is in the form two times (201 and 409), then GET /api/v2/variables/report_region.'
		}
	],
	start: { operation: CREATE, body: JSON.stringify(GIVEN, null, 2) },
	checks: [
		{
			says: {
				ru: 'переменная report_region равна apac',
				en: 'the variable report_region is apac'
			},
			passes: (input) => variable(input)?.value === VALUE
		},
		{
			says: { ru: 'повтор ответил 409', en: 'the repeat answered 409' },
			passes: (input) => was(input, CREATE, 409)
		},
		{
			says: {
				ru: 'вы прочитали переменную, и ответ был 200',
				en: 'you read the variable, and the answer was 200'
			},
			passes: wasRead
		}
	],
	solution: [create(GIVEN), create(GIVEN), read],
	reasons: {
		ru: '201 значит «создано», 409 — «такое уже есть»: по коду скрипт отличит первый раз от второго, не читая слов. В v1 тот же повтор молча перезаписал бы переменную с кодом 200.',
		en: '201 means created, 409 that there is one already: by the code a script tells the first time from the second without reading words. In v1 the same repeat would overwrite the variable silently, with the code 200.'
	},
	wrong: [
		{
			name: 'sent-once',
			steps: [create(GIVEN), read],
			says: {
				ru: 'Переменная есть и прочитана. Теперь отправьте тот же POST ещё раз: важно увидеть, чем отвечает повтор.',
				en: 'The variable is there and was read. Now send the same POST once more: what a repeat answers is worth seeing.'
			},
			matches: (input) => variable(input)?.value === VALUE && !was(input, CREATE, 409)
		},
		{
			name: 'not-read',
			steps: [create(GIVEN), create(GIVEN)],
			says: {
				ru: '409 получен. Осталось убедиться, что повтор ничего не испортил: GET переменной по ключу.',
				en: 'There is the 409. See that the repeat spoilt nothing: GET the variable by its key.'
			},
			matches: (input) => was(input, CREATE, 409) && !wasRead(input)
		},
		{
			name: 'another-value',
			steps: [create({ ...GIVEN, value: 'emea' }), create(GIVEN), read],
			says: {
				ru: 'В переменной не apac. POST её не заменит, он отвечает 409: исправьте значение через PATCH или удалите переменную и создайте снова.',
				en: 'The variable does not hold apac. POST will not replace it, it answers 409: mend the value by PATCH, or delete the variable and create it anew.'
			},
			matches: (input) => variable(input) !== undefined && variable(input)?.value !== VALUE
		}
	],
	twin: variableWorkedInV1
};

const variable = ({ world }: CheckInput) => world.variables.get(KEY);

const was = ({ world }: CheckInput, key: string, code: number) =>
	world.journal.some(({ operation, status }) => operation === key && status === code);

function wasRead({ world }: CheckInput): boolean {
	return world.journal.some(
		({ operation, status, params }) =>
			status === 200 &&
			((operation === READ && params.variable_key === KEY) || operation === 'GET /variables')
	);
}
