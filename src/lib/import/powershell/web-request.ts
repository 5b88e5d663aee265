import { authOfHeader, authOfOpenPair, takeAuth, variableName } from '#lib/import/auth.ts';
import { ImportError } from '#lib/import/import-error.ts';
import type { ImportedAuth, ImportedRequest, ImportWarning } from '#lib/import/imported.ts';
import { formText } from '#lib/import/json/form.ts';
import type { Header } from '#lib/request/draft.ts';
import { sentUrl } from '#lib/snippets/sent-request.ts';
import { psJson } from './json.ts';
import { cookiesOf } from './script.ts';
import { asText, type PsCommand, type PsText, type PsValue } from './value.ts';

/** True for the commands of PowerShell that send a request, and their short names. */
export function isWebRequest({ name, given }: PsCommand): boolean {
	if (/^(Invoke-WebRequest|Invoke-RestMethod|iwr|irm)$/i.test(name)) return true;
	// Windows PowerShell calls Invoke-WebRequest `curl` and `wget`.
	const isAlias = /^(curl|wget)$/i.test(name);
	return (
		isAlias && given.some(({ parameter }) => /^(Uri|Method|Headers|Body)$/i.test(parameter ?? ''))
	);
}

/**
 * The request that `Invoke-WebRequest` or `Invoke-RestMethod` sends.
 * @source Microsoft, "Invoke-WebRequest", "Invoke-RestMethod"; PowerShell, WebRequestPSCmdlet.Common.cs
 */
export function webRequest(command: PsCommand): {
	request: ImportedRequest;
	warnings: ImportWarning[];
} {
	const warnings: ImportWarning[] = [];
	const warn = (id: string, values?: Record<string, string>) =>
		void warnings.push(values ? { id, values } : { id });
	const parameters = parametersOf(command, warn);
	const said = (name: string): string | undefined => {
		const value = parameters.get(name);
		if (value === undefined) return undefined;
		for (const one of asText(value).unknown) warn('shell-variable', { text: one });
		return asText(value).text;
	};

	const uri = said('uri');
	if (uri === undefined) throw new ImportError('powershell-no-uri');
	const method = (said('custommethod') ?? said('method') ?? 'GET').toUpperCase();
	const { headers, auth } = headersOf(parameters.get('headers'), warn);
	const session = parameters.get('websession');
	if (session?.kind === 'object') {
		const agent = session.members.get('useragent');
		const cookies = cookiesOf(session);
		if (agent) headers.push(['User-Agent', asText(agent).text]);
		if (cookies !== '') headers.push(['Cookie', cookies]);
	}
	const agent = said('useragent');
	if (agent !== undefined) headers.push(['User-Agent', agent]);

	const body = parameters.get('body');
	const isQuery = body?.kind === 'table' && /^(GET|HEAD)$/.test(method);
	const sent = body === undefined || isQuery ? undefined : bodyOf(body, warn);
	const isForm = body !== undefined && method === 'POST';
	const type = said('contenttype') ?? (sent !== undefined && isForm ? FORM : undefined);
	const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
	if (type !== undefined && !hasType) headers.push(['Content-Type', type]);
	const query = isQuery ? pairs(body) : '';
	const login = auth ?? loginOf(parameters, warn);
	return {
		request: {
			method,
			url: sentUrl(query === '' ? uri : `${uri}${uri.includes('?') ? '&' : '?'}${query}`),
			headers,
			...(sent === undefined ? {} : { body: sent }),
			...(login === undefined ? {} : { auth: login })
		},
		warnings
	};
}

const FORM = 'application/x-www-form-urlencoded';
type Warn = (id: string, values?: Record<string, string>) => void;

const NAMES = [
	...['uri', 'method', 'custommethod', 'headers', 'body', 'contenttype', 'useragent', 'websession'],
	...[
		'infile',
		'outfile',
		'proxy',
		'proxycredential',
		'certificate',
		'certificatethumbprint',
		'credential'
	],
	...[
		'authentication',
		'token',
		'timeoutsec',
		'maximumredirection',
		'maximumretrycount',
		'retryintervalsec'
	],
	...[
		'form',
		'sessionvariable',
		'transferencoding',
		'httpversion',
		'sslprotocol',
		'connectiontimeoutseconds'
	],
	...[
		'operationtimeoutseconds',
		'statuscodevariable',
		'responseheadersvariable',
		'erroraction',
		'maximumfollowrellink'
	]
];
const SWITCHES =
	/^(usebasicparsing|skipcertificatecheck|skiphttperrorcheck|skipheadervalidation|disablekeepalive|passthru|resume|usedefaultcredentials|allowunencryptedauthentication|allowinsecureredirect|followrellink|noproxy|preserveauthorizationonredirect|preservehttpmethodonredirect|proxyusedefaultcredentials|verbose)$/;
