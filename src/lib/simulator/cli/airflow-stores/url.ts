/** The parts of a URL as Python's `urlsplit` has them; absent ones are empty. */
export interface Url {
	scheme: string;
	authority: string;
	path: string;
	query: string;
	hasAuthority: boolean;
}

export function splitUrl(url: string): Url {
	const [, scheme = '', afterScheme = url] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(url) ?? [];
	const [, authority, afterAuthority = afterScheme] =
		/^\/\/([^/?#]*)(.*)$/s.exec(afterScheme) ?? [];
	const [beforeFragment = ''] = afterAuthority.split('#');
	const at = beforeFragment.indexOf('?');
	return {
		scheme: scheme.toLowerCase(),
		authority: authority ?? '',
		hasAuthority: authority !== undefined,
		path: at < 0 ? beforeFragment : beforeFragment.slice(0, at),
		query: at < 0 ? '' : beforeFragment.slice(at + 1)
	};
}

/** `login:password@host:port`; the host in small letters, as Python gives it. */
export function splitAuthority(authority: string): {
	login?: string;
	password?: string;
	host?: string;
	port?: string;
} {
	const at = authority.lastIndexOf('@');
	const who = at < 0 ? undefined : authority.slice(0, at);
	const where = authority.slice(at + 1);
	const [, bracketed, plain = '', port] = /^(?:\[(.*?)\]|([^:]*))(?::(.*))?$/s.exec(where) ?? [];
	const host = (bracketed ?? plain).toLowerCase();
	const colon = who?.indexOf(':') ?? -1;
	return {
		...(who === undefined ? {} : { login: colon < 0 ? who : who.slice(0, colon) }),
		...(who === undefined || colon < 0 ? {} : { password: who.slice(colon + 1) }),
		...(host === '' ? {} : { host }),
		...(port ? { port } : {})
	};
}
