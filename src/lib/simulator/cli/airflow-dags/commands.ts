import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';

/** What works on DAGs, their runs, tasks and assets. */
export const DAG_COMMANDS: readonly Command[] = [];
