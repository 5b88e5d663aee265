import type { Reply } from '#lib/simulator/call.ts';
import type { Look } from '#lib/simulator/past/look.ts';
import { pageAtPlace, pageFromArchive } from '#lib/simulator/past/page.ts';
import type { View } from '#lib/simulator/past/view.ts';
import type { World } from '#lib/simulator/world.ts';
import { MOST_COUNTED, readCursor, writeCursor, type Page, type PageQuery } from './cursor.ts';
import type { Criterion } from './order.ts';

/** As `cutPage`, of those rows of a table with an archive that fit. */
export function cutArchived<Row>(
	world: World,
	view: View<Row>,
	looks: readonly Look<Row>[],
	criteria: readonly Criterion<Row>[],
	{ limit, offset, cursor }: PageQuery
): Page<Row> | Reply {
	const by = criteria.map(({ column: { value, follows, msOf }, descending }) => ({
		value,
		descending,
		...(follows === undefined ? {} : { follows }),
		...(msOf === undefined ? {} : { msOf })
	}));
	if (cursor === null) {
		const { rows, count } = pageFromArchive(world, view, { looks, by, offset, limit });
		const frame = { total_entries_limit: null, next_cursor: null, previous_cursor: null };
		return { rows, frame: { total_entries: count, ...frame } };
	}
	const isBackward = cursor.startsWith('~');
	const key = cursor === '' ? undefined : readCursor(cursor.slice(isBackward ? 1 : 0), criteria);
	if (key && 'status' in key) return key;
	const { rows, count, start } = key
		? pageAtPlace(world, view, { looks, by, limit }, key.values, isBackward)
		: pageFromArchive(world, view, { looks, by, offset: 0, limit });
	const [first, last] = [rows[0], rows.at(-1)];
	const hasNext = isBackward || start + rows.length < count;
	const hasPrevious = isBackward ? start > 0 : cursor !== '';
	const frame = {
		total_entries: Math.min(count, MOST_COUNTED),
		total_entries_limit: MOST_COUNTED,
		next_cursor: hasNext && last ? writeCursor(last, criteria) : null,
		previous_cursor: hasPrevious && first ? `~${writeCursor(first, criteria)}` : null
	};
	return { rows, frame };
}
