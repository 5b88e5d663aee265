import { isRequotedByHttpx } from './python-requoting.ts';
import { isRequotedByRequests } from './requoting.ts';
import { brackets, layOut } from './python-layout.ts';
import { pythonString } from './python-literal.ts';
import { compactStyle, plainStyle } from './python-json.ts';
import {
	allWarnings,
	authorizationOf,
	headerDict,
	imports,
	program,
	pythonBody,
	readsEnvironment,
	secretOf,
	statement,
	usernameOf,
	type PythonParts
} from './python-parts.ts';
import { hasDotSegments } from './sent-request.ts';
import type { Snippet, SnippetWarning } from './target.ts';
import { pythonWait } from './python-wait.ts';

/** Libraries that are called alike: `requests`, and `httpx` with or without `async`. */
export interface Library {
	name: 'requests' | 'httpx';
	isAsync: boolean;
}

/** The program for one request with one of these libraries; with a session where more requests follow. */
export function sessionProgram(parts: PythonParts, library: Library): Snippet {
	const { sent, credential, options, waiting } = parts;
	const { name, isAsync } = library;
	const body = pythonBody(
		sent,
		name === 'requests'
			? { json: plainStyle, keyword: 'data=', encodes: 'beyond-ascii' }
			: { json: compactStyle, keyword: 'content=', encodes: 'never' }
	);
	const verb = sent.method.toLowerCase();
	const isKnown = hasFunction(sent.method, body !== undefined, name);
	const caller = isAsync ? 'client' : waiting ? sessionName(name) : name;
	const authorization = authorizationOf(credential);
	const inSession = waiting !== undefined;
	const headers = headerDict([
		...(authorization === undefined || inSession
			? []
			: [['Authorization', authorization] as const]),
		...sent.headers
			.filter(([header]) => !(body?.setsType && header.toLowerCase() === 'content-type'))
			.map(([header, value]) => [header, headerValue(value, name)] as const)
	]);
	const auth = authOf(parts, name);
	const call = brackets(`${caller}.${isKnown ? verb : 'request'}(`, [
		...(isKnown ? [] : [pythonString(sent.method)]),
		pythonString(sent.url),
		...(headers === undefined ? [] : [['headers=', headers] as const]),
		...(auth === undefined || inSession ? [] : [['auth=', auth] as const]),
		...(body === undefined ? [] : [[body.keyword, body.value] as const])
	]);
	const send = [
		...(body?.comment === undefined ? [] : [body.comment]),
		statement(`response = ${isAsync ? 'await ' : ''}`, call, options),
		'print(response.status_code, response.text)',
		...(options.checksErrors || waiting ? ['response.raise_for_status()'] : [])
	];
	const wait = waiting && pythonWait(waiting, caller);
	const standard = imports(
		readsEnvironment(credential) && 'os',
		body?.usesJson && 'json',
		isAsync && 'asyncio',
		...(wait?.imports ?? [])
	);
	const setup = waiting ? sessionLines(name, authorization, auth, options.lines) : [];
	const code = isAsync
		? program(standard, [`import ${name}`], [''], asyncLines(send), [''], ['asyncio.run(main())'])
		: program(standard, [`import ${name}`], setup, send, wait?.lines ?? []);
	const warnings = allWarnings({
		...parts,
		warnings: [...parts.warnings, ...addressWarnings(sent.url, name)]
	});
	return { code: code.replaceAll('\n\n\n\n', '\n\n\n'), available: true, warnings };
}

function sessionName(name: Library['name']): string {
	return name === 'requests' ? 'session' : 'client';
}

function hasFunction(method: string, hasBody: boolean, name: Library['name']): boolean {
	const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
	// httpx.delete and its like take no body.
	const isBodiless = name === 'httpx' && ['DELETE', 'OPTIONS'].includes(method);
	return verbs.includes(method) && !(hasBody && isBodiless);
}

// httpx takes text for ASCII; requests writes it as Latin-1, as a browser does.
function headerValue(value: string, name: Library['name']): string {
	const isWide = name === 'httpx' && /[^\0-\x7f]/.test(value);
	return pythonString(value) + (isWide ? ".encode('latin-1')" : '');
}

function authOf({ credential }: PythonParts, name: Library['name']): string | undefined {
	if (credential?.kind !== 'basic') return undefined;
	// requests writes a str as Latin-1; bytes stay as they are.
	const bytes = (text = '') => (name === 'requests' && /[^\0-\x7f]/.test(text) ? '.encode()' : '');
	const user = usernameOf(credential) + bytes(credential.username);
	return `(${user}, ${secretOf(credential)}${bytes(credential.secret)})`;
}

function sessionLines(
	library: Library['name'],
	authorization: string | undefined,
	auth: string | undefined,
	lines: 'fit' | 'one' | 'many'
): string[] {
	const name = sessionName(library);
	const made = library === 'requests' ? 'requests.Session()' : 'httpx.Client()';
	return [
		`${name} = ${made}`,
		...(auth === undefined ? [] : [layOut(auth, { before: `${name}.auth = `, lines })]),
		...(authorization === undefined ? [] : [`${name}.headers['Authorization'] = ${authorization}`])
	];
}

function asyncLines(send: readonly string[]): string[] {
	const inner = send.join('\n').replace(/^(?=.)/gm, '        ');
	return ['async def main():', '    async with httpx.AsyncClient() as client:', inner];
}

function addressWarnings(url: string, name: Library['name']): SnippetWarning[] {
	if (name === 'httpx') {
		if (hasDotSegments(url)) return [{ id: 'dot-segments-httpx' }];
		return isRequotedByHttpx(url) ? [{ id: 'url-requoted-httpx' }] : [];
	}
	if (hasDotSegments(url)) return [{ id: 'dot-segments-lost' }];
	return isRequotedByRequests(url) ? [{ id: 'url-requoted' }] : [];
}
