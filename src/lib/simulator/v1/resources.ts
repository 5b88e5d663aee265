import type { Resource } from '#lib/simulator/call.ts';
import { bulkChanges } from './bulk-changes.ts';
import { dagRuns } from './dag-runs.ts';
import { dags } from './dags.ts';
import { dependencies } from './dependencies.ts';
import { logs } from './logs.ts';
import { monitoring } from './monitoring.ts';
import { pools } from './pools.ts';
import { taskInstances } from './task-instances.ts';
import { tasks } from './tasks.ts';
import { tries } from './tries.ts';
import { variables } from './variables.ts';

/** Everything this face answers, by the words of the 2.11 spec. */
export const v1Resources: readonly Resource[] = [
	monitoring,
	dags,
	tasks,
	dagRuns,
	taskInstances,
	bulkChanges,
	tries,
	dependencies,
	logs,
	pools,
	variables
];
