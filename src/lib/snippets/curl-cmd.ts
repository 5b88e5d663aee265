import { cmdWord, cmdWordWith, isCmdText, PERCENT, PERCENT_LINES } from './cmd-word.ts';
import { credentialOf, credentialWarnings, type Credential } from './credential.ts';
import { headerLine, needsMethod, urlFlags } from './curl-command.ts';
import { hasDotSegments, sentRequest, type SentRequest } from './sent-request.ts';
import { plainOptions, type SnippetOptions, type SnippetTarget } from './target.ts';

/** For the prompt of Windows (cmd.exe) and for a batch file. @source curl's manual page; cmd-word.ts */
export const curlCmd: SnippetTarget = {
	id: 'curl-cmd',
	label: 'curl (Windows cmd)',
	group: 'shell',
	language: 'bat',
	fileName: 'request.bat',
	generate(input) {
		const options = input.options ?? plainOptions;
		const sent = sentRequest(input.request);
		const credential = credentialOf(input, sent.hasOwnAuthorization);
		const inline = command(sent, credential, options, false);
		const isFile = sent.body !== undefined && (!isCmdText(sent.body) || inline.length > LONGEST);
		const code = isFile ? command(sent, credential, options, true) : inline;

		const warnings = [...sent.warnings];
		if (hasDotSegments(sent.url)) warnings.push({ id: 'dot-segments-kept' });
		const wide = sent.headers.filter(([, value]) => !isCmdText(value)).map(([name]) => name);
		if (wide.length > 0)
			warnings.push({ id: 'header-not-ascii', values: { names: wide.join(', ') } });
		if (!isCmdText(`${credential?.username ?? ''}${credential?.secret ?? ''}${options.jq ?? ''}`))
			warnings.push({ id: 'cmd-not-ascii' });
		if (isFile) warnings.push({ id: 'body-in-file', values: { name: BODY_FILE } });
		if (credential?.kind === 'basic' && credential.secret === undefined)
			warnings.push({ id: 'cmd-secret-quotes', values: { name: credential.variable } });
		if (options.waits) warnings.push({ id: 'waits-not-here' });
		if (code.length > LONGEST)
			return { code: '', available: false, warnings: [...warnings, { id: 'cmd-too-long' }] };
		return {
			code: code.includes(PERCENT) ? [...PERCENT_LINES, code].join('\n') : code,
			available: true,
			warnings: [...warnings, ...credentialWarnings(credential)]
		};
	}
};

// @source Microsoft, "Command prompt line string limitation"; what variables add must fit too.
const LONGEST = 8000;
const BODY_FILE = 'body.txt';

const FLAGS = {
	short: { header: '-H', method: '-X', user: '-u', head: '-I', quiet: '-sS' },
	long: {
		header: '--header',
		method: '--request',
		user: '--user',
		head: '--head',
		quiet: '--silent --show-error'
	}
} as const;

function command(
	sent: SentRequest,
	credential: Credential | undefined,
	options: SnippetOptions,
	isFile: boolean
): string {
	const flag = FLAGS[options.flags];
	const pipe =
		options.jq === undefined || sent.method === 'HEAD' ? [] : [`| jq ${filter(options.jq)}`];
	const start = [
		'curl.exe',
		...(options.checksErrors ? ['--fail-with-body'] : []),
		...(options.checksErrors || pipe.length > 0 ? [flag.quiet] : []),
		...urlFlags(sent.url, options.flags),
		...(sent.method === 'HEAD'
			? [flag.head]
			: needsMethod(sent)
				? [`${flag.method} ${/^[A-Z]+$/.test(sent.method) ? sent.method : cmdWord(sent.method)}`]
				: []),
		cmdWord(sent.url)
	];
	const words = [
		start.join(' '),
		...credentialWords(credential, options.flags),
		...sent.headers.map(([name, value]) => `${flag.header} ${cmdWord(headerLine(name, value))}`),
		...bodyWords(sent, isFile),
		...pipe
	];
	const line = words.join(' ');
	const isLong = line.length > 88 || line.includes('\n');
	if (options.lines === 'one' || (options.lines === 'fit' && !isLong)) return line;
	return words.join(' ^\n  ');
}

function bodyWords({ body }: SentRequest, isFile: boolean): string[] {
	if (body === undefined) return [];
	return isFile ? [`--data-binary "@${BODY_FILE}"`] : [`--data-raw ${cmdWord(body)}`];
}

function credentialWords(credential: Credential | undefined, flags: SnippetOptions['flags']) {
	if (credential === undefined) return [];
	const { kind, variable, username, secret } = credential;
	const word = (before: string) =>
		secret === undefined ? cmdWordWith(before, variable) : cmdWord(before + secret);
	const { user, header } = FLAGS[flags];
	if (kind === 'bearer') return [`${header} ${word('Authorization: Bearer ')}`];
	if (kind === 'header') return [`${header} ${word('Authorization: ')}`];
	if (username !== undefined) return [`${user} ${word(`${username}:`)}`];
	const password = secret === undefined ? `%${variable}%"` : cmdWord(secret).slice(1);
	return [`${user} "%AIRFLOW_USERNAME%:${password}`];
}

function filter(jq: string): string {
	return cmdWord(jq.startsWith('-') ? ` ${jq}` : jq);
}
