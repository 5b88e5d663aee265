import type { Header } from '#lib/request/draft.ts';
import { brackets } from '#lib/snippets/python-layout.ts';
import { pythonString } from '#lib/snippets/python-literal.ts';
import {
	authorizationOf,
	readsEnvironment,
	secretOf,
	statement,
	usernameOf,
	type PythonParts
} from '#lib/snippets/python-parts.ts';

/** The lines that make `client`, logged in. */
export interface Connection {
	imports: (string | false)[];
	lines: string[];
	/** The credential stands in the configuration, which operations without a login do not look at. */
	isInConfiguration: boolean;
}

/** An `ApiClient` for the server that the request asks, with headers that every call is to have. */
export function clientConnection(
	{ sent, credential, options }: PythonParts,
	api: 'v1' | 'v2',
	/** The operation's path without the API's prefix. */
	path: string,
	headers: readonly Header[]
): Connection {
	const host = hostOf(sent.url, api, path);
	const secret = credential && secretOf(credential);
	const isAscii = !/[^\0-\x7f]/.test(`${credential?.username ?? ''}${credential?.secret ?? ''}`);
	const byUser = api === 'v1' && credential?.kind === 'basic' && isAscii;
	const byToken = api === 'v2' && credential?.kind === 'bearer';
	const configuration = brackets('Configuration(', [
		['host=', pythonString(host)],
		...(byUser
			? ([
					['username=', usernameOf(credential)],
					['password=', secret ?? '']
				] as const)
			: []),
		...(byToken ? [['access_token=', secret ?? ''] as const] : [])
	]);
	const encodes = credential?.kind === 'basic' && !byUser;
	const authorization = encodes ? "'Basic ' + credentials" : authorizationOf(credential);
	const isHeader = authorization !== undefined && !byToken;
	const client = brackets('ApiClient(', [
		'configuration',
		...(isHeader ? [['header_name=', "'Authorization'"] as const] : []),
		...(isHeader ? [['header_value=', authorization] as const] : [])
	]);
	return {
		imports: [readsEnvironment(credential) && 'os', encodes && 'base64'],
		lines: [
			statement('configuration = ', configuration, options),
			...(encodes
				? [
						`login = ${usernameOf(credential)} + ':' + ${secret}`,
						'credentials = base64.b64encode(login.encode()).decode()'
					]
				: []),
			statement('client = ', client, options),
			...headers.map(
				([name, value]) =>
					`client.set_default_header(${pythonString(name)}, ${pythonString(value)})`
			)
		],
		isInConfiguration: byUser || byToken
	};
}

// 2.x takes the address with its `/api/v1`; the paths of 3.x begin with `/api/v2` themselves.
function hostOf(url: string, api: 'v1' | 'v2', path: string): string {
	const base = url
		.replace(/[?#].*$/s, '')
		.split('/')
		.slice(0, -(path.split('/').length - 1))
		.join('/');
	return api === 'v1' ? base : base.replace(/\/api\/v2$/, '');
}
