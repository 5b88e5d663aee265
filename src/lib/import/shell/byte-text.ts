/**
 * A byte of a word that does not stand for a character by itself: U+DC80 … U+DCFF, as Python does it.
 * @source PEP 383, "Non-decodable Bytes in System Character Interfaces"
 */
export function byteChar(byte: number): string {
	return byte < 0x80 ? String.fromCharCode(byte) : String.fromCharCode(0xdc00 + byte);
}

/** The text that the bytes make, or the bytes when they make none. */
export function textOrBytes(text: string): string | Uint8Array {
	if (!ESCAPED.test(text)) return text;
	const bytes = bytesOf(text);
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		// No UTF-8, which is an answer.
		return bytes;
	}
}

/** The text for a header or an address, where no bytes can be kept: each is a character of Latin-1. */
export function textOf(text: string): string {
	const value = textOrBytes(text);
	if (typeof value === 'string') return value;
	return Array.from(value, (byte) => String.fromCharCode(byte)).join('');
}

/** The UTF-8 bytes of a text, with the single bytes among them. */
export function bytesOf(text: string): Uint8Array {
	const encoder = new TextEncoder();
	const parts = text.split(/([\udc80-\udcff]+)/u);
	const bytes = parts.flatMap((part, i) =>
		i % 2 === 0
			? [...encoder.encode(part)]
			: Array.from(part, (char) => char.charCodeAt(0) - 0xdc00)
	);
	return Uint8Array.from(bytes);
}

/** A text from outside: a lone surrogate is a broken character there, and not one of our bytes. */
export function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

// With `u`, half of a pair is no match.
const ESCAPED = /[\udc80-\udcff]/u;
