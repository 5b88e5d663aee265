import type { Exercise } from '#lib/course/lesson.ts';
import { announceDeploy } from './announce-deploy.ts';
import { backfillDays } from './backfill-days.ts';
import { declareState } from './declare-state.ts';
import { doubleEncoded } from './double-encoded.ts';
import { maintenanceWindow } from './maintenance-window.ts';
import { pauseMany } from './pause-many.ts';
import { refillDates } from './refill-dates.ts';
import { rehearseClear } from './rehearse-clear.ts';
import { triggerOnce } from './trigger-once.ts';
import { waitWorked } from './wait-worked.ts';

/** In the order in which the lesson's text has them. */
export const patternsExercises: Exercise[] = [
	waitWorked,
	triggerOnce,
	rehearseClear,
	refillDates,
	backfillDays,
	maintenanceWindow,
	pauseMany,
	declareState,
	doubleEncoded,
	announceDeploy
];
