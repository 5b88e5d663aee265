import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';
import { deployScriptInV2 } from './deploy-script.twin.ts';

const CRM_NOTE = 'The CRM allows four calls at once';
const MODELS = ['ml_churn', 'ml_demand_forecast', 'ml_pricing', 'ml_recommendations'];

const pauseAll = (pattern: string): RequestStep => ({
	operation: 'PATCH /dags',
	query: { dag_id_pattern: pattern },
	body: { is_paused: true }
});
const pausing = pauseAll('ml_');
const widening: RequestStep = {
	operation: 'PATCH /pools/{pool_name}',
	path: { pool_name: 'crm_api' },
	body: { name: 'crm_api', slots: 4, description: CRM_NOTE, include_deferred: false }
};
const addingPool: RequestStep = {
	operation: 'POST /pools',
	body: { name: 'ml', slots: 3, description: 'Models', include_deferred: true }
};
const variable = (key: string, value: string): RequestStep => ({
	operation: 'POST /variables',
	body: { key, value }
});
const addingVariable = variable('models_bucket', 'models');
const dropping: RequestStep = {
	operation: 'DELETE /connections/{connection_id}',
	path: { connection_id: 'lake' }
};

/** Open: the world that a script would leave, by whatever way. */
export const deployScript: Exercise = {
	id: 'cli.deploy-script',
	world: 'cli-deploy-script',
	scenario: 'production-morning',
	api: 'v1',
	kind: 'open',
	operations: ['GET /pools', 'GET /variables', 'GET /connections', 'PATCH /dags/{dag_id}'],
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Выполните сценарий без входа на сервер',
		en: 'Carry out a script without logging in'
	},
	task: {
		ru: 'Скрипт выкладки заходил на сервер по ssh, и доступ закрыли. В нём четыре команды. Первая: «airflow dags pause \'^ml_\' --treat-dag-id-as-regex --yes». Вторая: «airflow pools import pools.json», в файле {"crm_api": {"slots": 4, "description": "The CRM allows four calls at once"}, "ml": {"slots": 3, "description": "Models", "include_deferred": true}}. Третья: «airflow variables import vars.json --action-on-existing-key skip», в файле {"alert_channel": "#ml", "models_bucket": "models"}. Четвёртая: «airflow connections delete lake». Приведите Airflow через API к тому, что оставил бы скрипт, и ни к чему больше.',
		en: 'The deploy script went to the server by ssh, and the access was closed. It has four commands. The first: “airflow dags pause \'^ml_\' --treat-dag-id-as-regex --yes”. The second: “airflow pools import pools.json”, the file being {"crm_api": {"slots": 4, "description": "The CRM allows four calls at once"}, "ml": {"slots": 3, "description": "Models", "include_deferred": true}}. The third: “airflow variables import vars.json --action-on-existing-key skip”, the file being {"alert_channel": "#ml", "models_bucket": "models"}. The fourth: “airflow connections delete lake”. Bring Airflow by the API to what the script would leave, and to nothing else.'
	},
	hints: [
		{
			ru: 'Сначала прочитайте, что уже есть: GET /pools, /variables, /connections. Команды import сами решают, создать или изменить; вам решать по прочитанному.',
			en: 'First read what is there: GET /pools, /variables, /connections. The import commands decide by themselves whether to make or to change; you decide by what you read.'
		},
		{
			ru: 'skip значит: есть — не трогать. А POST /variables в v1 на занятый ключ отвечает 200 и заменяет. Много DAG сразу паузит PATCH /dags?dag_id_pattern=….',
			en: 'skip means: leave alone what exists. And POST /variables of v1 answers a taken key with 200 and replaces it. Many DAGs at once are paused by PATCH /dags?dag_id_pattern=….'
		},
		{
			ru: 'PATCH /dags?dag_id_pattern=ml_ с {"is_paused": true}; PATCH /pools/crm_api с name, slots, description, include_deferred; POST /pools для ml; POST /variables только для models_bucket; DELETE /connections/lake.',
			en: 'PATCH /dags?dag_id_pattern=ml_ with {"is_paused": true}; PATCH /pools/crm_api with name, slots, description, include_deferred; POST /pools for ml; POST /variables for models_bucket only; DELETE /connections/lake.'
		}
	],
	start: { operation: 'PATCH /dags' },
	checks: [
		{
			says: {
				ru: 'все DAG на ml_ стоят на паузе, остальные работают',
				en: 'all the DAGs in ml_ are paused, the others are not'
			},
			passes: (input) => pausedDags(input).join() === MODELS.join()
		},
		{
			says: {
				ru: 'пул crm_api — как в файле',
				en: 'the pool crm_api is as in the file'
			},
			passes: (input) =>
				poolOf(input, 'crm_api')?.slots === 4 &&
				poolOf(input, 'crm_api')?.description === CRM_NOTE &&
				poolOf(input, 'crm_api')?.includeDeferred === false
		},
		{
			says: {
				ru: 'пул ml создан и учитывает отложенные задачи',
				en: 'the pool ml is there and counts deferred tasks'
			},
			passes: (input) =>
				poolOf(input, 'ml')?.slots === 3 &&
				poolOf(input, 'ml')?.description === 'Models' &&
				poolOf(input, 'ml')?.includeDeferred === true
		},
		{
			says: {
				ru: 'models_bucket добавлена, alert_channel нетронута',
				en: 'models_bucket was added, alert_channel is untouched'
			},
			passes: ({ world }) =>
				world.variables.get('models_bucket')?.value === 'models' &&
				world.variables.get('alert_channel')?.value === '#data-alerts' &&
				world.variables.get('alert_channel')?.description === 'Where failures are told'
		},
		{
			says: {
				ru: 'соединения lake нет, остальные на месте',
				en: 'the connection lake is gone, the others are there'
			},
			passes: ({ world }) =>
				!world.connections.has('lake') &&
				world.connections.has('crm') &&
				world.connections.has('warehouse')
		},
		{
			says: { ru: 'лишнего не появилось', en: 'there is nothing new besides' },
			passes: ({ world }) => world.pools.size === 4 && world.variables.size === 5
		}
	],
	solution: [pausing, widening, addingPool, addingVariable, dropping],
	reasons: {
		ru: 'Четыре команды — пять запросов: import прячет выбор между POST и PATCH. Зато запросам не нужен вход на сервер, и каждый отвечает за своё: прав на переменные хватит без прав на соединения.',
		en: 'Four commands are five requests: import hides the choice between POST and PATCH. But the requests need no login on the server, and each answers for itself: rights to variables do without rights to connections.'
	},
	wrong: [
		{
			name: 'overwritten',
			steps: [
				pausing,
				widening,
				addingPool,
				variable('alert_channel', '#ml'),
				addingVariable,
				dropping
			],
			says: {
				ru: 'alert_channel заменена, хотя команда с skip её не тронула бы: POST на занятый ключ в v1 — это замена, и описание тоже пропало. Верните «#data-alerts» и «Where failures are told».',
				en: 'alert_channel was replaced, which the command with skip would not do: in v1 a POST to a taken key replaces, and the description went, too. Put back “#data-alerts” and “Where failures are told”.'
			},
			matches: ({ world }) => world.variables.get('alert_channel')?.value !== '#data-alerts'
		},
		{
			name: 'too-many-paused',
			steps: [pauseAll('m'), widening, addingPool, addingVariable, dropping],
			says: {
				ru: 'На паузу встали лишние DAG: dag_id_pattern ищет подстроку где угодно, а не начало имени. Снимите паузу с тех, что не на ml_.',
				en: 'DAGs too many were paused: dag_id_pattern looks for a substring anywhere, not for the beginning. Unpause those that are not ml_.'
			},
			matches: (input) => pausedDags(input).some((dagId) => !MODELS.includes(dagId))
		},
		{
			name: 'pool-not-updated',
			steps: [
				pausing,
				{ operation: 'POST /pools', body: { name: 'crm_api', slots: 4, description: CRM_NOTE } },
				addingPool,
				addingVariable,
				dropping
			],
			says: {
				ru: 'POST на существующий пул ответил 409, и crm_api остался с 2 слотами. pools import создаёт или меняет; то, что уже есть, меняет PATCH.',
				en: 'POST of an existing pool answered 409, and crm_api still has 2 slots. pools import makes or changes; what exists is changed by PATCH.'
			},
			matches: (input) =>
				poolOf(input, 'crm_api')?.slots === 2 &&
				input.world.journal.some(
					({ operation, status }) => operation === 'POST /pools' && status === 409
				)
		}
	],
	twin: deployScriptInV2
};

const poolOf = ({ world }: CheckInput, name: string) => world.pools.get(name);

const pausedDags = ({ world }: CheckInput) =>
	[...world.dags.values()]
		.filter((dag) => dag.isPaused)
		.map(({ dagId }) => dagId)
		.sort();
