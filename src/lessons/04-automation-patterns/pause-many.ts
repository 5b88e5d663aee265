import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import { pauseManyInV2 } from './pause-many.twin.ts';

const PATCH = 'PATCH /dags';
const PUT_ASIDE = 'ml_pricing';

const pause = (query: Record<string, string>, isPaused = true): SolutionStep => ({
	operation: PATCH,
	query,
	body: { is_paused: isPaused }
});

export const pauseMany: Exercise = {
	id: 'patterns.pause-many',
	world: 'patterns-pause-many',
	scenario: 'production-morning',
	api: 'v1',
	kind: 'free',
	operations: ['GET /dags'],
	title: {
		ru: 'Поставьте на паузу все служебные DAG',
		en: 'Pause all the DAGs of operations'
	},
	task: {
		ru: 'Перед работами на дисках поставьте на паузу все DAG с тегом ops, и никакие другие. Их немного, но в скрипте перечислять имена нельзя: завтра появится ещё один. Хватит одного запроса.',
		en: 'Before work on the disks, pause all DAGs that have the tag ops, and no others. There are not many, but a script must not list their names: there will be one more tomorrow. One request is enough.'
	},
	hints: [
		{
			ru: 'Сначала посмотрите, кого это коснётся: GET /dags?tags=ops. А какой DAG уже стоит на паузе и ваш ли он?',
			en: 'First see whom it concerns: GET /dags?tags=ops. And which DAG is paused already, and is it one of these?'
		},
		{
			ru: 'PATCH /dags без имени правит многих сразу. Отбор — в строке запроса; dag_id_pattern в v1 обязателен.',
			en: 'PATCH /dags without a name changes many at once. What to select goes into the query; in v1, dag_id_pattern is required.'
		},
		{
			ru: 'PATCH /api/v1/dags?dag_id_pattern=%&tags=ops с телом {"is_paused": true} (знак % в адресе пишут как %25, форма сделает это сама).',
			en: 'PATCH /api/v1/dags?dag_id_pattern=%&tags=ops with {"is_paused": true} (in the address, % is written %25; the form sees to that).'
		}
	],
	start: { operation: PATCH },
	checks: [
		{
			says: {
				ru: 'все DAG с тегом ops стоят на паузе',
				en: 'all DAGs with the tag ops are paused'
			},
			passes: (input) => ops(input).every(({ isPaused }) => isPaused)
		},
		{
			says: { ru: 'остальные не тронуты', en: 'the others are untouched' },
			passes: (input) => ops(input).some(({ isPaused }) => isPaused) && !othersTouched(input)
		}
	],
	solution: [pause({ dag_id_pattern: '%', tags: 'ops' })],
	reasons: {
		ru: 'Отбор по тегу не стареет: новый DAG с тегом ops попадёт в окно сам. Перед таким запросом список сначала читают: кто стоял на паузе до вас, тот должен стоять и после, а снимать паузу тем же широким отбором значит разбудить и его.',
		en: 'To select by tag does not grow old: a new DAG with the tag ops gets into the window by itself. Read the list before such a request: what was paused before you must be paused after you, and lifting the pause by the same wide selection would wake that too.'
	},
	wrong: [
		{
			name: 'everything',
			steps: [pause({ dag_id_pattern: '%' })],
			says: {
				ru: 'На паузе оказалось всё: отбор по тегу в запрос не попал. Начните заново: вернуть пауз «как было» одним запросом уже нельзя, ml_pricing стоял на паузе и раньше.',
				en: 'Everything is paused: the request did not select by tag. Start over: one request cannot bring back what was, for ml_pricing was paused before.'
			},
			matches: (input) => othersTouched(input)
		},
		{
			name: 'without-pattern',
			steps: [pause({ tags: 'ops' })],
			says: {
				ru: 'Ответ 400: в v1 dag_id_pattern обязателен, даже если отбор идёт по тегу. Подойдёт шаблон, который ловит всё: %.',
				en: 'The answer is 400: in v1 dag_id_pattern is required even when the tag selects. A pattern that catches everything will do: %.'
			},
			matches: (input) => ops(input).every(({ isPaused }) => !isPaused) && wasAnswered(input, 400)
		},
		{
			name: 'one-only',
			steps: [pause({ dag_id_pattern: 'ops_cleanup_logs', tags: 'ops' })],
			says: {
				ru: 'На паузе только часть. Шаблон dag_id_pattern сузил отбор: пусть ловит всё, а отбирает тег.',
				en: 'Only some are paused. The pattern dag_id_pattern narrowed the selection: let it catch everything and the tag select.'
			},
			matches: (input) => ops(input).some(({ isPaused }) => isPaused)
		}
	],
	twin: pauseManyInV2
};

const dags = ({ world }: CheckInput) => [...world.dags.values()];
const ops = (input: CheckInput) => dags(input).filter(({ tags }) => tags.includes('ops'));

function othersTouched(input: CheckInput): boolean {
	return dags(input).some(
		({ dagId, tags, isPaused }) => !tags.includes('ops') && isPaused !== (dagId === PUT_ASIDE)
	);
}

const wasAnswered = ({ world }: CheckInput, code: number) =>
	world.journal.some(({ operation, status }) => operation === PATCH && status === code);
