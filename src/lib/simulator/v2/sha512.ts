const MASK = (1n << 64n) - 1n;
const BLOCK = 128;

/** HMAC with SHA-512. @source RFC 2104; the hash: FIPS 180-4, section 6.4 */
export function hmacSha512(key: Uint8Array, message: Uint8Array): Uint8Array {
	const short = key.length > BLOCK ? sha512(key) : key;
	const padded = new Uint8Array(BLOCK);
	padded.set(short);
	const inner = padded.map((byte) => byte ^ 0x36);
	const outer = padded.map((byte) => byte ^ 0x5c);
	return sha512(join(outer, sha512(join(inner, message))));
}

/** SHA-512 in plain code: the core has no WebCrypto, and WebCrypto cannot answer at once. */
export function sha512(message: Uint8Array): Uint8Array {
	const length = Math.ceil((message.length + 17) / BLOCK) * BLOCK;
	const bytes = new Uint8Array(length);
	bytes.set(message);
	bytes[message.length] = 0x80;
	const view = new DataView(bytes.buffer);
	view.setBigUint64(length - 8, BigInt(message.length) * 8n);

	const state = [...INITIAL];
	for (let start = 0; start < length; start += BLOCK) {
		const words = Array.from({ length: 16 }, (_, index) => view.getBigUint64(start + index * 8));
		mix(state, words);
	}
	const digest = new DataView(new ArrayBuffer(64));
	for (const [index, word] of state.entries()) digest.setBigUint64(index * 8, word);
	return new Uint8Array(digest.buffer);
}

function mix(state: bigint[], words: bigint[]): void {
	const at = (index: number) => words[index] ?? 0n;
	for (let index = 16; index < 80; index++) {
		const early = at(index - 15);
		const late = at(index - 2);
		const first = turn(early, 1n) ^ turn(early, 8n) ^ (early >> 7n);
		const second = turn(late, 19n) ^ turn(late, 61n) ^ (late >> 6n);
		words.push((at(index - 16) + first + at(index - 7) + second) & MASK);
	}
	let [a, b, c, d, e, f, g, h] = state as [
		bigint,
		bigint,
		bigint,
		bigint,
		bigint,
		bigint,
		bigint,
		bigint
	];
	for (const [index, constant] of ROUNDS.entries()) {
		const sum = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n);
		const pick = (e & f) ^ (~e & MASK & g);
		const one = (h + sum + pick + constant + at(index)) & MASK;
		const other = turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n);
		const two = (other + ((a & b) ^ (a & c) ^ (b & c))) & MASK;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & MASK, c, b, a, (one + two) & MASK];
	}
	for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) {
		state[index] = ((state[index] ?? 0n) + word) & MASK;
	}
}

const turn = (word: bigint, by: bigint) => ((word >> by) | (word << (64n - by))) & MASK;

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
	const both = new Uint8Array(left.length + right.length);
	both.set(left);
	both.set(right, left.length);
	return both;
}

/** The constants are the fractional bits of the roots of the first primes, so they are computed. */
const PRIMES = firstPrimes(80);
const INITIAL = PRIMES.slice(0, 8).map((prime) => rootFraction(prime, 2n));
const ROUNDS = PRIMES.map((prime) => rootFraction(prime, 3n));

function rootFraction(prime: bigint, degree: bigint): bigint {
	const target = prime << (64n * degree);
	let low = 0n;
	let high = 1n << 70n;
	while (high - low > 1n) {
		const middle = (low + high) / 2n;
		if (middle ** degree <= target) low = middle;
		else high = middle;
	}
	return low & MASK;
}

function firstPrimes(count: number): bigint[] {
	const primes: bigint[] = [];
	for (let candidate = 2n; primes.length < count; candidate++) {
		if (primes.every((prime) => candidate % prime !== 0n)) primes.push(candidate);
	}
	return primes;
}
