/** SHA-1 of a text as one big number, as Python's `int(hexdigest, 16)`. @source FIPS 180-4 */
export function sha1Number(text: string): bigint {
	const bytes = new TextEncoder().encode(text);
	const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
	blocks.set(bytes);
	blocks[bytes.length] = 0x80;
	const view = new DataView(blocks.buffer);
	view.setUint32(blocks.length - 4, bytes.length * 8);
	let hash: Five = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
	for (let at = 0; at < blocks.length; at += 64) hash = mix(hash, view, at);
	return hash.reduce((number, word) => (number << 32n) | BigInt(word >>> 0), 0n);
}

type Five = [number, number, number, number, number];

function mix(hash: Five, view: DataView, at: number): Five {
	const words: number[] = [];
	for (let i = 0; i < 16; i++) words.push(view.getInt32(at + i * 4));
	const word = (i: number) => words[i] ?? 0;
	for (let i = 16; i < 80; i++) {
		words.push(turn(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1));
	}
	let [a, b, c, d, e] = hash;
	for (let i = 0; i < 80; i++) {
		const [f, k] =
			i < 20
				? [(b & c) | (~b & d), 0x5a827999]
				: i < 40
					? [b ^ c ^ d, 0x6ed9eba1]
					: i < 60
						? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
						: [b ^ c ^ d, 0xca62c1d6];
		const next = (turn(a, 5) + f + e + k + word(i)) | 0;
		[e, d, c, b, a] = [d, c, turn(b, 30), a, next];
	}
	return [hash[0] + a, hash[1] + b, hash[2] + c, hash[3] + d, hash[4] + e].map(
		(sum) => sum | 0
	) as Five;
}

const turn = (value: number, by: number) => (value << by) | (value >>> (32 - by));
