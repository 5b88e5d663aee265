import type { CheckInput, SolutionStep, Twin } from '#lib/course/lesson.ts';

const PATCH = 'PATCH /dags';

const pause = (query: Record<string, string>): SolutionStep => ({
	operation: PATCH,
	query,
	body: { is_paused: true }
});

export const pauseManyInV2: Twin = {
	hints: {
		1: {
			ru: 'PATCH /dags без имени правит многих сразу. Отбор — в строке запроса; без dag_id_pattern в v2 не подойдёт ни один DAG, хоть ответ и 200.',
			en: 'PATCH /dags without a name changes many at once. What to select goes into the query; in v2, without dag_id_pattern no DAG fits, though the answer is 200.'
		},
		2: {
			ru: 'PATCH /api/v2/dags?dag_id_pattern=~&tags=ops с телом {"is_paused": true}: знак ~ значит «любой».',
			en: 'PATCH /api/v2/dags?dag_id_pattern=~&tags=ops with {"is_paused": true}: the sign ~ means any.'
		}
	},
	solution: [pause({ dag_id_pattern: '~', tags: 'ops' })],
	wrong: {
		everything: { steps: [pause({ dag_id_pattern: '~' })] },
		'without-pattern': {
			says: {
				ru: 'Ответ 200, а список dags в нём пуст: без dag_id_pattern v2 не меняет никого, чтобы опечатка не остановила всё сразу. Подойдёт шаблон, который ловит всё: ~.',
				en: 'The answer is 200, and its list of dags is empty: without dag_id_pattern v2 changes none, lest a slip stop everything. A pattern that catches everything will do: ~.'
			},
			matches: wasIdle
		}
	}
};

/** Answered 200, and nobody with the tag was paused. */
function wasIdle({ world }: CheckInput): boolean {
	const ops = [...world.dags.values()].filter(({ tags }) => tags.includes('ops'));
	return (
		ops.every(({ isPaused }) => !isPaused) &&
		world.journal.some(({ operation, status }) => operation === PATCH && status === 200)
	);
}
