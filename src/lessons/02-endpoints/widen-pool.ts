import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { widenPoolInV2 } from './widen-pool.twin.ts';

const PATCH = 'PATCH /pools/{pool_name}';

const widen = (
	pool: string,
	body: Record<string, unknown>,
	query?: Record<string, string>
): SolutionStep => ({
	operation: PATCH,
	path: { pool_name: pool },
	body,
	...(query === undefined ? {} : { query })
});

export const widenPool: Exercise = {
	id: 'endpoints.widen-pool',
	world: 'endpoints-pool',
	scenario: 'production-morning',
	api: 'v1',
	kind: 'free',
	programs: {
		airflow: ["airflow pools set warehouse 16 'Queries at the same time' --include-deferred"]
	},
	title: {
		ru: 'Измените одно поле и не заденьте остальные',
		en: 'Change one field and leave the others alone'
	},
	task: {
		ru: 'Хранилищу добавили мощности. Расширьте пул warehouse с 12 слотов до 16. Всё остальное в нём — описание и учёт отложенных задач (include_deferred) — должно остаться как было.',
		en: 'The warehouse got more power. Widen the pool warehouse from 12 slots to 16. All else about it, its description and the counting of deferred tasks (include_deferred), must stay as it was.'
	},
	hints: [
		{
			ru: 'Прочитайте пул до правки и после: сравнивать удобнее, чем помнить.',
			en: 'Read the pool before the change and after it: comparing is easier than remembering.'
		},
		{
			ru: 'Без маски v1 считает, что include_deferred, которого нет в теле, — это false.',
			en: 'Without a mask, v1 takes an include_deferred that the body leaves out for false.'
		},
		{
			ru: 'PATCH /api/v1/pools/warehouse?update_mask=slots с телом {"slots": 16}.',
			en: 'PATCH /api/v1/pools/warehouse?update_mask=slots with {"slots": 16}.'
		}
	],
	start: { operation: PATCH },
	checks: [
		{
			says: { ru: 'в пуле warehouse 16 слотов', en: 'the pool warehouse has 16 slots' },
			passes: (input) => warehouse(input)?.slots === 16
		},
		{
			says: {
				ru: 'include_deferred и описание warehouse прежние',
				en: 'include_deferred and the description of warehouse are as before'
			},
			passes: (input) =>
				warehouse(input)?.includeDeferred === true &&
				warehouse(input)?.description === 'Queries at the same time'
		},
		{
			says: { ru: 'другие пулы не тронуты', en: 'the other pools are untouched' },
			passes: ({ world }) =>
				world.pools.size === 3 &&
				world.pools.get('default_pool')?.slots === 128 &&
				world.pools.get('crm_api')?.slots === 2
		}
	],
	solution: [widen('warehouse', { slots: 16 }, { update_mask: 'slots' })],
	reasons: {
		ru: 'Маска называет то, что меняется, и остальное остаётся за сервером. Без неё PATCH в v1 ведёт себя наполовину как PUT: чего нет в теле, то возвращается к значению по умолчанию.',
		en: 'The mask names what changes, and the rest stays with the server. Without it, PATCH in v1 is half a PUT: what the body leaves out goes back to its default.'
	},
	wrong: [
		{
			name: 'without-mask',
			steps: [widen('warehouse', { name: 'warehouse', slots: 16 })],
			says: {
				ru: 'Слотов 16, но include_deferred сброшен в false: без update_mask v1 подставил значение по умолчанию за то, чего нет в теле. Верните true и в следующий раз называйте поля в маске.',
				en: 'It has 16 slots, but include_deferred was reset to false: without update_mask v1 put its default for what the body left out. Set it back to true, and next time name the fields in a mask.'
			},
			matches: (input) => warehouse(input)?.includeDeferred === false
		},
		{
			name: 'another-pool',
			steps: [widen('crm_api', { slots: 16 }, { update_mask: 'slots' })],
			says: {
				ru: 'Изменён другой пул. Верните ему прежнее число слотов (crm_api — 2, default_pool — 128) и поправьте warehouse.',
				en: 'That is another pool. Give it back its slots (crm_api 2, default_pool 128) and change warehouse.'
			},
			matches: ({ world }) =>
				world.pools.get('default_pool')?.slots !== 128 || world.pools.get('crm_api')?.slots !== 2
		},
		{
			name: 'a-new-pool',
			steps: [{ operation: 'POST /pools', body: { name: 'warehouse_16', slots: 16 } }],
			says: {
				ru: 'Появился новый пул, а задачи по-прежнему ходят через warehouse. Удалите лишний и измените тот, что есть: это PATCH.',
				en: 'There is a new pool, while the tasks still go through warehouse. Delete the extra one and change the one there is: that is a PATCH.'
			},
			matches: ({ world }) => world.pools.size > 3
		}
	],
	twin: widenPoolInV2
};

const warehouse = ({ world }: CheckInput) => world.pools.get('warehouse');
