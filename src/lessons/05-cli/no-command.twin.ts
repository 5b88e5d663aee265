import type { RequestStep, Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';

const RUN = 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}';
const path = { dag_id: 'broken_export', dag_run_id: 'night-23' };

const trigger: RequestStep = {
	operation: 'POST /dags/{dag_id}/dagRuns',
	path: { dag_id: 'broken_export' },
	body: { dag_run_id: 'night-23' },
	thenWaitMs: 60_000
};

export const noCommandInV1: Twin = {
	step: asInV1,
	task: {
		ru: 'Запустите broken_export под именем night-23. Когда запуск упадёт, узнайте, какая задача виновата, и оставьте на запуске заметку (note) с её именем: упавшую саму, а не ту, что её не дождалась. У команды airflow для заметок нет ничего. Состояние запуска не менять: падение должны увидеть все.',
		en: 'Trigger broken_export as night-23. When the run has failed, find out which task is to blame and leave a note on the run with its name: the one that failed itself, not the one that waited for it in vain. The command airflow has nothing for notes. Leave the state of the run alone: everybody shall see the failure.'
	},
	hints: {
		1: {
			ru: 'В v1 у заметки свой адрес: PATCH /dags/broken_export/dagRuns/night-23/setNote.',
			en: 'In v1 a note has an address of its own: PATCH /dags/broken_export/dagRuns/night-23/setNote.'
		},
		2: {
			ru: 'Виновата export. PATCH …/setNote с телом {"note": "export: …"}.',
			en: 'It is export. PATCH …/setNote with {"note": "export: …"}.'
		}
	},
	wrong: {
		'no-note': {
			says: {
				ru: 'Запуск упал, вы посмотрели, а заметки ещё нет. Её ставит PATCH запуска с /setNote на конце.',
				en: 'The run failed, you looked, and there is no note yet. A PATCH of the run with /setNote at the end sets it.'
			}
		},
		hidden: {
			steps: [
				trigger,
				{ operation: `${RUN}/setNote`, path, body: { note: 'export: no space' } },
				{ operation: RUN, path, body: { state: 'success' } }
			]
		}
	}
};
