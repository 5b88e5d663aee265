import { isOn, textOf, type Values } from '#lib/simulator/cli/airflow-core/argument.ts';
import type { Command } from '#lib/simulator/cli/airflow-core/command.ts';
import { printAs } from '#lib/simulator/cli/airflow-core/print.ts';
import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';

/** @source airflow/cli/commands/team_command.py (3.3) */
export const TEAM_COMMANDS: readonly Command[] = [
	{
		name: 'teams list',
		line: '3',
		run(session, values) {
			const teams = (session.world.teams ?? []).toSorted();
			if (teams.length === 0) session.print('No teams found.');
			else
				printAs(
					session,
					teams.map((name) => ({ name })),
					textOf(values, 'output') ?? 'table'
				);
		}
	},
	{
		name: 'teams create',
		line: '3',
		run(session, values) {
			const name = nameAsked(session, values);
			const teams = session.world.teams ?? [];
			if (teams.includes(name)) session.fail(`Team with name '${name}' already exists`);
			session.world.teams = [...teams, name];
			session.print(`Team '${name}' created successfully.`);
		}
	},
	{ name: 'teams delete', line: '3', run: deleteTeam },
	{
		name: 'teams sync',
		line: '3',
		// The one bundle there is belongs to no team.
		run: (session) =>
			session.log({
				level: 'info',
				text: 'DAG bundles loaded: dags-folder',
				logger: 'airflow.dag_processing.bundles.manager.DagBundlesManager',
				at: 'manager.py:304'
			})
	}
];

function deleteTeam(session: Session, values: Values): void {
	const name = nameAsked(session, values);
	const teams = session.world.teams ?? [];
	if (!teams.includes(name)) session.fail(`Team '${name}' does not exist`);
	if (!isOn(values, 'yes')) {
		const answer = session.readLine(`Are you sure you want to delete team '${name}'? (y/N): `);
		if (answer.toUpperCase() !== 'Y') {
			session.print('Team deletion cancelled');
			return;
		}
	}
	session.world.teams = teams.filter((each) => each !== name);
	session.print(`Team '${name}' deleted successfully`);
}

function nameAsked(session: Session, values: Values): string {
	const name = (textOf(values, 'name') ?? '').trim();
	if (name === '') session.fail('Team name cannot be empty');
	if (!/^[\w-]{3,50}$/.test(name))
		session.fail('Invalid team name: must match regex ^[a-zA-Z0-9_-]{3,50}$');
	return name;
}
