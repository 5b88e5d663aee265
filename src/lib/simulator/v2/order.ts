import type { Reply } from '#lib/simulator/call.ts';
import { listOf, text } from './readers.ts';
import { optional } from './model.ts';
import type { QueryField } from './operation.ts';
import { repr } from './python-repr.ts';
import { badRequest } from './reply.ts';

export type Sortable = string | number | undefined;

/** A column to sort by. Dates are numbers of microseconds. */
export interface Column<Row> {
	kind: 'number' | 'text' | 'date';
	value(row: Row): Sortable;
	/** What stands for the value in a cursor, where it is not the value itself. */
	token?: { write(row: Row): string; read(word: string): Sortable };
}

export type Columns<Row> = Record<string, Column<Row>>;

/** One resolved criterion. */
export interface Criterion<Row> {
	column: Column<Row>;
	descending: boolean;
}

export function orderBy(otherwise: string): QueryField<string[]> {
	return { ...optional(listOf(text()), [otherwise]), many: true };
}

const MOST = 10;

/**
 * The criteria of `order_by`, the primary key last, or the refusal.
 * @source airflow/api_fastapi/common/parameters.py `SortParam._resolve`
 */
export function criteria<Row>(
	words: readonly string[],
	columns: Columns<Row>,
	primaryKey: string
): Criterion<Row>[] | Reply {
	if (words.length > MOST) {
		const given = repr([...words]);
		return badRequest(
			`Ordering with more than ${MOST} parameters is not allowed. Provided: ${given}`
		);
	}
	const found: Criterion<Row>[] = [];
	for (const word of words) {
		const name = word.replace(/^-+/, '');
		const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
		if (!column) return cannotOrderBy(name);
		found.push({ column, descending: word.startsWith('-') });
	}
	const key = columns[primaryKey];
	if (key && !found.some(({ column }) => column === key)) {
		found.push({ column: key, descending: words[0]?.startsWith('-') ?? false });
	}
	return found;
}

export const cannotOrderBy = (name: string) =>
	badRequest(`Ordering with '${name}' is disallowed or the attribute does not exist on the model`);

export function sortRows<Row>(rows: readonly Row[], by: readonly Criterion<Row>[]): Row[] {
	const keyed = rows.map((row) => ({ row, key: by.map(({ column }) => column.value(row)) }));
	keyed.sort((a, b) => compareKeys(a.key, b.key, by));
	return keyed.map(({ row }) => row);
}

export function compareKeys<Row>(
	a: readonly Sortable[],
	b: readonly Sortable[],
	by: readonly Criterion<Row>[]
): number {
	for (const [index, { descending }] of by.entries()) {
		const order = compare(a[index], b[index]);
		if (order !== 0) return descending ? -order : order;
	}
	return 0;
}

/** Absent values come first, as SQLite has it. */
function compare(a: Sortable, b: Sortable): number {
	if (a === b) return 0;
	if (a === undefined) return -1;
	if (b === undefined) return 1;
	return a < b ? -1 : 1;
}
