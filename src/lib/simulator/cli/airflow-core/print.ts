import { plainTable } from '#lib/simulator/cli/airflowctl-plain.ts';
import { isDict, str } from '#lib/simulator/cli/airflowctl-python.ts';
import { orTraceback } from '#lib/simulator/cli/airflowctl-session.ts';
import { headlessTable, table } from '#lib/simulator/cli/airflowctl-table.ts';
import { yaml } from '#lib/simulator/cli/airflowctl-yaml.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import { DATA_COLUMNS, type Session } from './session.ts';

export type Row = Readonly<Record<string, unknown>>;

/**
 * Prints rows as the program prints them: every value as text, None apart.
 * @param output one of `table`, `json`, `yaml`, `plain`
 * @source airflow/cli/simple_table.py `AirflowConsole.print_as`
 */
export function printAs(session: Session, rows: readonly Row[], output: string): void {
	const normal = rows.map((row) => mapValues(row, (value) => normalise(value, output)));
	if (output === 'json') session.print(dumps(normal));
	else if (output === 'yaml') session.print(yaml(normal));
	else if (normal.length === 0) session.show('No data found');
	else {
		const head = Object.keys(normal[0] ?? {});
		const cells = normal.map((row) => Object.values(row));
		if (output === 'plain') session.print(plainTable(head, cells));
		else
			session.stdout += orTraceback(() =>
				table(
					head,
					cells.map((row) => row.map(str)),
					DATA_COLUMNS
				)
			);
	}
}

/** Names and what they hold, as two columns without a head. */
export function printPairs(session: Session, pairs: readonly Row[], output: string): void {
	if (output !== 'table') {
		printAs(session, pairs, output);
		return;
	}
	const rows = pairs.map((pair) =>
		Object.values(pair).map((value) => str(normalise(value, output)))
	);
	session.stdout += orTraceback(() => headlessTable(rows, DATA_COLUMNS));
}

function normalise(value: unknown, output: string): unknown {
	if (Array.isArray(value)) {
		const items = value.map((item) => normalise(item, output));
		return output === 'table' ? items.map(str).join(',') : items;
	}
	if (isDict(value) && output !== 'table')
		return mapValues(value, (item) => normalise(item, output));
	return value === null || value === undefined ? null : str(value);
}

const mapValues = (row: Row, change: (value: unknown) => unknown) =>
	Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)]));
