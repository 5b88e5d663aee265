import type { Exercise } from '#lib/course/lesson.ts';
import { basicOff } from './basic-off.ts';
import { corsPanel } from './cors-panel.ts';
import { leastRole } from './least-role.ts';
import { notABackend } from './not-a-backend.ts';
import { rotatePassword } from './rotate-password.ts';
import { threeCallers } from './three-callers.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenHour } from './token-hour.ts';

/** In the order in which the lesson's text has them. */
export const authenticationExercises: Exercise[] = [
	threeCallers,
	basicOff,
	notABackend,
	leastRole,
	tokenHour,
	tokenExpired,
	corsPanel,
	rotatePassword
];
