import type { Reply } from './call.ts';
import type { RefusalReason } from './world.ts';

const LONGEST_DETAIL = 300;

/**
 * What a refusal of either API gives as its reason; undefined when it is none, or gives none.
 * @param mayQuote whether the server's own words may be kept: they can repeat what was sent
 */
export function refusalReason(
	{ status, body }: Pick<Reply, 'status' | 'body'>,
	mayQuote: boolean
): RefusalReason | undefined {
	if (status < 400) return undefined;
	const detail = detailOf(typeof body === 'string' ? parsed(body) : body);
	if (Array.isArray(detail)) return { issues: detail.flatMap(issueOf) };
	if (typeof detail !== 'string' || !mayQuote) return undefined;
	return { detail: detail.slice(0, LONGEST_DETAIL) };
}

/** v1 puts null there where the title says it all. */
function detailOf(body: unknown): unknown {
	return typeof body === 'object' && body !== null && 'detail' in body ? body.detail : undefined;
}

function issueOf(issue: unknown): { at: string; type: string }[] {
	if (typeof issue !== 'object' || issue === null) return [];
	const { loc, type } = issue as { loc?: unknown; type?: unknown };
	return Array.isArray(loc) && typeof type === 'string' ? [{ at: loc.join('.'), type }] : [];
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (cause) {
		// A page of a proxy or of the web framework.
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}
