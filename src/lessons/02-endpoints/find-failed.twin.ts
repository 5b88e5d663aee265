import type { Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';

const LIST = 'GET /dags/{dag_id}/dagRuns';

export const findFailedInV1: Twin = {
	step: asInV1,
	hints: {
		1: {
			ru: 'Фильтр — state, порядок — order_by с минусом. Заметку в v1 ставит PATCH запуска с /setNote на конце.',
			en: 'The filter is state, the order is order_by with a minus. In v1 a PATCH of the run with /setNote at the end sets the note.'
		},
		2: {
			ru: 'GET /api/v1/dags/~/dagRuns?state=failed&order_by=-start_date, затем PATCH /api/v1/dags/extract_crm/dagRuns/{dag_run_id}/setNote с телом {"note": "…"}.',
			en: 'GET /api/v1/dags/~/dagRuns?state=failed&order_by=-start_date, then PATCH /api/v1/dags/extract_crm/dagRuns/{dag_run_id}/setNote with {"note": "…"}.'
		}
	},
	wrong: {
		'slip-in-the-filter': {
			says: {
				ru: 'Ответ 400: параметра с таким именем нет. v1 опечаток не прощает и тем спасает от списка, который ничего не отбирал. Фильтр зовётся state.',
				en: 'The answer is 400: there is no parameter of that name. v1 forgives no slips, which saves you from a list that was never narrowed. The filter is called state.'
			},
			matches: ({ world }) =>
				!world.journal.some(({ operation, status }) => operation === LIST && status === 200) &&
				world.journal.some(({ operation, status }) => operation === LIST && status === 400)
		}
	}
};
