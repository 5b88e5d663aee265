import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';

const KEY = 'lake_bucket';
const VALUE = 'lake-eu';
const NOTE = 'Since the move to Frankfurt';
const CHANGE = 'PATCH /variables/{variable_key}';
const BODY = { key: KEY, value: VALUE, description: NOTE };

const change = (body: unknown, mask?: string): RequestStep => ({
	operation: CHANGE,
	path: { variable_key: KEY },
	body,
	...(mask === undefined ? {} : { query: { update_mask: mask } })
});

/** Find the fault: a call of v1 that v2 answers with 200 and does not carry out. */
export const movedMask: Exercise = {
	id: 'programmatic.moved-mask',
	world: 'programmatic-moved-mask',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'fault',
	programs: { airflow: 'its-commands', airflowctl: 'its-commands' },
	title: {
		ru: 'Вызов перевели на v2, и он молчит',
		en: 'The call was moved to v2 and keeps quiet'
	},
	task: {
		ru: 'В этом вызове заменили только /api/v1 на /api/v2. На старом сервере он менял у переменной lake_bucket и значение, и описание. Теперь скрипт видит 200 и доволен. Отправьте запрос, прочитайте тело ответа и сделайте так, чтобы изменилось и то, и другое.',
		en: 'Nothing in this call was changed but /api/v1 to /api/v2. On the old server it changed both the value and the description of the variable lake_bucket. Now the script sees 200 and is content. Send it, read the body of the answer, and make both change.'
	},
	hints: [
		{
			ru: 'Сравните value и description в ответе с тем, что послали. raise_for_status() этого не заметит.',
			en: 'Compare value and description in the answer with what you sent. raise_for_status() will not notice.'
		},
		{
			ru: 'В v1 маска звала значение val и перечисляла поля через запятую. В v2 поле — value, а параметр повторяют; незнакомые имена он молча пропускает.',
			en: 'In v1 the mask called the value val and listed fields with commas. v2 calls it value and wants the parameter repeated; names it does not know it ignores in silence.'
		},
		{
			ru: 'Уберите update_mask совсем: в теле и так ровно то, что надо изменить. Или update_mask=value&update_mask=description.',
			en: 'Take update_mask out: the body holds just what is to change anyway. Or send update_mask=value&update_mask=description.'
		}
	],
	start: {
		operation: CHANGE,
		path: { variable_key: KEY },
		query: { update_mask: ['val,description'] },
		body: JSON.stringify(BODY, undefined, 2)
	},
	checks: [
		{
			says: { ru: 'значение lake_bucket — lake-eu', en: 'the value of lake_bucket is lake-eu' },
			passes: (input) => bucket(input)?.value === VALUE
		},
		{
			says: {
				ru: `описание — «${NOTE}»`,
				en: `the description is “${NOTE}”`
			},
			passes: (input) => bucket(input)?.description === NOTE
		},
		{
			says: {
				ru: 'остальные три переменные не тронуты',
				en: 'the other three variables are untouched'
			},
			passes: ({ world }) =>
				world.variables.size === 4 &&
				world.variables.get('retention_days')?.value === '90' &&
				world.variables.get('alert_channel')?.value === '#data-alerts'
		}
	],
	solution: [change(BODY)],
	reasons: {
		ru: 'Путь и тело у двух API совпали, разошёлся смысл параметра. Поэтому переезд проверяют не кодом ответа, а состоянием: прочитать, что получилось, или держать проверку на симуляторе.',
		en: 'Path and body are the same in both APIs; the meaning of a parameter is not. So a move is checked not by the code of the answer but by the state: read what came of it, or keep a test against a simulator.'
	},
	wrong: [
		{
			name: 'another-variable',
			steps: [
				{
					operation: CHANGE,
					path: { variable_key: 'alert_channel' },
					body: { ...BODY, key: 'alert_channel' }
				}
			],
			says: {
				ru: 'Изменилась alert_channel: в пути стоит она. Верните ей #data-alerts и отправьте то же для lake_bucket.',
				en: 'It is alert_channel that changed, as the path names it. Give it #data-alerts back and send the same for lake_bucket.'
			},
			matches: ({ world }) => world.variables.get('alert_channel')?.value === VALUE
		},
		{
			name: 'mask-as-in-v1',
			steps: [change(BODY, 'val,description')],
			says: {
				ru: 'Ответ 200, а переменная прежняя: «val,description» для v2 — одно незнакомое имя, и менять ему нечего.',
				en: 'The answer is 200 and the variable as before: to v2 “val,description” is one unknown name, and there is nothing to change.'
			},
			matches: (input) =>
				wasSent(input) && bucket(input)?.value === 'lake' && !bucket(input)?.description
		},
		{
			name: 'value-only',
			steps: [change(BODY, 'value')],
			says: {
				ru: 'Значение новое, а описание прежнее: маска пустила только value. Повторите параметр для description или уберите его.',
				en: 'The value is new and the description as before: the mask let only value through. Repeat the parameter for description, or take it out.'
			},
			matches: (input) => bucket(input)?.value === VALUE && bucket(input)?.description !== NOTE
		},
		{
			name: 'description-only',
			steps: [change(BODY, 'description')],
			says: {
				ru: 'Описание новое, а значение прежнее: теперь описание обещает переезд, которого в value нет.',
				en: 'The description is new and the value as before: it now tells of a move that the value has not made.'
			},
			matches: (input) => bucket(input)?.value === 'lake' && bucket(input)?.description === NOTE
		}
	]
};

const bucket = ({ world }: CheckInput) => world.variables.get(KEY);

function wasSent({ world }: CheckInput): boolean {
	return world.journal.some(
		({ operation, status, params }) =>
			operation === CHANGE && status === 200 && params.variable_key === KEY
	);
}
