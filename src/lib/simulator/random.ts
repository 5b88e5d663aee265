/**
 * Seeded randomness without a counter: the same seed and the same words give the same number,
 * whatever was asked before. In [0, 1).
 */
export function randomOf(seed: number, ...words: (string | number)[]): number {
	return hashOf(`${seed}\n${words.join('\n')}`) / 2 ** 32;
}

/** A uuid (version 7 by its digits, the millisecond first) made of the seed and the words. */
export function uuidOf(seed: number, atMs: number, ...words: (string | number)[]): string {
	const time = Math.max(0, Math.floor(atMs)).toString(16).padStart(12, '0');
	const noise = [1, 2, 3]
		.map((part) =>
			hashOf(`${seed}\n${part}\n${words.join('\n')}`)
				.toString(16)
				.padStart(8, '0')
		)
		.join('');
	const variant = '89ab'[parseInt(noise[3] ?? '0', 16) % 4] ?? '8';
	return [
		time.slice(0, 8),
		time.slice(8),
		`7${noise.slice(0, 3)}`,
		`${variant}${noise.slice(4, 7)}`,
		noise.slice(8, 20)
	].join('-');
}

/** FNV-1a with a final mix, 32 bits: near keys must not give near numbers. */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash ^= text.charCodeAt(index);
		hash = Math.imul(hash, 0x01000193);
	}
	hash ^= hash >>> 16;
	hash = Math.imul(hash, 0x85ebca6b);
	hash ^= hash >>> 13;
	hash = Math.imul(hash, 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}
