import type { Header } from '#lib/request/draft.ts';
import { base64 } from '#lib/snippets/credential.ts';
import type { ImportedAuth } from './imported.ts';

/** The headers without Authorization, and what it says. Several are one, joined as `fetch` joins them. */
export function takeAuth(headers: readonly Header[]): {
	headers: Header[];
	auth: ImportedAuth | undefined;
} {
	const isAuth = ([name]: Header) => name.toLowerCase() === 'authorization';
	const values = headers.filter(isAuth).map(([, value]) => value);
	return {
		headers: headers.filter((header) => !isAuth(header)),
		auth: values.length === 0 ? undefined : authOfHeader(values.join(', '))
	};
}

/** A credential as the value of an Authorization header says it; the same value can be made of it again. */
export function authOfHeader(value: string, variable?: string): ImportedAuth {
	if (variable !== undefined)
		return { kind: /^Bearer /.test(value) ? 'bearer' : 'header', variable };
	const token = /^Bearer ([^\s]+)$/.exec(value)?.[1];
	if (token !== undefined) return { kind: 'bearer', token };
	const pair = pairIn(/^Basic ([A-Za-z\d+/]+=*)$/.exec(value)?.[1]);
	return pair === undefined ? { kind: 'header', value } : authOfPair(pair);
}

/** `user:password`; the user ends at the first colon. */
export function authOfPair(pair: string): ImportedAuth {
	const colon = pair.indexOf(':');
	return { kind: 'basic', username: pair.slice(0, colon), password: pair.slice(colon + 1) };
}

/** `user:password` where only a shell knows some of it: what is known, and the variable for the rest. */
export function authOfOpenPair(pair: string, unknown: readonly string[]): ImportedAuth {
	// A colon in `$env:NAME` ends no user.
	const masked = unknown.reduce((text, one) => text.replace(one, '\0'.repeat(one.length)), pair);
	const colon = masked.indexOf(':');
	const end = colon < 0 ? pair.length : colon;
	const isUserKnown = !masked.slice(0, end).includes('\0');
	const username = isUserKnown ? { username: pair.slice(0, end) } : {};
	if (colon < 0) return { kind: 'basic', ...username };
	const secret = pair.slice(colon + 1);
	if (!masked.slice(colon + 1).includes('\0'))
		return { kind: 'basic', ...username, password: secret };
	const variable = unknown.find((one) => secret.includes(one)) ?? '';
	return { kind: 'basic', ...username, variable: variableName(variable) };
}

/** The value of the Authorization header; undefined while the secret is only the name of a variable. */
export function headerOfAuth(auth: ImportedAuth): string | undefined {
	if (auth.kind === 'header') return auth.value;
	if (auth.kind === 'bearer') return auth.token === undefined ? undefined : `Bearer ${auth.token}`;
	const { username, password } = auth;
	return username === undefined || password === undefined
		? undefined
		: `Basic ${base64(`${username}:${password}`)}`;
}

/** The name in `$NAME`, `${NAME}`, `$env:NAME`, `%NAME%`, `{{NAME}}`. */
export function variableName(expansion: string): string {
	return expansion.replace(/^(\$env:|\$\{env:|\$\{?|%|\{\{)|(\}\}|\}|%)$/gi, '');
}

// Only what comes out of the encoder again: other spellings of base64 stay as they are.
function pairIn(encoded: string | undefined): string | undefined {
	if (encoded === undefined || encoded.length % 4 !== 0) return undefined;
	try {
		const bytes = Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0));
		const pair = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
		return pair.includes(':') && base64(pair) === encoded ? pair : undefined;
	} catch {
		// Not base64 of a text, which is an answer.
		return undefined;
	}
}
