import { credentialOf, credentialWarnings, type Credential } from './credential.ts';
import { dumpsCall, pythonJson, type JsonStyle } from './python-json.ts';
import { brackets, layOut, type Expression } from './python-layout.ts';
import { pythonString, pythonText } from './python-literal.ts';
import { sentRequest, type SentRequest } from './sent-request.ts';
import {
	plainOptions,
	type SnippetInput,
	type SnippetOptions,
	type SnippetWarning
} from './target.ts';
import { isWaiting, waitingFor, type Waiting } from './waiting.ts';

/** What every Python program for a request is made of. */
export interface PythonParts {
	sent: SentRequest;
	credential: Credential | undefined;
	options: SnippetOptions;
	/** What to wait for, where that was asked for and there is something. */
	waiting: Waiting | undefined;
	warnings: SnippetWarning[];
}

/** A body as a keyword argument. */
export interface PythonBody {
	/** `json=`, or whichever keyword takes the exact text. */
	keyword: string;
	value: Expression;
	/** Why it is not written in a plainer way. */
	comment?: string;
	usesJson: boolean;
	/** The library sets this very Content-Type by itself. */
	setsType: boolean;
}

/** Reads a request for a Python program that can wait, or cannot. */
export function pythonParts(input: SnippetInput, canWait: boolean): PythonParts {
	const options = input.options ?? plainOptions;
	const sent = sentRequest(input.request);
	const credential = credentialOf(input, sent.hasOwnAuthorization);
	const warnings = [...sent.warnings];
	const found = options.waits && canWait ? waitingFor(input) : undefined;
	const waiting = found && isWaiting(found) ? found : undefined;
	if (found && !isWaiting(found)) warnings.push(found);
	if (options.waits && !canWait) warnings.push({ id: 'waits-not-here' });
	if (options.jq !== undefined) warnings.push({ id: 'jq-left-out' });
	return { sent, credential, options, waiting, warnings };
}

/** All warnings, those of the credential last. */
export function allWarnings({ warnings, credential }: PythonParts): SnippetWarning[] {
	return [...warnings, ...credentialWarnings(credential)];
}

/** The secret as an expression, and `import os` when that reads a variable. */
export function secretOf({ secret, variable }: Credential): string {
	return secret === undefined ? `os.environ['${variable}']` : pythonString(secret);
}

/** The user name of a Basic credential as an expression. */
export function usernameOf({ username }: Credential): string {
	return username === undefined ? "os.environ['AIRFLOW_USERNAME']" : pythonString(username);
}

/** True when the credential is read from the environment. */
export function readsEnvironment(credential: Credential | undefined): boolean {
	if (credential === undefined) return false;
	const { kind, username, secret } = credential;
	return secret === undefined || (kind === 'basic' && username === undefined);
}

/** The Authorization header's value for a token or a whole header; undefined for a user and a password. */
export function authorizationOf(credential: Credential | undefined): string | undefined {
	if (credential === undefined || credential.kind === 'basic') return undefined;
	const { kind, secret } = credential;
	if (kind === 'header') return secretOf(credential);
	return secret === undefined
		? `'Bearer ' + ${secretOf(credential)}`
		: pythonString(`Bearer ${secret}`);
}

/** The headers as a dict; undefined when there are none. */
export function headerDict(
	entries: readonly (readonly [name: string, value: string])[]
): Expression | undefined {
	if (entries.length === 0) return undefined;
	return brackets(
		'{',
		entries.map(([name, value]) => [`${pythonString(name)}: `, value] as const),
		'}'
	);
}

/** The body as the plainest argument that sends the very bytes that Send sends. */
export function pythonBody(
	{ body, headers }: SentRequest,
	library: { json?: JsonStyle; keyword: string; encodes: 'always' | 'beyond-ascii' | 'never' }
): PythonBody | undefined {
	if (body === undefined) return undefined;
	const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
	const isJson = /^application\/json\b/i.test(type);
	const json = isJson ? pythonJson(body, library.json) : undefined;
	if (json && json.style === library.json)
		return {
			keyword: 'json=',
			value: json.value,
			usesJson: false,
			setsType: type === 'application/json'
		};
	const tail = { always: true, 'beyond-ascii': /[^\0-\x7f]/.test(body), never: false }[
		library.encodes
	]
		? '.encode()'
		: '';
	if (json) {
		const call = dumpsCall(json);
		const value = typeof call === 'string' ? call + tail : { ...call, close: call.close + tail };
		return { keyword: library.keyword, value, usesJson: true, setsType: false };
	}
	const comment = isJson ? '# The text as it is: Python would write this JSON differently.' : '';
	return {
		keyword: library.keyword,
		value: body === '' && tail !== '' ? "b''" : pythonText(body, tail),
		...(comment === '' ? {} : { comment }),
		usesJson: false,
		setsType: false
	};
}

/** Whole groups of lines with an empty line between them. */
export function program(...groups: readonly (readonly string[])[]): string {
	return groups
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
}

/** `import` lines in the order in which Python programmers sort them. */
export function imports(...modules: readonly (string | false | undefined)[]): string[] {
	return [...new Set(modules.filter((one) => typeof one === 'string'))]
		.sort()
		.map((one) => (one.includes(' ') ? `from ${one}` : `import ${one}`));
}

/** A statement that gives a value a name. */
export function statement(before: string, value: Expression, options: SnippetOptions): string {
	return layOut(value, { before, lines: options.lines });
}
