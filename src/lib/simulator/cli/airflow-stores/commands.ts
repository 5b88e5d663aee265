import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { CONFIG_COMMANDS } from './config.ts';
import { CONNECTION_COMMANDS } from './connections.ts';
import { DATABASE_COMMANDS } from './database.ts';
import { DEPLOYMENT_COMMANDS } from './deployment.ts';
import { JOB_COMMANDS } from './jobs.ts';
import { POOL_COMMANDS } from './pools.ts';
import { PROVIDER_COMMANDS } from './providers.ts';
import { ROLE_COMMANDS } from './roles.ts';
import { STATE_STORE_COMMANDS } from './state-store.ts';
import { TEAM_COMMANDS } from './teams.ts';
import { USER_COMMANDS } from './users.ts';
import { VARIABLE_COMMANDS } from './variables.ts';

/** What works on pools, variables, connections, people, settings and the deployment itself. */
export const STORE_COMMANDS: readonly Command[] = [
	...POOL_COMMANDS,
	...VARIABLE_COMMANDS,
	...CONNECTION_COMMANDS,
	...USER_COMMANDS,
	...ROLE_COMMANDS,
	...CONFIG_COMMANDS,
	...PROVIDER_COMMANDS,
	...JOB_COMMANDS,
	...DATABASE_COMMANDS,
	...DEPLOYMENT_COMMANDS,
	...TEAM_COMMANDS,
	...STATE_STORE_COMMANDS
];
