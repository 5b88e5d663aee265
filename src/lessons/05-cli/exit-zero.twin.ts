import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

export const exitZeroInV2: Twin = {
	programs: { airflow: 'its-commands', airflowctl: 'its-commands' },
	step: asInV2,
	hints: {
		2: {
			ru: 'PATCH /api/v2/dags/paused_cleanup с {"is_paused": false}, дождитесь success у cleanup-now, затем такой же PATCH с true.',
			en: 'PATCH /api/v2/dags/paused_cleanup with {"is_paused": false}, wait until cleanup-now is success, then the same PATCH with true.'
		}
	},
	start: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'paused_cleanup' },
		body: JSON.stringify({ dag_run_id: 'cleanup-now', logical_date: null }, null, 2)
	}
};
