import type { Reply } from '#lib/simulator/call.ts';
import { decodeBase64Url, encodeBase64Url } from './base64-url.ts';
import { pack, unpack, type Packed } from './msgpack.ts';
import type { Sortable } from '#lib/simulator/past/order.ts';
import { compareKeys, rowsAt, sortRows, type Criterion } from './order.ts';
import { badRequest } from './reply.ts';

/** Totals are counted no further in cursor mode. */
export const MOST_COUNTED = 50_000;

/** A page with what goes round it, in the order of the answer. */
export interface Page<Row> {
	rows: Row[];
	frame: {
		total_entries: number;
		total_entries_limit: number | null;
		next_cursor: string | null;
		previous_cursor: string | null;
	};
}

export interface PageQuery {
	limit: number;
	offset: number;
	/** Null is paging by offset; an empty text is the first page. */
	cursor: string | null;
}

/**
 * Cuts the page that was asked for, by offset or by cursor.
 * @source airflow/api_fastapi/common/cursors.py
 */
export function cutPage<Row>(
	rows: readonly Row[],
	by: readonly Criterion<Row>[],
	{ limit, offset, cursor }: PageQuery
): Page<Row> | Reply {
	const length = limit;
	if (cursor === null) {
		const frame = {
			total_entries: rows.length,
			total_entries_limit: null,
			next_cursor: null,
			previous_cursor: null
		};
		return { rows: rowsAt(rows, by, offset, offset + length), frame };
	}
	const sorted = sortRows(rows, by);
	const isBackward = cursor.startsWith('~');
	let [start, end] = [0, length];
	if (cursor !== '') {
		const key = readCursor(isBackward ? cursor.slice(1) : cursor, by);
		if ('status' in key) return key;
		const order = (row: Row) => compareKeys(keyOf(row, by), key.values, by);
		if (isBackward) {
			end = sorted.filter((row) => order(row) < 0).length;
			start = Math.max(0, end - length);
		} else {
			start = sorted.filter((row) => order(row) <= 0).length;
			end = start + length;
		}
	}
	const cut = sorted.slice(start, end);
	const [first, last] = [cut[0], cut.at(-1)];
	const hasNext = isBackward || end < sorted.length;
	const hasPrevious = isBackward ? start > 0 : cursor !== '';
	return {
		rows: cut,
		frame: {
			total_entries: Math.min(rows.length, MOST_COUNTED),
			total_entries_limit: MOST_COUNTED,
			next_cursor: hasNext && last ? writeCursor(last, by) : null,
			previous_cursor: hasPrevious && first ? `~${writeCursor(first, by)}` : null
		}
	};
}

const keyOf = <Row>(row: Row, by: readonly Criterion<Row>[]) =>
	by.map(({ column }) => column.value(row));

export function writeCursor<Row>(row: Row, by: readonly Criterion<Row>[]): string {
	const parts = by.map(({ column }): Packed => {
		if (column.token) return column.token.write(row);
		const value = column.value(row);
		if (value === undefined) return null;
		return column.kind === 'date' ? { micros: Number(value) } : value;
	});
	return encodeBase64Url(pack(parts));
}

export function readCursor<Row>(
	token: string,
	by: readonly Criterion<Row>[]
): { values: Sortable[] } | Reply {
	const bytes = decodeBase64Url(token);
	const parts = bytes && unpack(bytes);
	if (bytes && isOther(bytes)) return badRequest('Invalid cursor token structure');
	if (!parts) return badRequest('Invalid cursor token');
	if (parts.length !== by.length) {
		return badRequest('Cursor token does not match current query shape');
	}
	const values = parts.map((part, index): Sortable => {
		if (part === null) return undefined;
		if (typeof part === 'object') return part.micros;
		const read = by[index]?.column.token?.read;
		return read && typeof part === 'string' ? read(part) : part;
	});
	return { values };
}

/** A whole value that is no list: an empty map, or one of a single byte. */
const isOther = ([first = 0x90, ...rest]: Uint8Array) =>
	rest.length === 0 && (first <= 0x80 || first === 0xa0 || first >= 0xe0 || isConstant(first));

const isConstant = (byte: number) => byte === 0xc0 || byte === 0xc2 || byte === 0xc3;
