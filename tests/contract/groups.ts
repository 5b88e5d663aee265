import type { Api, Group } from './cases/case.ts';
import { v1Access } from './cases/v1-access.ts';
import { v1Dags } from './cases/v1-dags.ts';
import { v1Datasets } from './cases/v1-datasets.ts';
import { v1Permissions } from './cases/v1-permissions.ts';
import { v1People } from './cases/v1-people.ts';
import { v2People } from './cases/v2-people.ts';
import { v1InstancesMore } from './cases/v1-instances-more.ts';
import { v1Mapped } from './cases/v1-mapped.ts';
import { v1XComs } from './cases/v1-xcoms.ts';
import { v1RunsMore } from './cases/v1-runs-more.ts';
import { v1Runs } from './cases/v1-runs.ts';
import { v1Showcase } from './cases/v1-showcase.ts';
import { v1Stores } from './cases/v1-stores.ts';
import { v1Tasks } from './cases/v1-tasks.ts';
import { v2Access } from './cases/v2-access.ts';
import { v2Assets } from './cases/v2-assets.ts';
import { v2Backfills } from './cases/v2-backfills.ts';
import { v2RunsMore } from './cases/v2-runs-more.ts';
import { v2Dags } from './cases/v2-dags.ts';
import { v2Permissions } from './cases/v2-permissions.ts';
import { v2Runs } from './cases/v2-runs.ts';
import { v2Showcase } from './cases/v2-showcase.ts';
import { v2Stores } from './cases/v2-stores.ts';
import { v2Groups } from './cases/v2-groups.ts';
import { v2Human } from './cases/v2-human.ts';
import { v2InstancesMore } from './cases/v2-instances-more.ts';
import { v2Mapped } from './cases/v2-mapped.ts';
import { v2States } from './cases/v2-task-states.ts';
import { v2XComs } from './cases/v2-xcoms.ts';
import { v2Tasks } from './cases/v2-tasks.ts';
import { v1Connections } from './cases/v1-connections.ts';
import { v1Site } from './cases/v1-site.ts';
import { v1Variables } from './cases/v1-variables.ts';
import { v2Connections } from './cases/v2-connections.ts';
import { v2Site } from './cases/v2-site.ts';
import { v2Variables } from './cases/v2-variables.ts';
import { v1Log } from './cases/v1-log.ts';
import { v2Log } from './cases/v2-log.ts';
import { v2LogOfTasks } from './cases/v2-log-of-tasks.ts';
import { v1Watch } from './cases/v1-watch.ts';
import { v2Watch } from './cases/v2-watch.ts';

/** The whole contract, in the order it is played. */
export const groups: Group[] = [
	v1Access,
	v1People,
	v1Permissions,
	v1Dags,
	v1Stores,
	v1Watch,
	v1Log,
	v1Variables,
	v1Connections,
	v1Site,
	v1Runs,
	v1Datasets,
	v1RunsMore,
	v1Tasks,
	v1XComs,
	v1Mapped,
	v1InstancesMore,
	v1Showcase,
	v2Access,
	v2People,
	v2Permissions,
	v2Dags,
	v2Stores,
	v2Watch,
	v2Log,
	v2LogOfTasks,
	v2Variables,
	v2Connections,
	v2Site,
	v2Runs,
	v2Assets,
	v2Backfills,
	v2RunsMore,
	v2Tasks,
	v2XComs,
	v2States,
	v2Mapped,
	v2InstancesMore,
	v2Human,
	v2Groups,
	v2Showcase
];

export const groupsOf = (api: Api) => groups.filter((group) => group.api === api);
