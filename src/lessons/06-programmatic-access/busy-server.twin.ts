import type { Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';

export const busyServerInV1: Twin = {
	step: asInV1,
	hints: {
		2: {
			ru: 'POST с {"dag_run_id": "invoice-2203"}: 429 — ждать 20 с, 503 — ждать 8 с, 200, и ещё раз тот же POST: 409.',
			en: 'POST {"dag_run_id": "invoice-2203"}: 429, wait 20 s; 503, wait 8 s; 200; and the same POST once more: 409.'
		}
	}
};
