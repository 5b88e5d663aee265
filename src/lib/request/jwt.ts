/**
 * When a JWT expires, in milliseconds since the epoch; undefined when the text is no JWT or names no expiry.
 * The signature is not looked at: only the server can judge it. @source RFC 7519, section 4.1.4
 */
export function tokenExpiryMs(token: string): number | undefined {
	const payload = token.split('.')[1];
	if (payload === undefined) return undefined;
	try {
		const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
		const exp = (claims as { exp?: unknown } | null)?.exp;
		return typeof exp === 'number' ? exp * 1000 : undefined;
	} catch {
		// Not a JWT: an opaque token is fine, its expiry is just not known.
		return undefined;
	}
}
