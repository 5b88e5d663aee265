import type { Exercise } from '#lib/course/lesson.ts';
import { backfillDays } from './backfill-days.ts';
import { declareState } from './declare-state.ts';
import { maintenanceWindow } from './maintenance-window.ts';
import { triggerOnce } from './trigger-once.ts';

/** In the order in which the lesson's text has them. */
export const patternsExercises: Exercise[] = [
	triggerOnce,
	backfillDays,
	maintenanceWindow,
	declareState
];
