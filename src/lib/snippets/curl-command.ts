import type { Credential } from './credential.ts';
import { hasDotSegments, type SentRequest } from './sent-request.ts';
import { quote } from './shell-word.ts';
import type { SnippetOptions, SnippetWarning } from './target.ts';

const FLAGS = {
	short: { header: '-H', method: '-X', user: '-u', head: '-I', noGlob: '-g', quiet: '-sS' },
	long: {
		header: '--header',
		method: '--request',
		user: '--user',
		head: '--head',
		noGlob: '--globoff',
		quiet: '--silent --show-error'
	}
} as const;

/** How curl is called besides what the request says. */
export interface CurlManner {
	flags: SnippetOptions['flags'];
	/** No progress meter; wanted wherever the answer goes into a pipe or a variable. */
	isQuiet: boolean;
	/** Exit with 22 when the server answers with an error, and still print what it says. */
	failsOnError: boolean;
}

/**
 * The words of a curl command for bash, zsh and sh, each one line of the long form.
 * @source curl's manual page; checked on the wire by tests/wire
 */
export function curlWords(
	sent: SentRequest,
	credential: Credential | undefined,
	manner: CurlManner
): string[] {
	const flag = FLAGS[manner.flags];
	const start = [
		'curl',
		...(manner.failsOnError ? ['--fail-with-body'] : []),
		...(manner.isQuiet ? [flag.quiet] : []),
		...urlFlags(sent.url, manner.flags),
		...methodFlags(sent, manner.flags),
		quote(sent.url)
	];
	return [
		start.join(' '),
		...credentialFlags(credential, manner.flags),
		...sent.headers.map(([name, value]) => `${flag.header} ${quote(headerLine(name, value))}`),
		...(sent.body === undefined ? [] : [`--data-raw ${quote(sent.body)}`])
	];
}

/** A header as curl's -H takes it: without the semicolon it would leave an empty one out. */
export function headerLine(name: string, value: string): string {
	return value === '' ? `${name};` : `${name}: ${value}`;
}

/** -g: else curl reads [1-3] and {a,b} in a URL as several URLs. --path-as-is: else it takes /../ out. */
export function urlFlags(url: string, flags: SnippetOptions['flags']): string[] {
	return [
		...(/[[\]{}]/.test(url) ? [FLAGS[flags].noGlob] : []),
		...(hasDotSegments(url) ? ['--path-as-is'] : [])
	];
}

/** True when curl would not choose this method by itself: it sends GET without a body and POST with one. */
export function needsMethod({ method, body }: SentRequest): boolean {
	return method !== (body === undefined ? 'GET' : 'POST');
}

/** The words that log in, with the variable for the shell to put in. */
export function credentialFlags(
	credential: Credential | undefined,
	flags: SnippetOptions['flags']
): string[] {
	if (credential === undefined) return [];
	const { kind, variable, username, secret } = credential;
	const { header, user } = FLAGS[flags];
	if (kind === 'basic') return [`${user} ${userWord(username, variable, secret)}`];
	const before = kind === 'bearer' ? 'Authorization: Bearer ' : 'Authorization: ';
	if (secret !== undefined) return [`${header} ${quote(before + secret)}`];
	return [`${header} "${before}$${variable}"`];
}

/** `user:password` as one word, in double quotes where the shell must put the secret in. */
export function userWord(
	username: string | undefined,
	variable: string,
	secret: string | undefined
): string {
	const password = secret === undefined ? `"$${variable}"` : quote(secret);
	if (username === undefined)
		return secret === undefined
			? `"\${AIRFLOW_USERNAME}:$${variable}"`
			: `"$AIRFLOW_USERNAME:"${password}`;
	if (secret !== undefined) return quote(`${username}:${secret}`);
	// A name with odd characters stays in single quotes.
	return /^[\w.@+-]+$/.test(username)
		? `"${username}:$${variable}"`
		: quote(`${username}:`) + password;
}

/** What holds for every command line of a Unix shell; `body-nul` means that there is no such command. */
export function shellWarnings({ url, headers, body = '' }: SentRequest): SnippetWarning[] {
	const wide = headers.filter(([, value]) => /[^\0-\x7f]/.test(value)).map(([name]) => name);
	const bytes = new TextEncoder().encode(body).length;
	const ids = [
		...(hasDotSegments(url) ? ['dot-segments-kept'] : []),
		// eslint-disable-next-line no-control-regex -- control characters are what is looked for
		...(/[\x01-\x08\x0b-\x1f\x7f]/.test(body) ? ['paste-control'] : []),
		...(body.includes('\0') ? ['body-nul'] : []),
		...(bytes > LONGEST_ARGUMENT ? ['body-too-long'] : [])
	];
	return [
		...(wide.length > 0 ? [{ id: 'header-not-ascii', values: { names: wide.join(', ') } }] : []),
		...ids.map((id) => ({ id }))
	];
}

// An argument longer than this is refused by Linux. @source execve(2), MAX_ARG_STRLEN
const LONGEST_ARGUMENT = 131_071;

// -X HEAD would wait for a body.
function methodFlags(sent: SentRequest, flags: SnippetOptions['flags']): string[] {
	const { method } = sent;
	if (method === 'HEAD') return [FLAGS[flags].head];
	if (!needsMethod(sent)) return [];
	return [FLAGS[flags].method, /^[A-Z]+$/.test(method) ? method : quote(method)];
}
