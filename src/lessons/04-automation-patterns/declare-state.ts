import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';

const CRM_NOTE = 'The CRM allows two calls at once';

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

const applyVariables = (onExistence: string): SolutionStep => ({
	operation: 'PATCH /variables',
	body: {
		actions: [
			{
				action: 'create',
				entities: [{ key: 'retention_days', value: '30' }],
				action_on_existence: onExistence
			}
		]
	}
});

const crm = { name: 'crm_api', slots: 4, description: CRM_NOTE };
const ml = { name: 'ml', slots: 3 };

export const declareState: Exercise = {
	id: 'patterns.declare-state',
	world: 'patterns-declare',
	scenario: 'production-morning',
	api: 'v2',
	title: {
		ru: 'Приведите Airflow к тому, что записано в репозитории',
		en: 'Bring Airflow to what the repository says'
	},
	task: {
		ru: 'В репозитории записано: пул crm_api — 4 слота, с прежним описанием; пул ml — 3 слота; переменная retention_days — 30. Часть этого на сервере уже есть, часть нет. Приведите его к этому состоянию запросами, которые можно отправить и завтра, не зная, что там есть. Остального не трогайте.',
		en: 'The repository says: the pool crm_api has 4 slots and its description as it is; the pool ml has 3 slots; the variable retention_days is 30. Some of it exists on the server, some does not. Bring it to that state with requests that can be sent tomorrow as well, without knowing what is there. Leave the rest alone.'
	},
	hints: [
		{
			ru: 'PATCH /pools и PATCH /variables без имени в пути принимают список действий сразу для многих.',
			en: 'PATCH /pools and PATCH /variables without a name in the path take a list of actions for many at once.'
		},
		{
			ru: 'Действие create с action_on_existence: overwrite создаст или заменит целиком: чего нет в теле, то сбросится. Читайте тело ответа: ошибки внутри, а код всё равно 200.',
			en: 'The action create with action_on_existence: overwrite creates or replaces as a whole: what the body leaves out is reset. Read the body of the answer: errors are inside, and the code is 200 all the same.'
		},
		{
			ru: 'PATCH /api/v2/pools с {"actions": [{"action": "create", "action_on_existence": "overwrite", "entities": [{"name": "crm_api", "slots": 4, "description": "The CRM allows two calls at once"}, {"name": "ml", "slots": 3}]}]}; так же PATCH /api/v2/variables с {"key": "retention_days", "value": "30"}.',
			en: 'PATCH /api/v2/pools with {"actions": [{"action": "create", "action_on_existence": "overwrite", "entities": [{"name": "crm_api", "slots": 4, "description": "The CRM allows two calls at once"}, {"name": "ml", "slots": 3}]}]}; likewise PATCH /api/v2/variables with {"key": "retention_days", "value": "30"}.'
		}
	],
	start: { operation: 'PATCH /pools' },
	checks: [
		{
			says: {
				ru: 'crm_api — 4 слота, описание прежнее',
				en: 'crm_api has 4 slots and its description'
			},
			passes: (input) => crmPool(input)?.slots === 4 && crmPool(input)?.description === CRM_NOTE
		},
		{
			says: { ru: 'пул ml — 3 слота', en: 'the pool ml has 3 slots' },
			passes: ({ world }) => world.pools.get('ml')?.slots === 3
		},
		{
			says: { ru: 'retention_days равна 30', en: 'the variable retention_days is 30' },
			passes: ({ world }) => world.variables.get('retention_days')?.value === '30'
		},
		{
			says: {
				ru: 'остальное не тронуто: пулы warehouse и default_pool, три переменные',
				en: 'the rest is untouched: the pools warehouse and default_pool, three variables'
			},
			passes: ({ world }) =>
				world.pools.size === 4 &&
				world.pools.get('warehouse')?.slots === 12 &&
				world.pools.get('default_pool')?.slots === 128 &&
				world.variables.size === 4 &&
				world.variables.get('alert_channel')?.value === '#data-alerts' &&
				world.variables.get('lake_bucket')?.value === 'lake'
		}
	],
	solution: [applyPools([crm, ml], 'overwrite'), applyVariables('overwrite')],
	wrong: [
		{
			name: 'fails-inside-200',
			steps: [applyPools([crm, ml]), applyVariables('overwrite')],
			says: {
				ru: 'Ответ 200, но в его теле errors с 409: по умолчанию action_on_existence — fail, и раз crm_api уже есть, не создан и ml. Нужен overwrite.',
				en: 'The answer is 200, but its body has errors with 409: by default action_on_existence is fail, and as crm_api exists, ml was not created either. It takes overwrite.'
			},
			matches: (input) => wereSent(input, 'PATCH /pools') && !input.world.pools.has('ml')
		},
		{
			name: 'skipped',
			steps: [applyPools([crm, ml], 'skip'), applyVariables('skip')],
			says: {
				ru: 'skip создаёт только недостающее, а то, что есть, оставляет со старыми значениями: у crm_api по-прежнему 2 слота.',
				en: 'skip creates only what is missing and leaves what exists with its old values: crm_api still has 2 slots.'
			},
			matches: (input) => input.world.pools.has('ml') && crmPool(input)?.slots === 2
		},
		{
			name: 'description-lost',
			steps: [applyPools([{ name: 'crm_api', slots: 4 }, ml], 'overwrite')],
			says: {
				ru: 'Слотов 4, а описание пропало: overwrite заменяет пул целиком, и того, чего нет в теле, не останется. Опишите в репозитории все поля.',
				en: 'There are 4 slots, but the description is gone: overwrite replaces the pool as a whole, and what the body leaves out does not stay. Describe every field in the repository.'
			},
			matches: (input) => crmPool(input)?.slots === 4 && crmPool(input)?.description !== CRM_NOTE
		}
	]
};

const crmPool = ({ world }: CheckInput) => world.pools.get('crm_api');

const wereSent = ({ world }: CheckInput, key: string) =>
	world.journal.some(({ operation, status }) => operation === key && status === 200);
