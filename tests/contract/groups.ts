import type { Api, Group } from './cases/case.ts';
import { v1Access } from './cases/v1-access.ts';
import { v1Dags } from './cases/v1-dags.ts';
import { v1Runs } from './cases/v1-runs.ts';
import { v1Stores } from './cases/v1-stores.ts';
import { v1Tasks } from './cases/v1-tasks.ts';
import { v2Access } from './cases/v2-access.ts';
import { v2Dags } from './cases/v2-dags.ts';
import { v2Runs } from './cases/v2-runs.ts';
import { v2Stores } from './cases/v2-stores.ts';
import { v2Tasks } from './cases/v2-tasks.ts';

/** The whole contract, in the order it is played. */
export const groups: Group[] = [
	v1Access,
	v1Dags,
	v1Stores,
	v1Runs,
	v1Tasks,
	v2Access,
	v2Dags,
	v2Stores,
	v2Runs,
	v2Tasks
];

export const groupsOf = (api: Api) => groups.filter((group) => group.api === api);
