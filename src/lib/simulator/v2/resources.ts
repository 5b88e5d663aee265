import type { Resource } from '#lib/simulator/call.ts';
import { auth } from './auth.ts';
import { clearing } from './clearing.ts';
import { dagRunChanges } from './dag-run-changes.ts';
import { dagRuns } from './dag-runs.ts';
import { dags } from './dags.ts';
import { dependencies } from './dependencies.ts';
import { favourites } from './favourites.ts';
import { logs } from './logs.ts';
import { monitor } from './monitor.ts';
import { poolsInBulk } from './pools-bulk.ts';
import { pools } from './pools.ts';
import { taskInstanceChanges } from './task-instance-changes.ts';
import { taskInstances } from './task-instances.ts';
import { tasks } from './tasks.ts';
import { tries } from './tries.ts';
import { variables } from './variables.ts';
import { assets } from './assets.ts';
import { assetEvents } from './asset-events.ts';
import { queuedEvents } from './queued-events.ts';
import { assetStates } from './asset-states.ts';
import { backfills } from './backfills.ts';
import { connections } from './connections.ts';
import { connectionsBulk } from './connections-bulk.ts';
import { connectionTests } from './connection-tests.ts';
import { dagSources } from './dag-sources.ts';
import { dagStats } from './dag-stats.ts';
import { config } from './config.ts';
import { dagWarnings } from './dag-warnings.ts';
import { eventLogs } from './event-logs.ts';
import { extraLinks } from './extra-links.ts';
import { importErrors } from './import-errors.ts';
import { jobs } from './jobs.ts';
import { plugins } from './plugins.ts';
import { providers } from './providers.ts';
import { xcoms } from './xcoms.ts';
import { taskStates } from './task-states.ts';
import { taskInstancesBulk } from './task-instances-bulk.ts';
import { taskGroups } from './task-groups.ts';
import { mappedTasks } from './mapped-tasks.ts';
import { variablesBulk } from './variables-bulk.ts';
import { dagVersions } from './dag-versions.ts';
import { dagTags } from './dag-tags.ts';
import { humanQuestions } from './human-questions.ts';
import { dagRunsBulk } from './dag-runs-bulk.ts';
import { externalLogUrl } from './external-log-url.ts';
import { loginPages } from './login-pages.ts';

/** What this face answers, in the spec's own words; the rest of the spec gets an honest 501. */
export const v2Resources: readonly Resource[] = [
	monitor,
	dags,
	favourites,
	tasks,
	dagRuns,
	dagRunChanges,
	taskInstances,
	tries,
	dependencies,
	taskInstanceChanges,
	clearing,
	logs,
	pools,
	poolsInBulk,
	variables,
	auth,
	assets,
	assetEvents,
	queuedEvents,
	assetStates,
	backfills,
	connections,
	connectionsBulk,
	connectionTests,
	dagSources,
	dagStats,
	config,
	dagWarnings,
	eventLogs,
	extraLinks,
	importErrors,
	jobs,
	plugins,
	providers,
	xcoms,
	taskStates,
	taskInstancesBulk,
	taskGroups,
	mappedTasks,
	variablesBulk,
	dagVersions,
	dagTags,
	humanQuestions,
	dagRunsBulk,
	externalLogUrl,
	loginPages
];