const LOST: Record<string, string> = {
	infile: 'file',
	form: 'file',
	proxy: 'proxy',
	proxycredential: 'proxy',
	certificate: 'certificate',
	certificatethumbprint: 'certificate',
	skipcertificatecheck: 'insecure',
	usedefaultcredentials: 'login',
	transferencoding: 'connection',
	sessionvariable: 'cookie-jar'
};

function parametersOf({ given }: PsCommand, warn: Warn): Map<string, PsValue> {
	const found = new Map<string, PsValue>();
	const set = (name: string, value: PsValue) => {
		const full = fullName(name);
		if (full === undefined) return warn('unknown-options', { names: `-${name}` });
		const lost = LOST[full];
		if (lost !== undefined) return warn(lost, { names: spelled(name, value) });
		if (!READ.has(full) && !SWITCHES.test(full)) warn('aside', { names: spelled(name, value) });
		found.set(full, value);
	};
	const rest = [...given];
	for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
		if (one.isSplat) {
			if (one.value.kind === 'table') for (const [key, value] of one.value.entries) set(key, value);
		} else if (one.parameter === undefined) {
			if (!found.has('uri')) found.set('uri', one.value);
			else warn('unknown-options', { names: asText(one.value).text });
		} else if (SWITCHES.test(fullName(one.parameter) ?? '')) set(one.parameter, one.value);
		else {
			const value = rest.shift()?.value;
			if (value) set(one.parameter, value);
		}
	}
	return found;
}

// A switch stands for itself.
function spelled(name: string, value: PsValue): string {
	const { text } = asText(value);
	return text === '' || text.startsWith('-') ? `-${name}` : `-${name} ${text}`;
}

const READ = new Set([
	...['uri', 'method', 'custommethod', 'headers', 'body', 'contenttype', 'useragent', 'websession'],
	...['credential', 'authentication', 'token', 'outfile', 'erroraction']
]);

// A unique beginning of a name is enough.
function fullName(name: string): string | undefined {
	const lower = name.toLowerCase();
	if (NAMES.includes(lower) || SWITCHES.test(lower)) return lower;
	const fitting = NAMES.filter((one) => one.startsWith(lower));
	return fitting.length === 1 ? fitting[0] : undefined;
}

function headersOf(value: PsValue | undefined, warn: Warn) {
	const entries = value?.kind === 'table' ? value.entries : [];
	const headers: Header[] = [];
	let auth: ImportedAuth | undefined;
	for (const [name, inner] of entries) {
		const { text, unknown } = asText(inner);
		const isAuth = name.toLowerCase() === 'authorization';
		for (const one of unknown) warn(isAuth ? 'secret-variable' : 'shell-variable', { text: one });
		if (isAuth && unknown[0] !== undefined) auth = authOfUnknown(asText(inner));
		else headers.push([name, text]);
	}
	if (value !== undefined && value.kind !== 'table' && value.kind !== 'constant')
		warn('shell-variable', { text: asText(value).text });
	const taken = takeAuth(headers);
	return { headers: taken.headers, auth: auth ?? taken.auth };
}

// `Basic {user:$env:PASSWORD}` is what remains of base64 with a variable in it.
function authOfUnknown({ text, unknown }: PsText): ImportedAuth {
	const [variable = ''] = unknown.slice(-1);
	const pair = /^Basic \{([^]*)\}$/.exec(text)?.[1];
	if (pair === undefined) return authOfHeader(text, variableName(variable));
	return authOfOpenPair(pair, unknown);
}

function loginOf(parameters: Map<string, PsValue>, warn: Warn): ImportedAuth | undefined {
	const token = parameters.get('token');
	const credential = parameters.get('credential');
	if (token === undefined && credential === undefined) return undefined;
	warn('secret-variable', {
		text: asText(token ?? credential ?? { kind: 'constant', value: null }).text
	});
	return token === undefined ? { kind: 'basic' } : { kind: 'bearer' };
}

function bodyOf(body: PsValue, warn: Warn): string {
	if (body.kind === 'table') return pairs(body);
	if (body.kind === 'list') return psJson(body);
	const { text, unknown } = asText(body);
	for (const one of unknown) warn('shell-variable', { text: one });
	return text;
}

function pairs(body: PsValue): string {
	const entries = body.kind === 'table' ? body.entries : [];
	return formText(
		entries.map(([key, value]) => [key, asText(value).text] as const),
		'dotnet'
	);
}
