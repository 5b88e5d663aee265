import { credentialOf, credentialWarnings, type Credential } from './credential.ts';
import { headerLine, needsMethod } from './curl-command.ts';
import { encodingWarnings, variableText } from './powershell.ts';
import { powershellString } from './powershell-literal.ts';
import { hasDotSegments, sentRequest, type SentRequest } from './sent-request.ts';
import { plainOptions, type SnippetInput, type SnippetTarget } from './target.ts';

/**
 * curl.exe from PowerShell. Windows PowerShell 5.1 loses the quotes within an argument of a program and PowerShell
 * 7.3 keeps them, so that no argument with quotes is right in both: curl reads its options from its input instead.
 * @source Microsoft, "about_Parsing", "Passing arguments that contain quote characters"; curl's manual page, -K
 */
export const curlPowershell: SnippetTarget = {
	id: 'curl-powershell',
	label: 'curl (PowerShell)',
	group: 'shell',
	language: 'powershell',
	fileName: 'request.ps1',
	generate(input) {
		const options = input.options ?? plainOptions;
		const sent = sentRequest(input.request);
		const credential = credentialOf(input, sent.hasOwnAuthorization);
		const isFile = sent.body !== undefined && needsFile(sent.body);
		const jq = sent.method === 'HEAD' ? undefined : options.jq;
		const lines = configLines(input, sent, credential, isFile);
		const pipe = jq === undefined ? '' : ` | jq ${powershellString(jq.replace(/^-/, ' -'))}`;
		const code = [
			// Windows PowerShell would write ASCII into the pipe.
			'$OutputEncoding = [Text.UTF8Encoding]::new($false)',
			'@(',
			...lines.map((line) => `    ${line}`),
			`) | curl.exe --config -${pipe}`,
			...(options.checksErrors ? ['if ($LASTEXITCODE -ne 0) { throw "curl: $LASTEXITCODE" }'] : [])
		].join('\n');

		const warnings = [...sent.warnings];
		const wide = sent.headers.filter(([, value]) => /[^\0-\x7f]/.test(value));
		if (wide.length > 0)
			warnings.push({
				id: 'header-not-ascii',
				values: { names: wide.map(([name]) => name).join(', ') }
			});
		if (hasDotSegments(sent.url)) warnings.push({ id: 'dot-segments-kept' });
		if (isFile) warnings.push({ id: 'body-in-file', values: { name: BODY_FILE } });
		if (options.waits) warnings.push({ id: 'waits-not-here' });
		if (jq?.includes('"')) warnings.push({ id: 'powershell-quotes' });
		return {
			code,
			available: true,
			warnings: [...warnings, ...encodingWarnings(code), ...credentialWarnings(credential)]
		};
	}
};

const BODY_FILE = 'body.txt';
// Longer lines are refused by curl older than 8.5. @source curl, tool_parsecfg.c, MAX_CONFIG_LINE_LENGTH
const LONGEST_LINE = 100_000;

function needsFile(body: string): boolean {
	return body.includes('\0') || new TextEncoder().encode(configText(body)).length > LONGEST_LINE;
}

function configLines(
	{ options = plainOptions }: SnippetInput,
	sent: SentRequest,
	credential: Credential | undefined,
	isFile: boolean
): string[] {
	const isQuiet = options.checksErrors || options.jq !== undefined;
	const flags = [
		...(options.checksErrors ? ['fail-with-body'] : []),
		...(isQuiet ? ['silent', 'show-error'] : []),
		...(/[[\]{}]/.test(sent.url) ? ['globoff'] : []),
		...(hasDotSegments(sent.url) ? ['path-as-is'] : []),
		...(sent.method === 'HEAD' ? ['head'] : [])
	];
	const pairs = [
		['url', sent.url],
		...(sent.method !== 'HEAD' && needsMethod(sent) ? [['request', sent.method]] : []),
		...sent.headers.map(([name, value]) => ['header', headerLine(name, value)]),
		...bodyPair(sent, isFile)
	];
	return [
		...flags.map(powershellString),
		...pairs.map(([name, value = '']) => powershellString(`${name} = "${configText(value)}"`)),
		...credentialLines(credential)
	];
}

function bodyPair({ body }: SentRequest, isFile: boolean): string[][] {
	if (body === undefined) return [];
	return [isFile ? ['data-binary', `@${BODY_FILE}`] : ['data-raw', body]];
}

// @source curl's manual page, -K: what stands in double quotes knows these escapes
function configText(text: string): string {
	return text
		.replace(/[\\"]/g, '\\$&')
		.replaceAll('\n', '\\n')
		.replaceAll('\r', '\\r')
		.replaceAll('\t', '\\t');
}

function credentialLines(credential: Credential | undefined): string[] {
	if (credential === undefined) return [];
	const { kind, variable, username, secret } = credential;
	const before =
		kind === 'basic'
			? 'user = "'
			: `header = "Authorization: ${kind === 'bearer' ? 'Bearer ' : ''}`;
	const user = username === undefined ? undefined : configText(`${username}:`);
	const parts = [
		powershellString(before + (kind === 'basic' ? (user ?? '') : '')),
		...(kind === 'basic' && user === undefined
			? [escapedVariable('AIRFLOW_USERNAME'), powershellString(':')]
			: []),
		secret === undefined ? escapedVariable(variable) : powershellString(configText(secret)),
		powershellString('"')
	];
	return [`(${parts.join(' + ')})`];
}

function escapedVariable(name: string): string {
	return `${variableText(name)}.Replace('\\', '\\\\').Replace('"', '\\"')`;
}
