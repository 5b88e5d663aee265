import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { declareStateInV1 } from './declare-state.twin.ts';

const CHANNEL = '#data-oncall';
const CHANNEL_NOTE = 'Where failures are told';

const applyPools = (entities: unknown[], onExistence?: string): SolutionStep => ({
	operation: 'PATCH /pools',
	body: {
		actions: [
			{
				action: 'create',
				entities,
				...(onExistence === undefined ? {} : { action_on_existence: onExistence })
			}
		]
	}
});

const applyVariables = (onExistence: string, more: Record<string, string> = {}): SolutionStep => ({
	operation: 'PATCH /variables',
	body: {
		actions: [
			{
				action: 'create',
				entities: [{ key: 'alert_channel', value: CHANNEL, ...more }],
				action_on_existence: onExistence
			}
		]
	}
});

const pools = [
	{ name: 'crm_api', slots: 4 },
	{ name: 'ml', slots: 3 }
];
const updatePools: SolutionStep = {
	operation: 'PATCH /pools',
	body: {
		actions: [
			{
				action: 'update',
				entities: pools.map((pool) => ({ ...pool, include_deferred: false })),
				action_on_non_existence: 'skip'
			}
		]
	}
};
const noted = { description: CHANNEL_NOTE };

export const declareState: Exercise = {
	id: 'patterns.declare-state',
	world: 'patterns-declare',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'open',
	programs: {
		airflow: [
			"airflow pools set crm_api 4 'The CRM allows two calls at once'",
			"airflow pools set ml 3 ''",
			"airflow variables set alert_channel '#data-oncall' --description 'Where failures are told'"
		]
	},
	title: {
		ru: 'Приведите Airflow к тому, что записано в репозитории',
		en: 'Bring Airflow to what the repository says'
	},
	task: {
		ru: 'В репозитории записано: пул crm_api — 4 слота; пул ml — 3 слота; переменная alert_channel — #data-oncall, с прежним описанием «Where failures are told». Часть этого на сервере уже есть, часть нет. Приведите его к этому состоянию запросами, которые можно отправить и завтра, не зная, что там есть. Остального не трогайте.',
		en: 'The repository says: the pool crm_api has 4 slots; the pool ml has 3 slots; the variable alert_channel is #data-oncall, its description “Where failures are told” as it was. Some of it exists on the server, some does not. Bring it to that state with requests that can be sent tomorrow as well, without knowing what is there. Leave the rest alone.'
	},
	hints: [
		{
			ru: 'PATCH /pools и PATCH /variables без имени в пути принимают список действий сразу для многих.',
			en: 'PATCH /pools and PATCH /variables without a name in the path take a list of actions for many at once.'
		},
		{
			ru: 'Действие create с action_on_existence: overwrite создаст или заменит. Переменную оно заменяет вместе с описанием, поэтому описание пошлите тоже. Читайте тело ответа: ошибки внутри, а код всё равно 200.',
			en: 'The action create with action_on_existence: overwrite creates or replaces. A variable is replaced together with its description, so send that too. Read the body of the answer: errors are inside, and the code is 200 all the same.'
		},
		{
			ru: 'PATCH /api/v2/pools с {"actions": [{"action": "create", "action_on_existence": "overwrite", "entities": [{"name": "crm_api", "slots": 4}, {"name": "ml", "slots": 3}]}]}; так же PATCH /api/v2/variables с {"key": "alert_channel", "value": "#data-oncall", "description": "Where failures are told"}.',
			en: 'PATCH /api/v2/pools with {"actions": [{"action": "create", "action_on_existence": "overwrite", "entities": [{"name": "crm_api", "slots": 4}, {"name": "ml", "slots": 3}]}]}; likewise PATCH /api/v2/variables with {"key": "alert_channel", "value": "#data-oncall", "description": "Where failures are told"}.'
		}
	],
	start: { operation: 'PATCH /pools' },
	checks: [
		{
			says: { ru: 'в пуле crm_api 4 слота', en: 'the pool crm_api has 4 slots' },
			passes: ({ world }) => world.pools.get('crm_api')?.slots === 4
		},
		{
			says: { ru: 'есть пул ml с 3 слотами', en: 'there is a pool ml with 3 slots' },
			passes: ({ world }) => world.pools.get('ml')?.slots === 3
		},
		{
			says: {
				ru: 'alert_channel равна #data-oncall, описание прежнее',
				en: 'alert_channel is #data-oncall and has its description'
			},
			passes: (input) =>
				channel(input)?.value === CHANNEL && channel(input)?.description === CHANNEL_NOTE
		},
		{
			says: {
				ru: 'остальное не тронуто: пулы warehouse и default_pool, остальные переменные',
				en: 'the rest is untouched: the pools warehouse and default_pool, the other variables'
			},
			passes: ({ world }) =>
				world.pools.size === 4 &&
				world.pools.get('warehouse')?.slots === 12 &&
				world.pools.get('default_pool')?.slots === 128 &&
				world.variables.size === 4 &&
				world.variables.get('retention_days')?.value === '90' &&
				world.variables.get('lake_bucket')?.value === 'lake'
		}
	],
	solution: [applyPools(pools, 'overwrite'), applyVariables('overwrite', noted)],
	reasons: {
		ru: 'Описание желаемого состояния можно применять сколько угодно раз, а список шагов — только один. create с overwrite годится и для пустого сервера, и для настроенного; но код 200 говорит лишь, что пакет прочитан, и исход каждого действия ищут в теле.',
		en: 'What describes a wanted state can be applied any number of times; a list of steps only once. create with overwrite does for an empty server and for one that is set up; but the code 200 only says that the batch was read, and how each action ended is in the body.'
	},
	wrong: [
		{
			name: 'fails-inside-200',
			steps: [applyPools(pools), applyVariables('overwrite', noted)],
			says: {
				ru: 'Ответ 200, но в его теле errors с 409: по умолчанию action_on_existence — fail, и раз crm_api уже есть, не создан и ml. Нужен overwrite.',
				en: 'The answer is 200, but its body has errors with 409: by default action_on_existence is fail, and as crm_api exists, ml was not created either. It takes overwrite.'
			},
			matches: (input) =>
				wereSent(input, 'PATCH /pools') &&
				!input.world.pools.has('ml') &&
				input.world.pools.get('crm_api')?.slots === 2
		},
		{
			name: 'skipped',
			steps: [applyPools(pools, 'skip'), applyVariables('skip', noted)],
			says: {
				ru: 'skip создаёт только недостающее, а то, что есть, оставляет со старыми значениями: у crm_api по-прежнему 2 слота.',
				en: 'skip creates only what is missing and leaves what exists with its old values: crm_api still has 2 slots.'
			},
			matches: (input) =>
				input.world.pools.has('ml') && input.world.pools.get('crm_api')?.slots === 2
		},
		{
			name: 'update-only',
			steps: [updatePools, applyVariables('overwrite', noted)],
			says: {
				ru: 'Действие update меняет то, что есть, а пула ml не было, и он так и не появился. «Создать или заменить» — это create с overwrite.',
				en: 'The action update changes what exists, but there was no pool ml, and there still is none. “Create or replace” is create with overwrite.'
			},
			matches: ({ world }) => world.pools.get('crm_api')?.slots === 4 && !world.pools.has('ml')
		}
	],
	twin: declareStateInV1
};

const channel = ({ world }: CheckInput) => world.variables.get('alert_channel');

const wereSent = ({ world }: CheckInput, key: string) =>
	world.journal.some(({ operation, status }) => operation === key && status === 200);
