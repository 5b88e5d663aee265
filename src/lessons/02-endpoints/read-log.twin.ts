import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

export const readLogInV2: Twin = {
	step: asInV2,
	hints: {
		2: {
			ru: 'GET …/dagRuns/{dag_run_id}/taskInstances/extract_accounts/logs/3, затем PATCH /api/v2/dags/extract_crm/dagRuns/{dag_run_id} с телом {"note": "CRM: HTTP …"}, где вместо точек код.',
			en: 'GET …/dagRuns/{dag_run_id}/taskInstances/extract_accounts/logs/3, then PATCH /api/v2/dags/extract_crm/dagRuns/{dag_run_id} with {"note": "CRM: HTTP …"}, the status in place of the dots.'
		}
	}
};
