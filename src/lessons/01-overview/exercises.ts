import type { Exercise } from '#lib/course/lesson.ts';
import { clearFailed } from './clear-failed.ts';
import { movedScript } from './moved-script.ts';
import { pausedDag } from './paused-dag.ts';
import { triggerWithConf } from './trigger-with-conf.ts';
import { triggerWorked } from './trigger-worked.ts';
import { typedParams } from './typed-params.ts';
import { whichTask } from './which-task.ts';
import { whichVersion } from './which-version.ts';

/** From easy to hard, which is the order in which the lesson's text has them. */
export const overviewExercises: Exercise[] = [
	triggerWorked,
	whichVersion,
	typedParams,
	movedScript,
	triggerWithConf,
	whichTask,
	clearFailed,
	pausedDag
];
