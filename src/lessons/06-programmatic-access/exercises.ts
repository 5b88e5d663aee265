import type { Exercise } from '#lib/course/lesson.ts';
import { busyServer } from './busy-server.ts';
import { firstScript } from './first-script.ts';
import { lostAnswer } from './lost-answer.ts';
import { movedMask } from './moved-mask.ts';
import { oldBody } from './old-body.ts';
import { releaseFreeze } from './release-freeze.ts';
import { sameRunAgain } from './same-run-again.ts';
import { secondPage } from './second-page.ts';

/** In the order in which the lesson's text has them. */
export const programmaticExercises: Exercise[] = [
	firstScript,
	secondPage,
	lostAnswer,
	busyServer,
	oldBody,
	movedMask,
	sameRunAgain,
	releaseFreeze
];
