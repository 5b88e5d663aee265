import type { Operation } from './airflowctl-operation.ts';
import { ASSET_OPERATIONS } from './airflowctl-operations-assets.ts';
import { DAG_OPERATIONS } from './airflowctl-operations-dags.ts';
import { STORE_OPERATIONS } from './airflowctl-operations-stores.ts';

/** What the help says the class of a group's operations is called. */
export const OPERATION_CLASSES: Readonly<Record<string, string>> = {
	assets: 'Assets',
	backfill: 'Backfill',
	config: 'Config',
	connections: 'Connections',
	dagrun: 'DagRun',
	dags: 'Dags',
	jobs: 'Jobs',
	plugins: 'Plugins',
	pools: 'Pools',
	providers: 'Providers',
	variables: 'Variables',
	xcom: 'XCom'
};

/** @source airflowctl 0.1.5, ctl/cli_config.py `CommandFactory` */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
	...ASSET_OPERATIONS,
	...DAG_OPERATIONS,
	...STORE_OPERATIONS
};
