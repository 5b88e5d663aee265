import type { Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';

export const whichTaskInV1: Twin = {
	step: asInV1,
	hints: {
		2: {
			ru: 'В v1 заметку ставит отдельный адрес: PATCH /api/v1/dags/extract_crm/dagRuns/{dag_run_id}/taskInstances/extract_accounts/setNote с телом {"note": "…"}.',
			en: 'In v1 an address of its own sets a note: PATCH /api/v1/dags/extract_crm/dagRuns/{dag_run_id}/taskInstances/extract_accounts/setNote with {"note": "…"}.'
		}
	},
	wrong: {
		'note-on-the-run': {
			says: {
				ru: 'Заметка стоит на запуске целиком. Нужна на экземпляре задачи: путь длиннее, …/taskInstances/{task_id}/setNote.',
				en: 'The note is on the run as a whole. It belongs on the task instance, whose path is longer: …/taskInstances/{task_id}/setNote.'
			}
		}
	}
};
