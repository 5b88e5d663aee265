import type { Values } from './airflowctl-argparse.ts';
import { Client, namingRefusal, Refusal } from './airflowctl-client.ts';
import { readAnswer, toPython } from './airflowctl-model.ts';
import { printAs, type Output } from './airflowctl-print.ts';
import { repr } from './airflowctl-python.ts';
import { Exit, type Session } from './airflowctl-session.ts';
import { pretty } from './airflowctl-text.ts';

/** @source airflowctl ctl/commands/dag_command.py `update_dag_state` */
export const pauseDag = (session: Session, values: Values) => setPaused(session, values, 'pause');
export const unpauseDag = (session: Session, values: Values) =>
	setPaused(session, values, 'unpause');

/** @source airflowctl ctl/commands/dag_command.py `next_execution` */
export function showNextRun(session: Session, values: Values): void {
	const dag = askingDag(
		session,
		values,
		`Error retrieving DAG ${String(values.dag_id)}`,
		(path) => ({
			method: 'GET',
			path
		})
	);
	const fields = ['logical_date', 'data_interval_start', 'data_interval_end', 'run_after'];
	const next = Object.fromEntries(
		fields.map((name) => [`next_dagrun_${name}`, dag[`next_dagrun_${name}`]])
	);
	if (Object.values(next).every((moment) => moment === null)) {
		session.print(`[yellow]No upcoming run scheduled for DAG ${String(values.dag_id)}.[/yellow]`);
		return;
	}
	printAs(session, [next], values.output as Output);
}

/** @source airflowctl ctl/commands/version_command.py */
export function showVersion(session: Session, values: Values): void {
	const versions: Record<string, unknown> = { airflowctl_version: '0.1.5' };
	if (values.remote) {
		const client = new Client(session, 'open');
		const answer = namingRefusal(() => client.request({ method: 'GET', path: 'version' }));
		Object.assign(versions, readAnswer('VersionInfo', answer));
	}
	session.print(pretty(versions, repr, session.columns));
}

function setPaused(session: Session, values: Values, operation: 'pause' | 'unpause'): void {
	const dagId = String(values.dag_id);
	const trouble = `Error while trying to ${operation} Dag ${dagId}`;
	const dag = askingDag(session, values, trouble, (path) => ({
		method: 'PATCH',
		path,
		json: { is_paused: operation === 'pause' }
	}));
	session.print(`[green]Dag ${operation} successful ${dagId}[/green]`);
	session.print('[green]Further Dag details:[/green]');
	printAs(session, [dag], values.output as Output);
}

function askingDag(
	session: Session,
	values: Values,
	trouble: string,
	callOf: (path: string) => Parameters<Client['request']>[0]
): Record<string, unknown> {
	const client = new Client(session, 'command', String(values.api_token ?? ''));
	try {
		const call = callOf(`dags/${String(values.dag_id)}`);
		const answer = namingRefusal(() => client.request(call));
		return toPython('DAGResponse', readAnswer('DAGResponse', answer));
	} catch (cause) {
		if (!(cause instanceof Refusal)) throw cause;
		session.print(`[red]${trouble}: ${cause.message}[/red]`);
		throw new Exit(1);
	}
}
