import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { latestRunOf } from '#lib/course/run-name.ts';
import type { JournalEntry } from '#lib/simulator/world.ts';
import { findFailedInV1 } from './find-failed.twin.ts';

const LIST = 'GET /dags/{dag_id}/dagRuns';
const BATCH = 'POST /dags/{dag_id}/dagRuns/list';

const ask = (dagId: string, query: Record<string, string>): SolutionStep => ({
	operation: LIST,
	path: { dag_id: dagId },
	query
});

const writeNote = (dagId: string): SolutionStep => ({
	operation: 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}',
	path: { dag_id: dagId, dag_run_id: latestRunOf(dagId) },
	body: { note: 'CRM answers 401: token expired' }
});

export const findFailed: Exercise = {
	id: 'endpoints.find-failed',
	world: 'endpoints-find',
	scenario: 'production-morning',
	api: 'v2',
	kind: 'free',
	title: {
		ru: 'Найдите, что упало ночью',
		en: 'Find what failed in the night'
	},
	task: {
		ru: 'Утро, сорок DAG, отчёта нет. Одним запросом узнайте, какие запуски упали: по всем DAG, только упавшие, самые свежие первыми. Потом оставьте на упавшем запуске заметку (note), чтобы коллеги знали: им уже занимаются.',
		en: 'It is morning, there are forty DAGs and no report. Learn with one request which runs failed: of all DAGs, only the failed ones, the newest first. Then leave a note on the failed run, so that colleagues know somebody is at it.'
	},
	hints: [
		{
			ru: 'Список запусков умеет смотреть сразу во все DAG: вместо dag_id поставьте знак ~.',
			en: 'The list of runs can look into all DAGs at once: put the sign ~ in the place of dag_id.'
		},
		{
			ru: 'Фильтр — state, порядок — order_by с минусом. Заметку в v2 ставит PATCH запуска.',
			en: 'The filter is state, the order is order_by with a minus. In v2 a PATCH of the run sets the note.'
		},
		{
			ru: 'GET /api/v2/dags/~/dagRuns?state=failed&order_by=-start_date, затем PATCH /api/v2/dags/extract_crm/dagRuns/{dag_run_id} с телом {"note": "…"}.',
			en: 'GET /api/v2/dags/~/dagRuns?state=failed&order_by=-start_date, then PATCH /api/v2/dags/extract_crm/dagRuns/{dag_run_id} with {"note": "…"}.'
		}
	],
	start: { operation: LIST },
	checks: [
		{
			says: {
				ru: 'один запрос: все DAG, только failed, свежие первыми',
				en: 'one request: all DAGs, only failed, the newest first'
			},
			passes: (input) => searches(input).some((search) => isFailedOnly(search) && isNewest(search))
		},
		{
			says: { ru: 'на упавшем запуске есть заметка', en: 'there is a note on the failed run' },
			passes: (input) => noted(input).some((run) => run.state === 'failed')
		}
	],
	solution: [ask('~', { state: 'failed', order_by: '-start_date' }), writeNote('extract_crm')],
	reasons: {
		ru: 'Знак ~ превращает сорок запросов в один, фильтр считает сервер, а порядок назван явно: без него «первые» — это просто какие-то. Имена для PATCH берут из ответа на поиск, а не из головы.',
		en: 'The sign ~ makes one request out of forty, the server does the filtering, and the order is named: without it the first are just some. The names for the PATCH come from the answer to the search, not out of one’s head.'
	},
	wrong: [
		{
			name: 'note-on-a-good-run',
			steps: [ask('~', { state: 'failed', order_by: '-start_date' }), writeNote('extract_billing')],
			says: {
				ru: 'Заметка стоит на запуске, который не падал. Возьмите dag_id и dag_run_id из ответа на поиск.',
				en: 'The note is on a run that did not fail. Take dag_id and dag_run_id from the answer to your search.'
			},
			matches: (input) => {
				const runs = noted(input);
				return runs.length > 0 && runs.every((run) => run.state !== 'failed');
			}
		},
		{
			name: 'oldest-first',
			steps: [ask('~', { state: 'failed', order_by: 'start_date' })],
			says: {
				ru: 'Фильтр верный, а порядок нет: свежие первыми — это минус перед полем, например order_by=-start_date.',
				en: 'The filter is right, the order is not: the newest first means a minus before the field, order_by=-start_date for one.'
			},
			matches: (input) =>
				searches(input).some(isFailedOnly) &&
				!searches(input).some((search) => isFailedOnly(search) && isNewest(search))
		},
		{
			name: 'slip-in-the-filter',
			steps: [ask('~', { stat: 'failed', order_by: '-start_date' })],
			says: {
				ru: 'В ответе запуски во всех состояниях: фильтра state в запросе нет. Имя параметра с опечаткой v2 не замечает и отдаёт всё подряд.',
				en: 'The answer has runs of every state: there is no filter state in the request. v2 does not notice a slip in a parameter’s name and gives everything.'
			},
			matches: (input) =>
				searches(input).some(({ states }) => states.length === 0) &&
				!searches(input).some(isFailedOnly)
		},
		{
			name: 'one-dag-only',
			steps: [ask('extract_crm', { state: 'failed', order_by: '-start_date' })],
			says: {
				ru: 'Это запуски одного DAG. Сорок таких запросов — не дело: знак ~ на месте dag_id спросит обо всех сразу.',
				en: 'Those are the runs of one DAG. Forty such requests will not do: the sign ~ in the place of dag_id asks about all at once.'
			},
			matches: (input) =>
				searches(input).length === 0 &&
				input.world.journal.some(
					({ operation, status, params }) =>
						operation === LIST && status === 200 && params.dag_id !== '~'
				)
		}
	],
	twin: findFailedInV1
};

interface Search {
	states: string[];
	order: string;
}

/** The lists over all DAGs that were asked for, by either operation. */
function searches({ world }: CheckInput): Search[] {
	return world.journal.flatMap((entry) => {
		if (entry.status !== 200 || entry.params.dag_id !== '~') return [];
		if (entry.operation === LIST) {
			const { state = '', order_by: order = '' } = entry.params;
			return [{ states: state === '' ? [] : state.split(','), order }];
		}
		return entry.operation === BATCH ? [batchSearch(entry)] : [];
	});
}

function batchSearch({ body }: JournalEntry): Search {
	const asked = JSON.parse(body || '{}') as { states?: string[]; order_by?: string };
	return { states: asked.states ?? [], order: asked.order_by ?? '' };
}

const isFailedOnly = ({ states }: Search) =>
	states.length > 0 && states.every((state) => state === 'failed');

const NEWEST = /^-(id|logical_date|run_after|queued_at|start_date|end_date|updated_at)\b/;
const isNewest = ({ order }: Search) => NEWEST.test(order);

function noted({ world }: CheckInput) {
	return [...world.runs.values()].filter((run) => (run.note ?? '').trim() !== '');
}
