import { dumps } from '#lib/simulator/v2/python-repr.ts';
import { plainTable } from './airflowctl-plain.ts';
import { isDict, str } from './airflowctl-python.ts';
import { DATA_COLUMNS, orTraceback, Uncaught, type Session } from './airflowctl-session.ts';
import { table } from './airflowctl-table.ts';
import { yaml } from './airflowctl-yaml.ts';

export type Output = 'json' | 'yaml' | 'table' | 'plain';

/**
 * Prints rows as the program prints them: every value as text, `null` apart.
 * @source airflowctl ctl/console_formatting.py `AirflowConsole`
 * @throws {Uncaught} when a row is no object.
 */
export function printAs(session: Session, rows: unknown, output: Output): void {
	const list = Array.isArray(rows) ? (rows as unknown[]) : isDict(rows) ? Object.keys(rows) : rows;
	if (!Array.isArray(list))
		throw new Uncaught('TypeError', `'${typeName(list)}' object is not iterable`);
	if (!list.every(isDict))
		throw new Uncaught(
			'ValueError',
			'To tabulate non-dictionary data you need to provide `mapper` function'
		);
	const normal = list.map((row) => mapValues(row, (value) => normalise(value, output)));
	if (output === 'json') session.stdout += `${dumps(normal)}\n`;
	else if (output === 'yaml') session.stdout += `${yaml(normal)}\n`;
	else if (normal.length === 0) session.print('No data found', DATA_COLUMNS);
	else {
		const head = Object.keys(normal[0] ?? {});
		const cells = normal.map((row) => Object.values(row));
		if (output === 'plain') session.print(plainTable(head, cells), DATA_COLUMNS);
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

function normalise(value: unknown, output: Output): unknown {
	if (Array.isArray(value)) {
		const items = value.map((item) => normalise(item, output));
		return output === 'table' ? items.map(str).join(',') : items;
	}
	if (isDict(value) && output !== 'table')
		return mapValues(value, (item) => normalise(item, output));
	return value === null || value === undefined ? null : str(value);
}

const mapValues = (row: Record<string, unknown>, change: (value: unknown) => unknown) =>
	Object.fromEntries(Object.entries(row).map(([key, value]) => [key, change(value)]));

function typeName(value: unknown): string {
	if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
	return value === null ? 'NoneType' : typeof value === 'boolean' ? 'bool' : typeof value;
}
