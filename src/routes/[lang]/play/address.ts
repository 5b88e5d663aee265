import type { Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { decodeShared, encodeShared, type SharedRequest } from '#lib/request/link.ts';

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
}

export function readAddress({ search, hash }: { search: string; hash: string }): Address {
	const query = new URLSearchParams(search);
	const shared = decodeShared(hash);
	const named = query.get('api');
	return {
		api: shared?.api ?? (named === 'v1' || named === 'v2' ? named : undefined),
		operation: query.get('op') ?? undefined,
		shared,
		spec: webAddress(query.get('spec')),
		isDamaged: shared === undefined && hash.startsWith('#r=')
	};
}

/** The query that names an operation. */
export function queryOf(api: string, { operationId, key }: Pick<Operation, 'operationId' | 'key'>) {
	return `?${new URLSearchParams({ api, op: operationId || key })}`;
}

/** The whole link to a filled request; holds no server and no credential. */
export function linkTo(page: string, api: 'v1' | 'v2', operation: Operation, draft: RequestDraft) {
	return `${page}${queryOf(api, operation)}#${encodeShared({ api, draft })}`;
}

function webAddress(text: string | null): string | undefined {
	if (text === null || !URL.canParse(text)) return undefined;
	return /^https?:$/.test(new URL(text).protocol) ? text : undefined;
}
