import { credentialVariable } from './curl.ts';
import { pythonJson } from './python-json.ts';
import { pythonString, pythonText } from './python-literal.ts';
import { hasDotSegments, sentRequest, type SentRequest } from './sent-request.ts';
import type { SnippetAuth, SnippetTarget, SnippetWarning } from './target.ts';

/**
 * The URL is one literal, encoded already: there is no second place that encodes a query.
 * @source requests 2.34 models.py (prepare_url, prepare_body); checked on the wire by tests/wire
 */
export const pythonRequests: SnippetTarget = {
	id: 'python-requests',
	label: 'Python requests',
	language: 'python',
	generate({ request, auth }) {
		const sent = sentRequest(request);
		const credential = credentialVariable(auth.kind, sent.hasOwnAuthorization);
		const call = [
			...callStart(sent),
			...headerArgument(sent, auth.kind, credential),
			...authArgument(auth),
			...bodyArgument(sent)
		];
		const lines = [
			...(credential === undefined ? [] : ['import os', '']),
			'import requests',
			'',
			call.length === 2 ? `response = ${call.join('')})` : `response = ${call[0]}`,
			...(call.length === 2 ? [] : [...call.slice(1).map((argument) => `    ${argument},`), ')']),
			'print(response.status_code, response.text)'
		];
		return {
			code: lines.join('\n'),
			available: true,
			warnings: warningsOf(sent, auth.kind, credential)
		};
	}
};

function callStart({ method, url }: SentRequest): string[] {
	const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
	if (verbs.includes(method)) return [`requests.${method.toLowerCase()}(`, pythonString(url)];
	return ['requests.request(', pythonString(method), pythonString(url)];
}

function headerArgument(
	sent: SentRequest,
	kind: SnippetAuth['kind'],
	credential: string | undefined
): string[] {
	const entries = sent.headers
		.filter(([name, value]) => !isImplied(sent, name, value))
		.map(([name, value]) => `${pythonString(name)}: ${pythonString(value)}`);
	if (credential !== undefined && kind !== 'basic')
		entries.unshift(
			`'Authorization': ${kind === 'bearer' ? "'Bearer ' + " : ''}os.environ['${credential}']`
		);
	if (entries.length < 2) return entries.map((entry) => `headers={${entry}}`);
	return [`headers={\n${entries.map((entry) => `        ${entry},\n`).join('')}    }`];
}

// `json=` sets this very header by itself.
function isImplied(sent: SentRequest, name: string, value: string): boolean {
	const isType = name.toLowerCase() === 'content-type' && value === 'application/json';
	return isType && jsonLiteral(sent) !== undefined;
}

function authArgument({ kind, username }: SnippetAuth): string[] {
	if (kind !== 'basic') return [];
	const user = username === undefined ? "os.environ['AIRFLOW_USERNAME']" : pythonString(username);
	// requests writes a str as Latin-1; bytes stay as they are.
	const bytes = /[^\0-\x7f]/.test(username ?? '') ? '.encode()' : '';
	return [`auth=(${user}${bytes}, os.environ['AIRFLOW_PASSWORD'])`];
}

// `json=` only when it sends the same bytes as Send does; else the exact text, and a comment that says why.
function bodyArgument(sent: SentRequest): string[] {
	if (sent.body === undefined) return [];
	const json = jsonLiteral(sent);
	if (json !== undefined) return [`json=${json}`];

	const bytes = /[^\0-\x7f]/.test(sent.body) ? '.encode()' : '';
	const why = isJsonType(sent)
		? '# data= keeps the body byte for byte; json= would write it anew\n    '
		: '';
	// requests takes an empty string for "no body" and then leaves the Content-Type in place, as Send does.
	return [`${why}data=${pythonText(sent.body, '    ')}${bytes}`];
}

function jsonLiteral(sent: SentRequest): string | undefined {
	return sent.body !== undefined && isJsonType(sent) ? pythonJson(sent.body, '    ') : undefined;
}

function isJsonType({ headers }: SentRequest): boolean {
	return headers.some(
		([name, value]) => name.toLowerCase() === 'content-type' && value.startsWith('application/json')
	);
}

function warningsOf(
	sent: SentRequest,
	kind: SnippetAuth['kind'],
	name: string | undefined
): SnippetWarning[] {
	const warnings = [...sent.warnings];
	if (hasDotSegments(sent.url)) warnings.push({ id: 'dot-segments-lost' });
	else if (isRequoted(sent.url)) warnings.push({ id: 'url-requoted' });
	if (name !== undefined)
		warnings.push({ id: `set-${kind === 'none' ? 'header' : kind}`, values: { name } });
	return warnings;
}

// requests decodes %41, writes %2f as %2F, escapes what a URL may not hold, and drops an empty query.
function isRequoted(url: string): boolean {
	const escapes = url.match(/%.{0,2}/g) ?? [];
	return (
		/\?$|[^!#$%&'()*+,/:;=?@[\]~\w.-]/.test(url) ||
		/[[\]]/.test(url.replace(/^[a-z]+:\/\/[^/?#]*/i, '')) ||
		escapes.some(
			(escape) =>
				!/^%[\dA-F]{2}$/.test(escape) ||
				/[\w.~-]/.test(String.fromCharCode(parseInt(escape.slice(1), 16)))
		)
	);
}
