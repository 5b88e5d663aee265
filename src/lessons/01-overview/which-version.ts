import type { Check, CheckInput, Exercise, SolutionStep, Twin } from '#lib/course/lesson.ts';

const CREATE = 'POST /variables';
const ASK = 'GET /version';
const KEY = 'airflow_version';
const VERSION = '2.11.2';
const VERSION_OF_3 = '3.3.2';

const ask: SolutionStep = { operation: ASK };
const write = (value: string): SolutionStep => ({ operation: CREATE, body: { key: KEY, value } });
const isAsked: Check = {
	says: { ru: 'вы спросили версию у сервера', en: 'you asked the server for its version' },
	passes: wasAsked
};
const isWritten = (version: string): Check => ({
	says: {
		ru: 'переменная airflow_version равна версии сервера',
		en: 'the variable airflow_version is the version of the server'
	},
	passes: (input) => written(input) === version
});

const inV2: Twin = {
	programs: { airflowctl: 'its-commands' },
	hints: {
		0: {
			ru: 'Номер версии API (v2) стоит в пути. Версия самого Airflow — другое число, и её знает только сервер.',
			en: 'The number of the API (v2) is in the path. The version of Airflow itself is another, and only the server knows it.'
		},
		2: {
			ru: 'GET /api/v2/version, затем POST /api/v2/variables с {"key": "airflow_version", "value": "3.…"}: вместо 3.… то, что ответил сервер.',
			en: 'GET /api/v2/version, then POST /api/v2/variables with {"key": "airflow_version", "value": "3.…"}: what the server said in place of 3.….'
		}
	},
	operations: ['PATCH /variables/{variable_key}'],
	checks: [isAsked, isWritten(VERSION_OF_3)],
	solution: [ask, write(VERSION_OF_3)],
	reasons: {
		ru: 'Версия в пути — это версия договора, одна на всю ветку 3.x. Чего именно ждать (есть ли нужная операция или фильтр), говорит только версия сервера, и её спрашивают, а не помнят: сервер обновят раньше, чем скрипт.',
		en: 'The version in the path is that of the contract, one for all of 3.x. What to expect in detail, whether some operation or filter exists, only the version of the server tells, and it is asked for and not remembered: the server will be upgraded before the script is.'
	},
	wrong: {
		'version-of-the-api': {
			steps: [ask, write('v2')],
			says: {
				ru: 'v2 — версия API, а не Airflow: она одна на всю ветку 3.x. Возьмите поле version из ответа GET /version. Повторный POST ответит 409: исправляет значение PATCH переменной.',
				en: 'v2 is the version of the API, one for all of 3.x, not that of Airflow. Take the field version from the answer to GET /version. A second POST answers 409: a PATCH of the variable mends its value.'
			}
		},
		'left-empty': {
			says: {
				ru: 'Переменная есть, но она пуста: запрос ушёл с пустым value. Повторный POST ответит 409, поэтому впишите версию через PATCH.',
				en: 'The variable is there, and it is empty: the request went with an empty value. A second POST answers 409, so put the version in by PATCH.'
			}
		},
		'from-memory': {
			steps: [write(VERSION_OF_3)],
			matches: (input) => written(input) === VERSION_OF_3 && !wasAsked(input)
		}
	}
};

/** Faded: the value is left out, and only the server knows it. */
export const whichVersion: Exercise = {
	id: 'overview.which-version',
	world: 'overview-which-version',
	scenario: 'course',
	isAboutSimulator: true,
	api: 'v1',
	kind: 'faded',
	title: { ru: 'Спросите у сервера, кто он', en: 'Ask the server who it is' },
	task: {
		ru: 'Скрипту миграции нужно знать, какой Airflow перед ним. Спросите у сервера его версию и запишите её, как она есть, в переменную Airflow airflow_version. В теле не хватает значения.',
		en: 'A migration script has to know which Airflow it talks to. Ask the server for its version and write it, word for word, into the Airflow variable airflow_version. The body lacks the value.'
	},
	hints: [
		{
			ru: 'Номер версии API (v1) стоит в пути. Версия самого Airflow — другое число, и её знает только сервер.',
			en: 'The number of the API (v1) is in the path. The version of Airflow itself is another, and only the server knows it.'
		},
		{
			ru: 'Есть операция GET /version. Нужно поле version её ответа.',
			en: 'There is an operation GET /version. You need the field version of its answer.'
		},
		{
			ru: 'GET /api/v1/version, затем POST /api/v1/variables с {"key": "airflow_version", "value": "2.…"}: вместо 2.… то, что ответил сервер.',
			en: 'GET /api/v1/version, then POST /api/v1/variables with {"key": "airflow_version", "value": "2.…"}: what the server said in place of 2.….'
		}
	],
	start: { operation: CREATE, body: JSON.stringify({ key: KEY, value: '' }, null, 2) },
	checks: [isAsked, isWritten(VERSION)],
	solution: [ask, write(VERSION)],
	reasons: {
		ru: 'Версия в пути — это версия договора: /api/v1 есть у любого Airflow с 2.0 по 2.11. Чего именно ждать (dataset или asset, есть ли нужный фильтр), говорит только версия сервера, и её спрашивают, а не помнят: сервер обновят раньше, чем скрипт.',
		en: 'The version in the path is that of the contract: every Airflow from 2.0 to 2.11 has /api/v1. What to expect in detail, whether some filter exists, only the version of the server tells, and it is asked for and not remembered: the server will be upgraded before the script is.'
	},
	wrong: [
		{
			name: 'version-of-the-api',
			steps: [ask, write('v1')],
			says: {
				ru: 'v1 — версия API, а не Airflow: она одна на всю ветку 2.x. Возьмите поле version из ответа GET /version. Переменную можно записать ещё раз: POST в v1 её заменит.',
				en: 'v1 is the version of the API, one for all of 2.x, not that of Airflow. Take the field version from the answer to GET /version. The variable can be written again: in v1, POST replaces it.'
			},
			matches: (input) => /^v?[12]$/.test(written(input) ?? '')
		},
		{
			name: 'left-empty',
			steps: [ask, write('')],
			says: {
				ru: 'Переменная есть, но она пуста: запрос ушёл с пустым value. Впишите версию и отправьте снова.',
				en: 'The variable is there, and it is empty: the request went with an empty value. Put the version in and send it again.'
			},
			matches: (input) => written(input) === ''
		},
		{
			name: 'from-memory',
			steps: [write(VERSION)],
			says: {
				ru: 'Значение верное, но у сервера вы его не спрашивали. Завтра его обновят, и память подведёт: отправьте GET /version.',
				en: 'The value is right, but you did not ask the server. It may be upgraded tomorrow, and memory will be wrong: send GET /version.'
			},
			matches: (input) => written(input) === VERSION && !wasAsked(input)
		}
	],
	twin: inV2
};

const written = ({ world }: CheckInput) => world.variables.get(KEY)?.value;

function wasAsked({ world }: CheckInput): boolean {
	return world.journal.some(({ operation, status }) => operation === ASK && status === 200);
}
