/**
 * Short name of a text, to keep a draft by: 32 bits, which is enough for the programs of one site.
 * @source http://www.isthe.com/chongo/tech/comp/fnv/ (FNV-1a)
 */
export function hashOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++)
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
	return hash.toString(36);
}
