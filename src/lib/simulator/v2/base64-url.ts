/** Without padding. @source RFC 4648, section 5 */
export function encodeBase64Url(bytes: Uint8Array): string {
	const word = btoa(String.fromCharCode(...bytes));
	return word.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Undefined when the word is not base64. */
export function decodeBase64Url(word: string): Uint8Array | undefined {
	try {
		const bytes = atob(word.replaceAll('-', '+').replaceAll('_', '/'));
		return Uint8Array.from(bytes, (char) => char.charCodeAt(0));
	} catch (cause) {
		if (cause instanceof DOMException) return undefined;
		throw cause;
	}
}
