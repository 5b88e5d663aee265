import { percentEncode } from '#lib/request/encode.ts';

/**
 * The addresses that curl makes of one: `{a,b}` and `[1-3]` stand for several; undefined when the brackets are none
 * that curl knows, which it refuses.
 * @source curl's manual page, "GLOBBING"
 */
export function globbed(url: string): string[] | undefined {
	let urls = [''];
	for (let at = 0; at < url.length;) {
		const rest = url.slice(at);
		const escaped = /^\\[[\]{}]/.exec(rest)?.[0];
		const address = /^\[[\da-f:.]*:[\da-f:.]*(?:%25[\w.-]+)?\]/i.exec(rest)?.[0];
		const empty = rest.startsWith('[]') ? '[]' : undefined;
		const set = /^\{([^{}]*)\}/.exec(rest);
		const range = /^\[[^[\]]*\]/.exec(rest)?.[0];
		let choices: string[] | undefined;
		let length = 1;
		if (escaped !== undefined) [choices, length] = [[escaped.slice(1)], 2];
		else if (address !== undefined || empty !== undefined) {
			const plain = address ?? empty ?? '';
			[choices, length] = [[plain], plain.length];
		} else if (set) [choices, length] = [(set[1] ?? '').split(','), set[0].length];
		else if (range !== undefined) [choices, length] = [rangeOf(range), range.length];
		else if (!/^[[\]{}]/.test(rest)) {
			const plain = /^[^[\]{}\\]+|^[^]/.exec(rest)?.[0] ?? '';
			[choices, length] = [[plain], plain.length];
		}
		if (choices === undefined) return undefined;
		const all: string[] = choices;
		urls = urls.flatMap((before) => all.map((choice) => before + choice));
		if (urls.length > MOST_ADDRESSES) return urls.slice(0, MOST_ADDRESSES);
		at += length;
	}
	return urls;
}

/** More requests than this are not read from one address. */
export const MOST_ADDRESSES = 100;

/** An address as curl sends it: with a scheme, without a fragment, without dot segments unless they are to stay. */
export function curlAddress(url: string, keepsDots: boolean): string {
	const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(url) ? url : `http://${url.replace(/^\/\//, '')}`;
	const [, origin = '', path = '', query = ''] =
		/^([a-z][a-z\d+.-]*:\/\/[^/?#]*)([^?#]*)(\?[^#]*)?/is.exec(whole) ?? [];
	const bare = origin.replace(/^([^/]+:\/\/)[^@]*@/, '$1');
	// curl writes the bytes of a path like this, those of a query not at all.
	const encoded = path.replace(/[^\0-\x7f]+/g, (text) => percentEncode(text).toLowerCase());
	return bare + (keepsDots ? encoded : withoutDots(encoded)) + query.replaceAll(' ', '%20');
}

/** The user and the password in an address, decoded. */
export function userIn(url: string): string | undefined {
	const user = /^(?:[a-z][a-z\d+.-]*:)?\/\/([^@/?#]*)@/i.exec(url)?.[1];
	if (user === undefined) return undefined;
	try {
		return decodeURIComponent(user);
	} catch {
		// Escapes that are none: curl takes them as they are.
		return user;
	}
}

// @source RFC 3986, 5.2.4 "Remove Dot Segments"
function withoutDots(path: string): string {
	if (!/\/\.\.?(?:\/|$)/.test(path)) return path;
	const out: string[] = [];
	const segments = path.split('/').slice(1);
	segments.forEach((segment, i) => {
		const isLast = i === segments.length - 1;
		if (segment === '..') out.pop();
		if (segment !== '.' && segment !== '..') out.push(segment);
		else if (isLast) out.push('');
	});
	return `/${out.join('/')}`;
}

function rangeOf(range: string): string[] | undefined {
	const [, first = '', last = '', step = '1'] =
		/^\[(\d+|[a-z])-(\d+|[a-z])(?::(\d+))?\]$/i.exec(range) ?? [];
	const isNumber = /^\d+$/.test(first);
	if (first === '' || isNumber !== /^\d+$/.test(last)) return undefined;
	const [from, to] = [first, last].map((text) => (isNumber ? Number(text) : text.charCodeAt(0)));
	if (from === undefined || to === undefined || to < from || Number(step) < 1) return undefined;
	const values: string[] = [];
	for (let value = from; value <= to && values.length <= MOST_ADDRESSES; value += Number(step)) {
		// [001-100] keeps its zeros.
		const number = first.startsWith('0') ? String(value).padStart(first.length, '0') : `${value}`;
		values.push(isNumber ? number : String.fromCharCode(value));
	}
	return values;
}
