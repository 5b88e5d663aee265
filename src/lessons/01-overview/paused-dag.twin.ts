import type { Twin } from '#lib/course/lesson.ts';
import { asInV1 } from '#lib/course/twin.ts';

export const pausedDagInV1: Twin = {
	step: asInV1,
	programs: { airflow: 'its-commands' },
	hints: {
		2: {
			ru: 'PATCH с {"is_paused": false}; POST …/dagRuns с {} (в v1 дату можно не называть); дождаться success; PATCH с {"is_paused": true}.',
			en: 'PATCH with {"is_paused": false}; POST …/dagRuns with {} (v1 lets you leave the date out); wait for success; PATCH with {"is_paused": true}.'
		}
	}
};
