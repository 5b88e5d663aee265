import { shellWarnings, userWord } from './curl-command.ts';
import { pipeScript } from './curl-script.ts';
import { credentialOf, credentialWarnings, type Credential } from './credential.ts';
import { isRequotedByRequests } from './requoting.ts';
import { hasDotSegments, sentRequest } from './sent-request.ts';
import { commandLines, quote } from './shell-word.ts';
import { plainOptions, type SnippetTarget, type SnippetWarning } from './target.ts';

/**
 * HTTPie 3. `--ignore-stdin`: else it would wait for a body on stdin wherever that is no terminal.
 * @source httpie/cli/argtypes.py (KeyValueArgType), client.py (finalize_headers); checked on the wire by tests/wire
 */
export const httpie: SnippetTarget = {
	id: 'httpie',
	label: 'HTTPie',
	group: 'shell',
	language: 'shell',
	fileName: 'request.sh',
	generate(input) {
		const options = input.options ?? plainOptions;
		const sent = sentRequest(input.request);
		const lost = sent.headers.filter(([, value]) => losesBackslash(value)).map(([name]) => name);
		const warnings: SnippetWarning[] = [...sent.warnings, ...shellWarnings(sent)];
		if (lost.length > 0)
			warnings.push({ id: 'header-backslash', values: { names: lost.join(', ') } });
		if (isRequotedByRequests(sent.url)) warnings.push({ id: 'url-requoted-httpie' });
		if (options.waits) warnings.push({ id: 'waits-not-here' });
		// Anything else is taken for the URL.
		if (!/^[a-zA-Z]+$/.test(sent.method))
			warnings.push({ id: 'method-odd', values: { method: sent.method } });
		if (sent.body?.includes('\0') || !/^[a-zA-Z]+$/.test(sent.method))
			return { code: '', available: false, warnings };

		const credential = credentialOf(input, sent.hasOwnAuthorization);
		const headers = sent.headers.filter(([, value]) => !losesBackslash(value));
		const items = headers.map(([name, value]) => quote(headerItem(name, value)));
		const start = [
			'http --ignore-stdin',
			...(options.checksErrors ? ['--check-status'] : []),
			...(hasDotSegments(sent.url) ? ['--path-as-is'] : [])
		];
		const place = `${sent.method} ${quote(sent.url)}`;
		const extra = [
			...credentialWords(credential, options.flags),
			...(sent.body === undefined ? [] : [`--raw=${quote(sent.body)}`])
		];
		// A name with a minus first would be an option, so the options must end before it.
		const words = headers.some(([name]) => name.startsWith('-'))
			? [start.join(' '), ...extra, `-- ${place}`, ...items]
			: [[...start, place].join(' '), ...items, ...extra];
		const command = commandLines(words, options.lines);
		return {
			code: pipeScript(command, sent.method, options),
			available: true,
			warnings: [...warnings, ...credentialWarnings(credential)]
		};
	}
};

// A space after the colon keeps `:=`, `:@` from being read as separators; HTTPie trims it off the value.
function headerItem(name: string, value: string): string {
	return value === '' ? `${name};` : `${name}: ${value}`;
}

// HTTPie reads a backslash before a separator's character as an escape and has no way to write the pair itself.
function losesBackslash(value: string): boolean {
	return [...value.matchAll(/(\\+)(.|$)/gs)].some(
		([, { length } = '', next = '']) => length % 2 === 1 && (next === '' || /[:=;@]/.test(next))
	);
}

function credentialWords(credential: Credential | undefined, flags: 'short' | 'long'): string[] {
	if (credential === undefined) return [];
	const { kind, variable, username, secret } = credential;
	const [auth, type] = flags === 'short' ? ['-a ', '-A '] : ['--auth=', '--auth-type='];
	const value = secret === undefined ? `"$${variable}"` : quote(secret);
	if (kind === 'bearer') return [`${type}bearer ${auth}${value}`];
	if (kind === 'basic') {
		const word = userWord(username, variable, secret);
		return [`${username?.startsWith('-') ? '--auth=' : auth}${word}`];
	}
	return [
		secret === undefined ? `"Authorization: $${variable}"` : quote(`Authorization: ${secret}`)
	];
}
