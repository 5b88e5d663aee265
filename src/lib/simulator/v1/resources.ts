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
import { connections } from './connections.ts';
import { config } from './config.ts';
import { plugins } from './plugins.ts';
import { providers } from './providers.ts';
import { importErrors } from './import-errors.ts';
import { dagWarnings } from './dag-warnings.ts';
import { dagSources } from './dag-sources.ts';
import { dagStats } from './dag-stats.ts';
import { datasets } from './datasets.ts';
import { queuedEvents } from './queued-events.ts';
import { xcoms } from './xcoms.ts';
import { extraLinks } from './extra-links.ts';
import { mappedTasks } from './mapped-tasks.ts';
import { eventLogs } from './event-logs.ts';
import { users } from './users.ts';
import { roles } from './roles.ts';

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
	variables,
	connections,
	config,
	plugins,
	providers,
	importErrors,
	dagWarnings,
	dagSources,
	dagStats,
	datasets,
	queuedEvents,
	xcoms,
	extraLinks,
	mappedTasks,
	eventLogs,
	users,
	roles
];
