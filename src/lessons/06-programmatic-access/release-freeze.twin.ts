import type { Twin } from '#lib/course/lesson.ts';

export const releaseFreezeInV2: Twin = {
	programs: { airflow: 'its-commands', airflowctl: 'its-commands' },
	wrong: {
		'everything-paused': {
			says: {
				ru: 'На паузе и DAG без тега ml. Добавьте к массовому запросу tags=ml (dag_id_pattern в v2 нужен и при нём), а лишние верните в работу.',
				en: 'DAGs without the tag ml are paused as well. Add tags=ml to the bulk request (beside it, v2 still wants dag_id_pattern), and put the rest back to work.'
			}
		}
	}
};
