import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

export const waitWorkedInV2: Twin = {
	programs: { airflow: 'its-commands' },
	step: asInV2,
	start: {
		operation: 'POST /dags/{dag_id}/dagRuns',
		path: { dag_id: 'flaky_import' },
		body: JSON.stringify({ dag_run_id: 'import-7', logical_date: null }, null, 2)
	}
};
