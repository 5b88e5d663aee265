import { apiInAddress, matchOperation } from '#lib/import/match-operation.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import { encodeShared } from '#lib/request/link.ts';
import type { MadeRequest } from '#lib/runtimes/outside.ts';

/** The fragment that opens a request filled in on the playground; undefined when no operation is meant. */
export async function linkFor(
	{ method, url }: Pick<MadeRequest, 'method' | 'url'>,
	describe: (api: 'v1' | 'v2') => Promise<ApiDescription>
): Promise<string | undefined> {
	const api = apiInAddress(url);
	if (api === undefined) return undefined;
	const { operations } = await describe(api);
	const match = matchOperation(operations, { method, url, headers: [] });
	return match && encodeShared({ api, draft: match.draft });
}
