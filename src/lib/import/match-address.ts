/** An address in its parts, each as it is written. */
export interface Address {
	/** Scheme and host; empty for an address that names none. */
	origin: string;
	path: string;
	/** Without the question mark; undefined when there is none. */
	query: string | undefined;
}

/** Takes an address apart without changing anything in it; a fragment goes. */
export function splitAddress(url: string): Address {
	const [, origin = '', path = '', query] =
		/^((?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?)([^?#]*)(?:\?([^#]*))?/is.exec(url) ?? [];
	return { origin, path, query };
}

/** The text that percent-encoding stands for; what is no UTF-8 stays as it is written. */
export function decodedText(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		// Half of it may still be readable: each run of escapes for itself.
		return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
			try {
				return decodeURIComponent(run);
			} catch {
				// No text: kept as written.
				return run;
			}
		});
	}
}

/** True when a server reads both alike: the same path, and the same values for each name in the query. */
export function sameMeaning(one: string, other: string): boolean {
	return meaning(one) === meaning(other);
}

function meaning(url: string): string {
	const { origin, path, query = '' } = splitAddress(url);
	const segments = path.split('/').map(bytes);
	const pairs = query
		.split('&')
		.filter((pair) => pair !== '')
		.map((pair) => {
			const equals = pair.indexOf('=');
			const name = equals < 0 ? pair : pair.slice(0, equals);
			const value = equals < 0 ? '' : pair.slice(equals + 1);
			return [bytes(name.replaceAll('+', ' ')), bytes(value.replaceAll('+', ' '))] as const;
		})
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	return JSON.stringify([origin, segments, pairs]);
}

// One character a byte, so that `%C3%A9`, `%c3%a9` and `é` are one and `%FF` is none of them.
function bytes(text: string): string {
	const encoded = text.replace(/[^\0-\x7f]/gu, (char) => encodeURIComponent(wellFormed(char)));
	return encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
		String.fromCharCode(parseInt(hex, 16))
	);
}

function wellFormed(char: string): string {
	return /\p{Surrogate}/u.test(char) ? '\ufffd' : char;
}
