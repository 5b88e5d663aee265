/** A date inside a MessagePack value, in microseconds since the epoch. */
export interface PackedDate {
	micros: number;
}

export type Packed = null | string | number | PackedDate;

/** The part of MessagePack that cursors are made of. @source MessagePack specification, "Formats" */
export function pack(values: readonly Packed[]): Uint8Array {
	const bytes: number[] = [0x90 | values.length];
	for (const value of values) bytes.push(...packOne(value));
	return Uint8Array.from(bytes);
}

/** Undefined when the bytes are not a list of such values. */
export function unpack(bytes: Uint8Array): Packed[] | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const count = (bytes[0] ?? 0) - 0x90;
	if (count < 0 || count > 15) return undefined;
	const values: Packed[] = [];
	let at = 1;
	try {
		while (values.length < count) {
			const read = unpackOne(view, at);
			if (!read) return undefined;
			values.push(read.value);
			at = read.next;
		}
	} catch (cause) {
		if (cause instanceof RangeError) return undefined;
		throw cause;
	}
	return at === bytes.length ? values : undefined;
}

function packOne(value: Packed): number[] {
	if (value === null) return [0xc0];
	if (typeof value === 'string') return packText(value);
	if (typeof value === 'number') return packNumber(value);
	const seconds = Math.floor(value.micros / 1_000_000);
	const nanos = (value.micros - seconds * 1_000_000) * 1000;
	if (nanos === 0) return [0xd6, 0xff, ...big(BigInt(seconds), 4)];
	return [0xd7, 0xff, ...big((BigInt(nanos) << 34n) | BigInt(seconds), 8)];
}

function packText(text: string): number[] {
	const bytes = [...new TextEncoder().encode(text)];
	if (bytes.length < 32) return [0xa0 | bytes.length, ...bytes];
	if (bytes.length < 256) return [0xd9, bytes.length, ...bytes];
	return [0xda, ...big(BigInt(bytes.length), 2), ...bytes];
}

function packNumber(value: number): number[] {
	if (!Number.isInteger(value)) {
		const view = new DataView(new ArrayBuffer(8));
		view.setFloat64(0, value);
		return [0xcb, ...new Uint8Array(view.buffer)];
	}
	if (value >= 0 && value < 128) return [value];
	if (value < 0 && value >= -32) return [value + 256];
	if (value >= 0 && value < 2 ** 8) return [0xcc, value];
	if (value >= 0 && value < 2 ** 16) return [0xcd, ...big(BigInt(value), 2)];
	if (value >= 0 && value < 2 ** 32) return [0xce, ...big(BigInt(value), 4)];
	return [0xd3, ...big(BigInt.asUintN(64, BigInt(value)), 8)];
}

function big(value: bigint, length: number): number[] {
	return Array.from({ length }, (_, index) =>
		Number((value >> BigInt(8 * (length - 1 - index))) & 0xffn)
	);
}

function unpackOne(view: DataView, at: number): { value: Packed; next: number } | undefined {
	const first = view.getUint8(at);
	if (first < 0x80) return { value: first, next: at + 1 };
	if (first >= 0xe0) return { value: first - 256, next: at + 1 };
	if (first === 0xc0) return { value: null, next: at + 1 };
	if (first === 0xcb) return { value: view.getFloat64(at + 1), next: at + 9 };
	if (first === 0xcc) return { value: view.getUint8(at + 1), next: at + 2 };
	if (first === 0xcd) return { value: view.getUint16(at + 1), next: at + 3 };
	if (first === 0xce) return { value: view.getUint32(at + 1), next: at + 5 };
	if (first === 0xd3) return { value: Number(view.getBigInt64(at + 1)), next: at + 9 };
	if (first === 0xd6) return { value: { micros: view.getUint32(at + 2) * 1e6 }, next: at + 6 };
	if (first === 0xd7) {
		const both = view.getBigUint64(at + 2);
		const seconds = Number(both & ((1n << 34n) - 1n));
		return { value: { micros: seconds * 1e6 + Number(both >> 34n) / 1000 }, next: at + 10 };
	}
	const [length, start] =
		first >> 5 === 5
			? [first & 31, at + 1]
			: first === 0xd9
				? [view.getUint8(at + 1), at + 2]
				: first === 0xda
					? [view.getUint16(at + 1), at + 3]
					: [undefined, at];
	if (length === undefined) return undefined;
	const bytes = new Uint8Array(view.buffer, view.byteOffset + start, length);
	return { value: new TextDecoder().decode(bytes), next: start + length };
}
