import type { SolutionStep, Twin } from '#lib/course/lesson.ts';

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
const whole = { name: 'warehouse', slots: 16, include_deferred: true };

export const widenPoolInV2: Twin = {
	programs: {
		airflow: ["airflow pools set warehouse 16 'Queries at the same time' --include-deferred"],
		airflowctl: [
			"airflowctl pools update --pool warehouse --slots 16 --description 'Queries at the same time' --include-deferred"
		]
	},
	hints: {
		1: {
			ru: 'v2 и с маской ждёт в теле name, slots и include_deferred, иначе ответит 422. Маска говорит, что из тела записать.',
			en: 'Even with a mask v2 wants name, slots and include_deferred in the body, or it answers 422. The mask says what of the body to store.'
		},
		2: {
			ru: 'PATCH /api/v2/pools/warehouse?update_mask=slots с телом {"name": "warehouse", "slots": 16, "include_deferred": true}.',
			en: 'PATCH /api/v2/pools/warehouse?update_mask=slots with {"name": "warehouse", "slots": 16, "include_deferred": true}.'
		}
	},
	solution: [widen('warehouse', whole, { update_mask: 'slots' })],
	reasons: {
		ru: 'Тело проверяется как целый пул, поэтому include_deferred придётся послать, даже если он ни при чём; записывается же только названное в маске. Что бы в нём ни стояло, маска не даст его изменить.',
		en: 'The body is checked as a whole pool, so include_deferred has to be sent even when it is beside the point; but only what the mask names is stored. Whatever it says, the mask keeps it from changing anything.'
	},
	wrong: {
		'without-mask': {
			steps: [widen('warehouse', { ...whole, include_deferred: false })],
			says: {
				ru: 'Слотов 16, но include_deferred стал false: без update_mask v2 записывает всё, что есть в теле. Верните true и в следующий раз называйте поля в маске.',
				en: 'It has 16 slots, but include_deferred became false: without update_mask v2 stores all that the body holds. Set it back to true, and next time name the fields in a mask.'
			}
		},
		'slots-alone': {
			steps: [widen('warehouse', { slots: 16 }, { update_mask: 'slots' })],
			says: {
				ru: 'Ответ 422: одних слотов мало даже с маской. detail называет, чего не хватает: добавьте имя и include_deferred.',
				en: 'The answer is 422: slots alone will not do, mask or not. detail names what is missing: add the name and include_deferred.'
			},
			matches: ({ world }) =>
				world.pools.get('warehouse')?.slots === 12 &&
				world.journal.some(({ operation, status }) => operation === PATCH && status === 422)
		},
		'another-pool': {
			steps: [widen('crm_api', { ...whole, name: 'crm_api' }, { update_mask: 'slots' })]
		}
	}
};
