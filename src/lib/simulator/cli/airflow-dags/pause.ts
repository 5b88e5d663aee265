import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';

/** @source airflow/cli/commands/dag_command.py `set_is_paused` */
export const PAUSE_COMMANDS: readonly Command[] = [
	{ name: 'dags pause', run: (session, values) => setPaused(session, values, true) },
	{ name: 'dags unpause', run: (session, values) => setPaused(session, values, false) }
];

function setPaused(session: Session, values: Values, isPaused: boolean): void {
	const { world, line } = session;
	const asked = textOf(values, 'dag_id') ?? '';
	const byPattern = isOn(values, 'treat_dag_id_as_regex');
	const pattern = byPattern ? patternOf(asked) : undefined;
	const found = [...world.dags.values()].filter(
		(dag) => (pattern ? pattern.test(dag.dagId) : dag.dagId === asked) && dag.isPaused !== isPaused
	);
	if (found.length === 0) {
		session.print(`No ${isPaused ? 'unpaused' : 'paused'} DAGs were found`);
		return;
	}
	if (byPattern && !isOn(values, 'yes')) {
		const names = found.map(({ dagId }) => dagId).join(',');
		session.print(`You are about to ${isPaused ? '' : 'un'}pause ${found.length} DAGs:`);
		session.print(`${names}\n`);
		if (!isYes(session, 'Are you sure? [y/n]')) {
			session.print('Operation cancelled by user');
			return;
		}
	}
	const rows = found.map((dag) => {
		const was = dag.isPaused;
		dag.isPaused = isPaused;
		// Airflow 3 shows what it read before it wrote.
		return { dag_id: dag.dagId, is_paused: line === '3' ? was : isPaused };
	});
	printAs(session, rows, textOf(values, 'output') ?? 'table');
}

function patternOf(text: string): RegExp | undefined {
	// Flags stand in front in Python and in the databases.
	const [, flags = '', rest = ''] = /^(?:\(\?([ims]+)\))?(.*)$/s.exec(text) ?? [];
	try {
		return new RegExp(rest, flags);
	} catch {
		// No pattern to JavaScript is none to the database either.
		return undefined;
	}
}

/** @source airflow/utils/helpers.py `ask_yesno` */
export function isYes(session: Session, question: string): boolean {
	session.print(question);
	for (;;) {
		const word = session.readLine('').trim().toLowerCase();
		if (['y', 'yes'].includes(word)) return true;
		if (['n', 'no'].includes(word)) return false;
		session.print('Please respond with y/yes or n/no.');
	}
}
