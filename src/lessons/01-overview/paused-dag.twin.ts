import type { Twin } from '#lib/course/lesson.ts';
import { undated } from '#lib/course/twin.ts';

export const pausedDagInV1: Twin = {
	step: undated,
	programs: { airflow: 'its-commands' },
	hints: [
		{
			ru: 'Запустить DAG на паузе можно: ответ 200. Только задачи его не начнутся.',
			en: 'A paused DAG can be triggered: the answer is 200. Only its tasks do not begin.'
		},
		{
			ru: 'Паузу ставит и снимает PATCH /dags/{dag_id} с полем is_paused. Вернуть её рано — значит остановить запуск на полпути.',
			en: 'PATCH /dags/{dag_id} with the field is_paused sets and lifts a pause. To set it again too soon is to stop the run half-way.'
		},
		{
			ru: 'PATCH с {"is_paused": false}; POST …/dagRuns с {} (в v1 дату можно не называть); дождаться success; PATCH с {"is_paused": true}.',
			en: 'PATCH with {"is_paused": false}; POST …/dagRuns with {} (v1 lets you leave the date out); wait for success; PATCH with {"is_paused": true}.'
		}
	]
};
