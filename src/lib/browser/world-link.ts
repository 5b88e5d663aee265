import { packText, unpackText } from '#lib/request/pack.ts';
import type { Chronicle } from '#lib/simulator/timeline/chronicle.ts';

/** Unpacked, a link's world is never longer than this; more would be a bomb. */
const LONGEST_JSON = 4_000_000;

/** A world as the fragment of a link: `w=` and deflated JSON in base64url. */
export async function packWorld(chronicle: Chronicle): Promise<string> {
	return `w=${await packText(JSON.stringify(chronicle))}`;
}

/** The JSON in a fragment; undefined when there is no world in it, '' when it cannot be read. */
export async function unpackWorld(fragment: string): Promise<string | undefined> {
	const packed = /^#?w=([\w-]+)$/.exec(fragment)?.[1];
	if (packed === undefined) return undefined;
	try {
		return await unpackText(packed, LONGEST_JSON);
	} catch {
		// Cut off or mangled on its way: the caller says so.
		return '';
	}
}
