import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';

const PATCH = 'PATCH /pools/{pool_name}';
const NOTE = 'The CRM allows two calls at once';
const GIVEN = { name: 'crm_api', slots: 6, include_deferred: true };

const patch = (mask: string | undefined, body: Record<string, unknown>): SolutionStep => ({
	operation: PATCH,
	path: { pool_name: 'crm_api' },
	...(mask === undefined ? {} : { query: { update_mask: mask } }),
	body
});

/** Find the fault: a slip in the mask, and the answer is 200. */
export const maskSlip: Exercise = {
	id: 'endpoints.mask-slip',
	world: 'endpoints-mask-slip',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'fault',
	programs: {
		airflow: ["airflow pools set crm_api 6 'The CRM allows two calls at once'"],
		airflowctl: [
			"airflowctl pools update --pool crm_api --slots 6 --description 'The CRM allows two calls at once' --no-include-deferred"
		]
	},
	title: {
		ru: 'Найдите поломку: 200, и ничего не изменилось',
		en: 'Find the fault: 200, and nothing has changed'
	},
	task: {
		ru: 'Скрипт расширяет пул crm_api с 2 слотов до 6. Ответ — 200, а слотов по-прежнему 2. Отправьте запрос, прочитайте ответ и исправьте запрос так, чтобы изменились только слоты: include_deferred и описание должны остаться прежними.',
		en: 'A script widens the pool crm_api from 2 slots to 6. The answer is 200, and there are still 2. Send the request, read the answer and mend it so that only the slots change: include_deferred and the description must stay as they were.'
	},
	hints: [
		{
			ru: 'В ответе уже то, что сохранено: сравните его slots с тем, что послали.',
			en: 'The answer holds what was stored: compare its slots with what you sent.'
		},
		{
			ru: 'Меняется лишь то, что названо в update_mask. Имя поля, которого нет, v2 не замечает.',
			en: 'Only what update_mask names is changed. v2 does not notice the name of a field that does not exist.'
		},
		{
			ru: 'update_mask=slots (было slot). Без маски в пул попало бы и include_deferred: true из тела.',
			en: 'update_mask=slots (it was slot). Without a mask the include_deferred: true of the body would get into the pool too.'
		}
	],
	start: {
		operation: PATCH,
		path: { pool_name: 'crm_api' },
		query: { update_mask: ['slot'] },
		body: JSON.stringify(GIVEN, null, 2)
	},
	checks: [
		{
			says: { ru: 'в пуле crm_api 6 слотов', en: 'the pool crm_api has 6 slots' },
			passes: (input) => pool(input)?.slots === 6
		},
		{
			says: {
				ru: 'include_deferred и описание прежние',
				en: 'include_deferred and the description are as before'
			},
			passes: (input) =>
				pool(input)?.slots === 6 &&
				pool(input)?.includeDeferred === false &&
				pool(input)?.description === NOTE
		}
	],
	solution: [patch('slots', GIVEN)],
	reasons: {
		ru: 'Маска выбирает поля из тела, и маска без единого верного имени не выбирает ничего: v2 честно сохраняет ничего и отвечает 200. v1 на такое ответил бы 400. Поэтому после правки сверяют не код, а поля ответа.',
		en: 'A mask selects fields of the body, and a mask without one right name selects none: v2 duly stores nothing and answers 200. v1 would answer 400. So after a change it is the fields of the answer that one checks, not its code.'
	},
	wrong: [
		{
			name: 'sent-as-it-was',
			steps: [patch('slot', GIVEN)],
			says: {
				ru: 'Ответ 200, но слотов в нём 2: поля slot у пула нет, и маска не выбрала ничего. Исправьте имя в update_mask.',
				en: 'The answer is 200, but it says 2 slots: a pool has no field slot, and the mask selected nothing. Mend the name in update_mask.'
			},
			matches: (input) =>
				pool(input)?.slots === 2 && pool(input)?.includeDeferred === false && was(input, 200)
		},
		{
			name: 'mask-dropped',
			steps: [patch(undefined, GIVEN)],
			says: {
				ru: 'Слотов 6, но без маски записалось и include_deferred: true. Верните false и назовите в маске только slots.',
				en: 'There are 6 slots, but without a mask include_deferred: true was stored too. Set it back to false, and name only slots in the mask.'
			},
			matches: (input) => pool(input)?.includeDeferred === true
		},
		{
			name: 'body-cut-down',
			steps: [patch('slots', { slots: 6 })],
			says: {
				ru: 'Ответ 422: v2 и с маской ждёт тело целиком, с name и include_deferred. Маска скажет, что из него взять.',
				en: 'The answer is 422: with a mask too, v2 wants the whole body, with name and include_deferred. The mask says what to take from it.'
			},
			matches: (input) => pool(input)?.slots === 2 && was(input, 422)
		}
	]
};

const pool = ({ world }: CheckInput) => world.pools.get('crm_api');

const was = ({ world }: CheckInput, code: number) =>
	world.journal.some(({ operation, status }) => operation === PATCH && status === code);
