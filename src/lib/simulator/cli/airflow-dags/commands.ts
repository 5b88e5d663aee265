import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { ASSET_COMMANDS } from './assets.ts';
import { BACKFILL_COMMANDS } from './backfill.ts';
import { DAG_LISTS } from './dag-lists.ts';
import { DETAIL_COMMANDS } from './details.ts';
import { PARTITION_COMMANDS } from './partitions.ts';
import { PAUSE_COMMANDS } from './pause.ts';
import { RUN_COMMANDS } from './runs.ts';
import { RUNS_CLEAR_COMMANDS } from './runs-clear.ts';
import { TASK_COMMANDS } from './tasks.ts';
import { CLEAR_COMMANDS } from './task-clear.ts';
import { TRIGGER_COMMANDS } from './trigger.ts';

/** The commands on DAGs, their runs and tasks, and on assets. Those that would execute code are not among them. */
export const DAG_COMMANDS: readonly Command[] = [
	...DAG_LISTS,
	...DETAIL_COMMANDS,
	...PAUSE_COMMANDS,
	...TRIGGER_COMMANDS,
	...RUN_COMMANDS,
	...RUNS_CLEAR_COMMANDS,
	...BACKFILL_COMMANDS,
	...PARTITION_COMMANDS,
	...TASK_COMMANDS,
	...CLEAR_COMMANDS,
	...ASSET_COMMANDS
];
