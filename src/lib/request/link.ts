import type { RequestDraft } from './draft.ts';
import { packText, unpackText } from './pack.ts';
import { readFields, writeFields } from './link-fields.ts';
import { withoutSecrets } from './secrets.ts';

/** What a link to a request carries: never a credential, never a server. */
export interface SharedRequest {
	api: 'v1' | 'v2';
	draft: RequestDraft;
	/** The snippet to show: a target's id. */
	code?: string;
	/** How to show the answer. */
	view?: string;
	/** Words of whoever made the link. */
	note?: string;
	/** The scenario that the request is meant for. */
	scenario?: string;
}

/** Longer than this, the fields are packed when that makes the link shorter. */
const READABLE_LENGTH = 240;
const LONGEST_JSON = 1_000_000;

/** The fragment of a link to a filled request, without `#`: readable where it is short. Secrets are left out. */
export async function encodeShared(shared: SharedRequest): Promise<string> {
	const safe = { ...shared, draft: withoutSecrets(shared.draft) };
	const readable = writeFields(safe);
	if (readable.length <= READABLE_LENGTH) return readable;
	const { draft, ...rest } = safe;
	const packed = `z=2.${await packText(JSON.stringify({ ...rest, ...draft }))}`;
	return packed.length < readable.length ? packed : readable;
}

/** Reads a fragment; undefined when it is not one of ours. Its content is a stranger's: every field is checked. */
export async function decodeShared(fragment: string): Promise<SharedRequest | undefined> {
	const text = fragment.replace(/^#/, '');
	try {
		return checked(await fieldsOf(text));
	} catch {
		// Cut off or mangled on its way: the caller says so.
		return undefined;
	}
}

/** True when a fragment means to be a link to a request. */
export const looksShared = (fragment: string): boolean => /^#?(r|z|try)=/.test(fragment);

async function fieldsOf(text: string): Promise<unknown> {
	const packed = /^z=2\.([\w-]+)$/.exec(text)?.[1];
	if (packed !== undefined) return JSON.parse(await unpackText(packed, LONGEST_JSON));
	const first = /^r=([\w-]+)$/.exec(text)?.[1];
	if (first !== undefined) return firstVersion(first);
	return text.startsWith('try=2&') ? readFields(text) : undefined;
}

// The first version: JSON in base64url, and its number inside.
function firstVersion(base64url: string): unknown {
	const base64 = base64url.replaceAll('-', '+').replaceAll('_', '/');
	const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
	const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	return isRecord(value) && value.v === 1 ? value : undefined;
}

function checked(value: unknown): SharedRequest | undefined {
	if (!isRecord(value) || (value.api !== 'v1' && value.api !== 'v2')) return undefined;
	const { operation, path, query, headers } = value;
	if (typeof operation !== 'string') return undefined;
	if (!isTexts(path) || !isTexts(headers) || !isTextLists(query)) return undefined;
	const draft: RequestDraft = {
		operation,
		path: { ...path },
		query: { ...query },
		headers: { ...headers },
		...texts(value, ['body', 'contentType'])
	};

	return {
		api: value.api,
		draft: withoutSecrets(draft),
		...texts(value, ['code', 'view', 'note', 'scenario'])
	};
}

function texts<Name extends string>(value: Record<string, unknown>, names: readonly Name[]) {
	const found = names.flatMap((name) => {
		const text = value[name];
		return typeof text === 'string' ? [[name, text] as const] : [];
	});
	return Object.fromEntries(found) as Partial<Record<Name, string>>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is Record<string, string> =>
	isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
const isTextLists = (value: unknown): value is Record<string, string[]> =>
	isRecord(value) &&
	Object.values(value).every(
		(list) => Array.isArray(list) && list.every((text) => typeof text === 'string')
	);
