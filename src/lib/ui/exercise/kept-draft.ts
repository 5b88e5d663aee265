import type { Exercise } from '#lib/course/lesson.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { withoutSecrets } from '#lib/request/secrets.ts';

/** Where an exercise's draft is kept; in each API it has one of its own. */
export const draftKeyOf = ({ id, api, isTwin }: Exercise): string =>
	isTwin ? `exercise:${id}:${api}` : `exercise:${id}`;

/** A draft as it is kept in this browser: without its secrets. */
export const draftToKeep = (draft: RequestDraft): string => JSON.stringify(withoutSecrets(draft));

/** A kept draft; undefined when there is none, or it is none of ours. */
export function draftFrom(text: string | undefined): RequestDraft | undefined {
	if (text === undefined) return undefined;
	try {
		const { operation, path, query, headers, body, contentType } = JSON.parse(text) as RequestDraft;
		const areTexts = [path, headers].every(
			(part) => isRecord(part) && Object.values(part).every((value) => typeof value === 'string')
		);
		const areLists = isRecord(query) && Object.values(query).every((value) => Array.isArray(value));
		if (typeof operation !== 'string' || !areTexts || !areLists) return undefined;
		return {
			operation,
			path,
			query,
			headers,
			...(typeof body === 'string' ? { body } : {}),
			...(typeof contentType === 'string' ? { contentType } : {})
		};
	} catch {
		// Kept by another version, or mangled: the exercise begins as it is given.
		return undefined;
	}
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
