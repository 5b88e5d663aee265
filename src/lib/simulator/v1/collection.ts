import { numberOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';
import type { Reply } from '#lib/simulator/call.ts';
import { rowsInOrder, sortBy } from '#lib/simulator/paging.ts';
import { badRequest, problem } from './reply.ts';

/** What the specification takes a limit to be that was not sent. */
const UNSAID = 100;

/** How many to give, or the refusal of a negative limit. @source airflow/api_connexion/parameters.py */
export function checkLimit(limit = UNSAID, world?: World): number | Reply {
	if (limit < 0) return problem(400, 'Page limit must be a positive integer');
	const setting = (key: string) => (world && numberOf(world, 'api', key)) ?? UNSAID;
	return limit === 0
		? setting('fallback_page_limit')
		: Math.min(limit, setting('maximum_page_limit'));
}

type Key = string | number | boolean | undefined;

/** Sorts by one allowed attribute, `-` in front for descending. */
export function applySorting<Item>(
	items: readonly Item[],
	orderBy: string,
	keys: Record<string, (item: Item) => Key>
): Item[] | Reply {
	const key = keys[orderBy.replace(/^-+/, '')];
	if (!key) return cannotOrderBy(orderBy);
	return sortBy(items, key, orderBy.startsWith('-'));
}

const cannotOrderBy = (orderBy: string) =>
	badRequest(
		`Ordering with '${orderBy.replace(/^-+/, '')}' is disallowed or the attribute does not exist on the model`
	);

/** A page in the order of one allowed attribute. */
export function sortedPage<Item>(
	items: readonly Item[],
	orderBy: string,
	keys: Record<string, (item: Item) => Key>,
	limit: number,
	offset: number
): Item[] | Reply {
	const key = keys[orderBy.replace(/^-+/, '')];
	if (!key) return cannotOrderBy(orderBy);
	return rowsInOrder(items, key, orderBy.startsWith('-'), offset, offset + limit);
}

/** A filter on a range; an absent value fits no bound, as in SQL. */
export function isWithin(value: number | undefined, from?: number, to?: number): boolean {
	if (from === undefined && to === undefined) return true;
	return value !== undefined && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
}
