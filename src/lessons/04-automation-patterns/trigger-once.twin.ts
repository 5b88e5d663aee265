import type { Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';

export const triggerOnceInV1: Twin = {
	step: asInV1,
	hints: {
		2: {
			ru: 'Дважды POST /api/v1/dags/hello_api/dagRuns с телом {"dag_run_id": "order-1871"}, затем GET /api/v1/dags/hello_api/dagRuns/order-1871.',
			en: 'Twice POST /api/v1/dags/hello_api/dagRuns with {"dag_run_id": "order-1871"}, then GET /api/v1/dags/hello_api/dagRuns/order-1871.'
		}
	}
};
