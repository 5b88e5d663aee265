import type { Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';

export const triggerWithConfInV1: Twin = {
	step: asInV1,
	programs: { airflow: 'its-commands' },
	hints: {
		1: {
			ru: 'Параметры передаются в теле: объект conf с ключом region. Дату в v1 можно не называть: сервер возьмёт «сейчас». А вот null вместо даты он не примет.',
			en: 'Parameters go in the body: the object conf with the key region. In v1 the date may be left out, and the server takes “now”. Null in place of a date it does not accept.'
		},
		2: {
			ru: 'POST /api/v1/dags/nightly_sales/dagRuns с телом {"conf": {"region": "apac"}}; затем GET /api/v1/dags/nightly_sales/dagRuns/{dag_run_id}, пока state не станет success (секунд двадцать).',
			en: 'POST /api/v1/dags/nightly_sales/dagRuns with {"conf": {"region": "apac"}}; then GET /api/v1/dags/nightly_sales/dagRuns/{dag_run_id} until state is success (some twenty seconds).'
		}
	}
};
