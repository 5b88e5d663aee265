import type { Operation } from '#lib/openapi/operation.ts';
import { decodeShared, encodeShared, looksShared, type SharedRequest } from '#lib/request/link.ts';

/** What the address of the playground says; a stranger may have written it. */
export interface Address {
	api: 'v1' | 'v2' | undefined;
	/** An operationId or key. */
	operation: string | undefined;
	shared: SharedRequest | undefined;
	/** Address of a foreign specification that the link proposes. */
	spec: string | undefined;
	/** The fragment was meant to hold a request and cannot be read. */
	isDamaged: boolean;
	/** For a frame in another page: no header, no lists. */
	isEmbedded: boolean;
}

export async function readAddress({
	search,
	hash
}: Pick<Location, 'search' | 'hash'>): Promise<Address> {
	const query = new URLSearchParams(search);
	const shared = await decodeShared(hash);
	const named = query.get('api');
	return {
		api: shared?.api ?? (named === 'v1' || named === 'v2' ? named : undefined),
		operation: query.get('op') ?? undefined,
		shared,
		spec: webAddress(query.get('spec')),
		isDamaged: shared === undefined && looksShared(hash),
		isEmbedded: query.has('embed')
	};
}

/** The query that names an operation. */
export function queryOf(api: string, { operationId, key }: Pick<Operation, 'operationId' | 'key'>) {
	return `?${new URLSearchParams({ api, op: operationId || key })}`;
}

/** The whole link to a filled request; holds no server and no credential. All of it is behind the `#`. */
export async function linkTo(page: string, shared: SharedRequest, isEmbedded = false) {
	return `${page}${isEmbedded ? '?embed' : ''}#${await encodeShared(shared)}`;
}

function webAddress(text: string | null): string | undefined {
	if (text === null || !URL.canParse(text)) return undefined;
	return /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}
