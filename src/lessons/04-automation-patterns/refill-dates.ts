import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { manualRuns } from '#lib/course/run-looks.ts';

const DAG = 'nightly_sales';
const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const DAYS = ['2026-04-01', '2026-04-02', '2026-04-03'];

const refill = (
	day: string,
	more: Record<string, unknown> = {},
	time = '03:00:00'
): SolutionStep => ({
	operation: TRIGGER,
	path: { dag_id: DAG },
	body: {
		dag_run_id: `refill__${day}`,
		logical_date: `${day}T${time}Z`,
		conf: { region: 'apac' },
		...more
	}
});
const all = DAYS.map((day) => refill(day));
const again = refill('2026-04-01');

/** Faded: the first day's name is there, the rest of the body is not. */
export const refillDates: Exercise = {
	id: 'patterns.refill-dates',
	world: 'patterns-refill-dates',
	scenario: 'course',
	api: 'v1',
	kind: 'faded',
	title: {
		ru: 'Backfill без backfill: Airflow 2',
		en: 'A backfill without backfills: Airflow 2'
	},
	task: {
		ru: 'В v1 ресурса backfill нет. Пересчитайте 1, 2 и 3 апреля 2026 года запусками nightly_sales: по одному на день, логическая дата — 03:00 UTC этого дня, регион apac, имя refill__ и день. Потом представьте, что цикл прервали и начали заново: отправьте один из дней ещё раз и убедитесь, что лишнего запуска не стало.',
		en: 'v1 has no resource for backfills. Compute 1, 2 and 3 April 2026 by runs of nightly_sales: one for each day, its logical date 03:00 UTC of the day, the region apac, the name refill__ and the day. Then suppose the loop was broken off and began anew: send one of the days again and see that there is no run too many.'
	},
	hints: [
		{
			ru: 'Тело одно и то же, меняется день: в имени и в дате.',
			en: 'It is the same body, only the day changes, in the name and in the date.'
		},
		{
			ru: 'Дате нужна зона: 2026-04-01T03:00:00Z. Повтор готового дня ответит 409, так и должно быть.',
			en: 'The date needs a zone: 2026-04-01T03:00:00Z. A day that is done answers 409, as it should.'
		},
		{
			ru: '{"dag_run_id": "refill__2026-04-01", "logical_date": "2026-04-01T03:00:00Z", "conf": {"region": "apac"}}, то же для 02 и 03, и ещё раз любой из них.',
			en: '{"dag_run_id": "refill__2026-04-01", "logical_date": "2026-04-01T03:00:00Z", "conf": {"region": "apac"}}, the same for 02 and 03, and any of them once more.'
		}
	],
	start: {
		operation: TRIGGER,
		path: { dag_id: DAG },
		body: JSON.stringify({ dag_run_id: 'refill__2026-04-01', logical_date: '' }, null, 2)
	},
	checks: [
		{
			says: {
				ru: 'есть запуски за 03:00 UTC 1, 2 и 3 апреля, и других ручных нет',
				en: 'there are runs for 03:00 UTC of 1, 2 and 3 April, and no other manual ones'
			},
			passes: (input) => dates(input).join() === DAYS.map((day) => `${day}T03:00`).join()
		},
		{
			says: {
				ru: 'каждый назван по своему дню, и у каждого регион apac',
				en: 'each is named after its day, and each has the region apac'
			},
			passes: (input) => runs(input).length > 0 && runs(input).every(isNamed) && !isElsewhere(input)
		},
		{
			says: {
				ru: 'повтор готового дня ответил 409',
				en: 'sending a done day again answered 409'
			},
			passes: ({ world }) =>
				world.journal.some(({ operation, status }) => operation === TRIGGER && status === 409)
		}
	],
	solution: [...all, again],
	reasons: {
		ru: 'Имя и дата выведены из дня, а не из времени отправки, поэтому цикл можно прервать где угодно и начать сначала: готовое ответит 409. Дата та же, что дал бы планировщик, иначе рядом лежали бы два «первых апреля».',
		en: 'Name and date follow from the day and not from the time of sending, so the loop can be broken off anywhere and begun anew: what is done answers 409. The date is the one that the scheduler would give, or there would be two firsts of April side by side.'
	},
	wrong: [
		{
			name: 'at-midnight',
			steps: [...DAYS.map((day) => refill(day, {}, '00:00:00')), again],
			says: {
				ru: 'Логическая дата — не просто день: DAG работает в 03:00, а ваши запуски относятся к другому времени. Начните заново, с 03:00:00Z.',
				en: 'A logical date is more than a day: the DAG runs at 03:00, and your runs belong to another time. Start over, with 03:00:00Z.'
			},
			matches: (input) => dates(input).some((date) => !date.endsWith('T03:00'))
		},
		{
			name: 'without-region',
			steps: [...DAYS.map((day) => refill(day, { conf: {} })), again],
			says: {
				ru: 'Дни те, но регион не передан: отчёты выйдут за emea. Начните заново и добавьте conf.',
				en: 'The days are right, but no region was passed: the reports will be for emea. Start over and add conf.'
			},
			matches: isElsewhere
		},
		{
			name: 'another-name',
			steps: [
				...DAYS.map((day, index) => refill(day, { dag_run_id: `try-${index}` })),
				refill('2026-04-01', { dag_run_id: 'try-0' })
			],
			says: {
				ru: 'Имена не говорят, за какой день запуск. Выведите имя из дня: refill__2026-04-01. Начните заново.',
				en: 'The names do not say which day a run is for. Let the name follow from the day: refill__2026-04-01. Start over.'
			},
			matches: (input) => runs(input).some((run) => !isNamed(run))
		},
		{
			name: 'not-repeated',
			steps: all,
			says: {
				ru: 'Три дня на месте. Проверьте, что цикл переживёт второй проход: отправьте один из дней ещё раз.',
				en: 'The three days are there. Make sure that the loop survives a second pass: send one of the days again.'
			},
			matches: (input) => runs(input).length === DAYS.length
		}
	]
};

function runs({ world }: CheckInput) {
	return manualRuns(world, DAG);
}

const dayOf = (logicalDateMs = 0) => new Date(logicalDateMs).toISOString();

const dates = (input: CheckInput): string[] =>
	runs(input)
		.map(({ logicalDateMs }) => dayOf(logicalDateMs).slice(0, 16))
		.sort();

const isNamed = (run: { runId: string; logicalDateMs?: number }) =>
	run.runId === `refill__${dayOf(run.logicalDateMs).slice(0, 10)}`;

function isElsewhere(input: CheckInput): boolean {
	return runs(input).some(({ conf }) => conf['region'] !== 'apac');
}
