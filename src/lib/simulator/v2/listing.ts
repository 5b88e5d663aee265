import type { Reply } from '#lib/simulator/call.ts';
import { cutPage } from './cursor.ts';
import { criteria, type Columns } from './order.ts';
import { isReply, ok } from './reply.ts';

interface Listing<Row> {
	rows: readonly Row[];
	columns: Columns<Row>;
	query: { limit: number; offset: number; order_by: string[] };
	/** What the list is called in the answer. */
	name: string;
	show(row: Row): unknown;
	/** Of the tie-breaking column. */
	primaryKey?: string;
}

/** A page of a list by offset, sorted as asked, with the number of all that fit. */
export function listing<Row>(wanted: Listing<Row>): Reply {
	const { rows, columns, query, name, show, primaryKey = 'id' } = wanted;
	const by = criteria(query.order_by, columns, primaryKey);
	if (isReply(by)) return by;
	const cut = cutPage(rows, by, { ...query, cursor: null });
	if (isReply(cut)) return cut;
	return ok({ [name]: cut.rows.map(show), total_entries: rows.length });
}
