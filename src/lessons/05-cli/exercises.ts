import type { Exercise } from '#lib/course/lesson.ts';
import { addRole } from './add-role.ts';
import { clearAsCommand } from './clear-as-command.ts';
import { connectionUri } from './connection-uri.ts';
import { deployScript } from './deploy-script.ts';
import { exitZero } from './exit-zero.ts';
import { noCommand } from './no-command.ts';
import { poolSet } from './pool-set.ts';
import { triggerWorked } from './trigger-worked.ts';
import { variableSet } from './variable-set.ts';

/** From easy to hard, which is the order in which the lesson's text has them. */
export const cliExercises: Exercise[] = [
	triggerWorked,
	exitZero,
	poolSet,
	variableSet,
	connectionUri,
	addRole,
	clearAsCommand,
	noCommand,
	deployScript
];
