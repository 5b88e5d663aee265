import type { Exercise } from '#lib/course/lesson.ts';
import { allPages } from './all-pages.ts';
import { crmMoves } from './crm-moves.ts';
import { findFailed } from './find-failed.ts';
import { maskSlip } from './mask-slip.ts';
import { readLog } from './read-log.ts';
import { reportDate } from './report-date.ts';
import { rerunFailed } from './rerun-failed.ts';
import { variableWorked } from './variable-worked.ts';
import { widenPool } from './widen-pool.ts';

/** In the order in which the lesson's text has them. */
export const endpointsExercises: Exercise[] = [
	variableWorked,
	reportDate,
	readLog,
	rerunFailed,
	findFailed,
	allPages,
	widenPool,
	maskSlip,
	crmMoves
];
