/** Text of a base64 or base64url word, read as UTF-8; undefined when it is neither. */
export function decodeBase64(word: string): string | undefined {
	try {
		const bytes = atob(word.replaceAll('-', '+').replaceAll('_', '/'));
		return new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
	} catch (cause) {
		if (cause instanceof DOMException) return undefined;
		throw cause;
	}
}
