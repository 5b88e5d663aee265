import type { Reply } from '#lib/simulator/call.ts';
import { ranksOf } from '#lib/simulator/ranks.ts';
import { compareAll, compareValues, type Order, type Sortable } from '#lib/simulator/past/order.ts';
import { listOf, text } from './readers.ts';
import { optional } from './model.ts';
import type { QueryField } from './operation.ts';
import { repr } from './python-repr.ts';
import { badRequest } from './reply.ts';

/** A column to sort by. Dates are numbers of microseconds. */
export interface Column<Row> {
	kind: 'number' | 'text' | 'date';
	value(row: Row): Sortable;
	/** Of task instances: what it follows in an archive. */
	follows?: Order['follows'];
	msOf?: Order['msOf'];
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

/** A piece of them in order; the others are not put in order. */
export function rowsAt<Row>(
	rows: readonly Row[],
	by: readonly Criterion<Row>[],
	start: number,
	end: number
): Row[] {
	const [first, ...others] = by;
	if (!first) return rows.slice(start, end);
	const keys = rows.map((row) => first.column.value(row));
	const sign = first.descending ? -1 : 1;
	const order = (left: number, right: number) => {
		const place = compareValues(keys[left], keys[right]);
		if (place !== 0) return sign * place;
		for (const { column, descending } of others) {
			const one = column.value(rows[left] as Row);
			const next = compareValues(one, column.value(rows[right] as Row));
			if (next !== 0) return descending ? -next : next;
		}
		return 0;
	};
	return ranksOf(rows, order, start, end);
}

export const compareKeys: <Row>(
	a: readonly Sortable[],
	b: readonly Sortable[],
	by: readonly Criterion<Row>[]
) => number = compareAll;
