/** True when requests writes the URL anew: it decodes %41, writes %2f as %2F, escapes what a URL may not hold. */
export function isRequotedByRequests(url: string): boolean {
	return (
		/\?$|[^!#$%&'()*+,/:;=?@[\]~\w.-]/.test(url) ||
		/[[\]]/.test(url.replace(/^[a-z]+:\/\/[^/?#]*/i, '')) ||
		hasOddEscape(url)
	);
}

/** True when wget does: an escape that is none, and what it takes for unsafe. @source wget 1.21, url.c (urlchr_table) */
export function isRequotedByWget(url: string): boolean {
	return /\?$|[^!#$%&'()*+,/:;=?@[\]~\w.-]|%(?![\da-f]{2})/i.test(url) || isBareHost(url);
}

/** True when the URL parser of browsers and Node writes it anew, dot segments aside. */
export function isRequotedByFetch(url: string): boolean {
	const [path = '', query = ''] = splitUrl(url);
	return /["<>`{}^\\|]/.test(path) || /["<>'\\]/.test(query) || isBareHost(url);
}

/** True when .NET's Uri does: it decodes unreserved characters and escapes what RFC 3986 forbids. */
export function isRequotedByDotnet(url: string): boolean {
	return /["<>`{}^\\|]/.test(url) || hasOddEscape(url) || isBareHost(url);
}

function hasOddEscape(url: string): boolean {
	const escapes = url.match(/%.{0,2}/g) ?? [];
	return escapes.some(
		(escape) =>
			!/^%[\dA-F]{2}$/.test(escape) ||
			/[\w.~-]/.test(String.fromCharCode(parseInt(escape.slice(1), 16)))
	);
}

/** True when nothing but the host is named, as in `http://host?a`: what goes out is `/?a`. */
export function isBareHost(url: string): boolean {
	return !/^[a-z]+:\/\/[^/?#]*\//i.test(url);
}

function splitUrl(url: string): string[] {
	const [, path = '', query = ''] = /^[a-z]+:\/\/[^/?#]*([^?#]*)\??(.*)$/is.exec(url) ?? [];
	return [path, query];
}
