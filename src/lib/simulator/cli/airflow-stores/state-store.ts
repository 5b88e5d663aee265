import { isOn, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { repr } from '#lib/simulator/cli/airflowctl-python.ts';

/** @source airflow/cli/commands/state_store_command.py (3.3), airflow/state/metastore.py */
export const STATE_STORE_COMMANDS: readonly Command[] = [
	{ name: 'state-store clean', line: '3', run: cleanStates }
];

function cleanStates(session: Session, values: Values): void {
	const { storedStates } = session.world;
	const expired = [...storedStates].filter(
		([key, { expiresMs }]) => isOfTask(key) && expiresMs !== undefined && expiresMs < session.nowMs
	);
	if (isOn(values, 'dry_run')) {
		if (expired.length === 0) {
			session.print('Nothing to delete.');
			return;
		}
		session.print(`Would delete ${expired.length} task state store row(s):\n`);
		for (const [key] of expired) {
			const [dagId, runId, taskId, mapIndex, name] = key.split('\n').map(repr);
			const index = mapIndex?.replaceAll("'", '');
			session.print(
				`  Dag ${dagId}, run ${runId}, task ${taskId}, map_index ${index}, key ${name}`
			);
		}
		return;
	}
	session.log({
		level: 'info',
		text: 'Running task state store cleanup',
		logger: 'airflow.cli.commands.state_store_command',
		at: 'state_store_command.py:59'
	});
	for (const [key] of expired) storedStates.delete(key);
	session.log({
		level: 'info',
		text: 'Deleted expired task_state_store rows',
		logger: 'airflow.state.metastore',
		at: 'metastore.py:413',
		facts: { rows_deleted: expired.length }
	});
}

/** A task's key has four parts before the name, an asset's one. */
const isOfTask = (key: string) => key.split('\n').length === 5;
