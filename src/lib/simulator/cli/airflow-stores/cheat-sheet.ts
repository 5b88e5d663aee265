import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';
import { groupSays, namesBelow, saysOf } from '#lib/simulator/cli/airflow-core/syntax.ts';

/** All commands, group by group. @source airflow/cli/commands/cheat_sheet_command.py */
export function printCheatSheet(session: Session): void {
	const { line } = session;
	const top = namesBelow(line, []);
	const isGroup = (name: string) => namesBelow(line, [name]).length > 0;
	const single = top.filter((name) => !isGroup(name));
	printTable(session, 'Miscellaneous commands', single);
	for (const group of top.filter(isGroup)) {
		const names = namesBelow(line, [group]).map((name) => `${group} ${name}`);
		printTable(session, groupSays(group), names);
	}
}

function printTable(session: Session, title: string, names: readonly string[]): void {
	const { line } = session;
	// A fixed column; the two programs print with different versions of their library.
	const width = line === '2' ? 48 : 47;
	const says = names.map((name) => saysOf(line, name));
	const widest = Math.max(...says.map((text) => text.length));
	const total = width + 2 + widest;
	session.print(title.padEnd(total));
	for (const [index, name] of names.entries())
		session.print(`${`airflow ${name}`.padEnd(width)}| ${(says[index] ?? '').padEnd(widest)}`);
	session.print(' '.repeat(total));
}
