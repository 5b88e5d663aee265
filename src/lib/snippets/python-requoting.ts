/**
 * True when httpx writes the URL anew; it leaves escapes as they are.
 * @source httpx 0.28, _urlparse.py: FRAG_SAFE, QUERY_SAFE, PATH_SAFE
 */
export function isRequotedByHttpx(url: string): boolean {
	const [, host = '', path = '', query = ''] =
		/^[a-z]+:\/\/([^/?#]*)([^?#]*)\??(.*)$/is.exec(url) ?? [];
	return host === '' || path === '' || /["<>`{}]/.test(path) || /["<>]/.test(query);
}
