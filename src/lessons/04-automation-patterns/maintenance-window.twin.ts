import type { Twin } from '#lib/course/lesson.ts';
import { asInV2 } from '#lib/course/twin.ts';

export const maintenanceWindowInV2: Twin = {
	programs: { airflowctl: 'its-commands' },
	step: asInV2,
	hints: {
		2: {
			ru: 'PATCH /api/v2/dags/long_backup с {"is_paused": true}; GET …/taskInstances, пока dump не станет success; POST /api/v2/variables с {"key": "backup_target", "value": "s3://backup-new"}; PATCH с {"is_paused": false}.',
			en: 'PATCH /api/v2/dags/long_backup with {"is_paused": true}; GET …/taskInstances until dump is success; POST /api/v2/variables with {"key": "backup_target", "value": "s3://backup-new"}; PATCH with {"is_paused": false}.'
		}
	}
};
