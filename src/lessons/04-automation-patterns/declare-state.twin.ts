import type { SolutionStep, Twin } from '#lib/course/lesson.ts';

const CHANNEL = '#data-oncall';
const NOTE = 'Where failures are told';

const makePool = (name: string, slots: number): SolutionStep => ({
	operation: 'POST /pools',
	body: { name, slots }
});
const changePool = (name: string, slots: number): SolutionStep => ({
	operation: 'PATCH /pools/{pool_name}',
	path: { pool_name: name },
	query: { update_mask: 'slots' },
	body: { slots }
});
const setChannel = (more: Record<string, string> = { description: NOTE }): SolutionStep => ({
	operation: 'POST /variables',
	body: { key: 'alert_channel', value: CHANNEL, ...more }
});

export const declareStateInV1: Twin = {
	programs: { airflow: 'its-commands' },
	task: {
		ru: 'В репозитории записано: пул crm_api — 4 слота; пул ml — 3 слота; переменная alert_channel — #data-oncall, с прежним описанием «Where failures are told». Часть этого на сервере уже есть, часть нет. Пакетных запросов в v1 нет: приведите сервер к этому состоянию по одному, так, как делал бы скрипт, который не знает, что там есть. Остального не трогайте.',
		en: 'The repository says: the pool crm_api has 4 slots; the pool ml has 3 slots; the variable alert_channel is #data-oncall, its description “Where failures are told” as it was. Some of it exists on the server, some does not. v1 has no bulk requests: bring the server to that state one by one, as a script would that does not know what is there. Leave the rest alone.'
	},
	hints: {
		0: {
			ru: 'Для пула «создать или изменить» — это два запроса: POST, а на 409 — PATCH. Для переменной хватит одного.',
			en: 'For a pool, “make or change” is two requests: POST, and upon 409 PATCH. For a variable one is enough.'
		},
		1: {
			ru: 'PATCH пула с update_mask=slots не заденет описания и include_deferred. POST переменной в v1 заменяет её вместе с описанием, поэтому описание пошлите тоже.',
			en: 'PATCH of a pool with update_mask=slots leaves its description and include_deferred alone. In v1 a POST of a variable replaces it together with its description, so send that too.'
		},
		2: {
			ru: 'POST /api/v1/pools с {"name": "crm_api", "slots": 4}: 409; PATCH /api/v1/pools/crm_api?update_mask=slots с {"slots": 4}; POST /api/v1/pools с {"name": "ml", "slots": 3}; POST /api/v1/variables с {"key": "alert_channel", "value": "#data-oncall", "description": "Where failures are told"}.',
			en: 'POST /api/v1/pools with {"name": "crm_api", "slots": 4}: 409; PATCH /api/v1/pools/crm_api?update_mask=slots with {"slots": 4}; POST /api/v1/pools with {"name": "ml", "slots": 3}; POST /api/v1/variables with {"key": "alert_channel", "value": "#data-oncall", "description": "Where failures are told"}.'
		}
	},
	start: { operation: 'POST /pools' },
	solution: [changePool('crm_api', 4), makePool('ml', 3), setChannel()],
	reasons: {
		ru: 'Описание желаемого состояния можно применять сколько угодно раз, а список шагов — только один. В v1 такое «применить» собирают сами: на 409 скрипт переходит от POST к PATCH, а POST переменной и так «создать или заменить». Здесь показан путь для этого сервера: crm_api на нём есть, ml — нет.',
		en: 'What describes a wanted state can be applied any number of times; a list of steps only once. With v1 one builds such an “apply” oneself: upon 409 the script goes from POST to PATCH, and the POST of a variable is “make or replace” anyway. This is the way for this server, which has crm_api and lacks ml.'
	},
	wrong: {
		'stopped-at-409': {
			steps: [makePool('crm_api', 4), makePool('ml', 3), setChannel()],
			says: {
				ru: 'POST на crm_api ответил 409: пул уже есть, и слотов в нём по-прежнему 2. На 409 скрипт отправляет PATCH.',
				en: 'POST of crm_api answered 409: the pool exists, and still has 2 slots. Upon 409 the script sends PATCH.'
			},
			matches: ({ world }) =>
				world.pools.get('crm_api')?.slots === 2 &&
				world.journal.some(({ operation, status }) => operation === 'POST /pools' && status === 409)
		},
		'description-lost': {
			steps: [changePool('crm_api', 4), makePool('ml', 3), setChannel({})],
			says: {
				ru: 'Канал новый, а описание переменной пропало: POST в v1 записывает её целиком. Отправьте его снова, с description.',
				en: 'The channel is new, and the description of the variable is gone: in v1 POST writes the whole of it. Send it again, with description.'
			},
			matches: ({ world }) =>
				world.variables.get('alert_channel')?.value === CHANNEL &&
				world.variables.get('alert_channel')?.description !== NOTE
		},
		'update-only': {
			steps: [changePool('crm_api', 4), changePool('ml', 3), setChannel()],
			says: {
				ru: 'PATCH меняет то, что есть, а пула ml не было: ответ 404, и он так и не появился. Создаёт POST.',
				en: 'PATCH changes what exists, but there was no pool ml: the answer is 404, and there still is none. POST makes it.'
			},
			matches: ({ world }) => world.pools.get('crm_api')?.slots === 4 && !world.pools.has('ml')
		},
		'another-pool': {
			steps: [changePool('warehouse', 4), makePool('ml', 3), setChannel()],
			says: {
				ru: 'Изменён пул, которого в репозитории нет. Верните warehouse его 12 слотов и поправьте crm_api.',
				en: 'That is a pool that the repository does not name. Give warehouse its 12 slots back and change crm_api.'
			},
			matches: ({ world }) =>
				world.pools.get('warehouse')?.slots !== 12 || world.pools.get('default_pool')?.slots !== 128
		},
		'fails-inside-200': null,
		skipped: null
	}
};
