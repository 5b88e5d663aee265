import {
	credentialOf,
	credentialWarnings,
	literalAuthorization,
	type Credential
} from './credential.ts';
import { powershellString, powershellText } from './powershell-literal.ts';
import { isRequotedByDotnet } from './requoting.ts';
import { hasDotSegments, sentRequest, type SentRequest } from './sent-request.ts';
import { plainOptions, type SnippetTarget, type SnippetWarning } from './target.ts';

/**
 * Windows PowerShell 5.1 and PowerShell 7. The body goes as bytes: a string would be sent as Latin-1.
 * @source Microsoft, "Invoke-RestMethod"; PowerShell, WebRequestPSCmdlet.Common.cs
 */
export const powershell: SnippetTarget = {
	id: 'powershell',
	label: 'PowerShell',
	group: 'shell',
	language: 'powershell',
	fileName: 'request.ps1',
	generate(input) {
		const options = input.options ?? plainOptions;
		const sent = sentRequest(input.request);
		const credential = credentialOf(input, sent.hasOwnAuthorization);
		const headers = headersOf(sent);
		const type = sent.headers.find(([name]) => isType(name))?.[1];
		const isOdd = needsNewer(sent, type);
		const entries = [
			METHODS.test(sent.method)
				? `Method = ${powershellString(sent.method)}`
				: `CustomMethod = ${powershellString(sent.method)}`,
			`Uri = ${powershellString(sent.url)}`,
			...headersEntry(headers, credential),
			...(sent.body === undefined || type === undefined
				? []
				: [`ContentType = ${powershellString(type)}`]),
			...(sent.body === undefined ? [] : [`Body = ${bodyBytes(sent.body)}`]),
			...(isOdd ? ['SkipHeaderValidation = $true'] : [])
		];
		const lines = [
			...(options.checksErrors ? [`$ErrorActionPreference = 'Stop'`] : []),
			'$request = @{',
			...entries.map((entry) => `    ${entry}`),
			'}',
			'Invoke-RestMethod @request'
		];
		const code = lines.join('\n');
		const ids = [
			...(isOdd || !METHODS.test(sent.method) ? ['powershell-7'] : []),
			...(options.waits ? ['waits-not-here'] : []),
			...(options.jq === undefined ? [] : ['jq-left-out'])
		];
		return {
			code,
			available: true,
			warnings: [
				...sent.warnings,
				...headerWarnings(sent),
				...urlWarnings(sent.url),
				...ids.map((id) => ({ id })),
				...encodingWarnings(code),
				...credentialWarnings(credential)
			]
		};
	}
};

/** What a file in Windows PowerShell's default code page would spoil. */
export function encodingWarnings(code: string): SnippetWarning[] {
	return /[^\0-\x7f]/.test(code) ? [{ id: 'powershell-utf8' }] : [];
}

/** A credential's text as an expression that reads the environment. */
export function variableText(name: string): string {
	return `$env:${name}`;
}

const METHODS = /^(GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/;
// .NET reads the values of these itself and refuses what it cannot read.
const READ_BY_DOTNET =
	/^(accept(-.*)?|cache-control|from|if-.*|max-forwards|pragma|range|user-agent|via|warning|allow|content-.*|expires|last-modified)$/i;
const MEDIA_TYPE = /^[\w.+*-]+\/[\w.+*-]+(\s*;\s*[\w-]+=("[^"\\]*"|[\w.-]+))*$/;

const isType = (name: string) => name.toLowerCase() === 'content-type';
const isWide = (value: string) => /[^\0-\x7f]/.test(value);

function headersOf({ headers }: SentRequest) {
	return headers.filter(([name, value]) => !isType(name) && !isWide(value));
}

function needsNewer(sent: SentRequest, type: string | undefined): boolean {
	const isOddType = sent.body !== undefined && type !== undefined && !MEDIA_TYPE.test(type);
	return (
		isOddType ||
		headersOf(sent).some(
			([name, value]) =>
				READ_BY_DOTNET.test(name) && !(/^accept$/i.test(name) && MEDIA_TYPE.test(value))
		)
	);
}

function headersEntry(headers: SentRequest['headers'], credential: Credential | undefined) {
	const entries = [
		...(credential ? [`'Authorization' = ${authorization(credential)}`] : []),
		...headers.map(([name, value]) => `${powershellString(name)} = ${powershellString(value)}`)
	];
	if (entries.length === 0) return [];
	return [`Headers = @{\n${entries.map((entry) => `        ${entry}\n`).join('')}    }`];
}

function authorization(credential: Credential): string {
	const { kind, variable, username, secret } = credential;
	const value = secret === undefined ? variableText(variable) : powershellString(secret);
	if (kind !== 'basic') {
		if (secret !== undefined) return powershellString(literalAuthorization(credential));
		return kind === 'bearer' ? `'Bearer ' + ${value}` : value;
	}
	const user =
		username === undefined
			? `${variableText('AIRFLOW_USERNAME')} + ':'`
			: powershellString(`${username}:`);
	return `'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(${user} + ${value}))`;
}

function bodyBytes(body: string): string {
	return `[Text.Encoding]::UTF8.GetBytes(${powershellText(body, '    ')})`;
}

function headerWarnings({ headers, body }: SentRequest): SnippetWarning[] {
	const wide = headers.filter(([, value]) => isWide(value)).map(([name]) => name);
	const homeless = body === undefined ? headers.filter(([name]) => isType(name)) : [];
	const warnings: SnippetWarning[] = [];
	if (wide.length > 0)
		warnings.push({ id: 'header-ascii-only', values: { names: wide.join(', ') } });
	if (homeless.length > 0)
		warnings.push({ id: 'header-needs-body', values: { names: 'Content-Type' } });
	return warnings;
}

function urlWarnings(url: string): SnippetWarning[] {
	return [
		...(hasDotSegments(url) ? [{ id: 'dot-segments-shortened' }] : []),
		...(isRequotedByDotnet(url) ? [{ id: 'url-requoted-dotnet' }] : []),
		...(/%2f|%5c/i.test(url) ? [{ id: 'powershell-slash' }] : [])
	];
}
