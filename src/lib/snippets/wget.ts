import { shellWarnings } from './curl-command.ts';
import { pipeScript } from './curl-script.ts';
import { credentialOf, credentialWarnings, type Credential } from './credential.ts';
import { isRequotedByWget } from './requoting.ts';
import { hasDotSegments, sentRequest } from './sent-request.ts';
import { commandLines, quote } from './shell-word.ts';
import { plainOptions, type SnippetTarget, type SnippetWarning } from './target.ts';

/**
 * GNU wget 1.x. One try: it would send a POST again when the answer breaks off. `--content-on-error`: else the
 * server's own words about an error are thrown away. It exits with 8 on an error in any case.
 * @source GNU wget manual, "HTTP Options"; checked on the wire by tests/wire
 */
export const wget: SnippetTarget = {
	id: 'wget',
	label: 'wget',
	group: 'shell',
	language: 'shell',
	fileName: 'request.sh',
	generate(input) {
		const options = input.options ?? plainOptions;
		const sent = sentRequest(input.request);
		const warnings: SnippetWarning[] = [
			...sent.warnings,
			...shellWarnings(sent).filter(({ id }) => id !== 'dot-segments-kept')
		];
		if (hasDotSegments(sent.url)) warnings.push({ id: 'dot-segments-shortened' });
		if (isRequotedByWget(sent.url)) warnings.push({ id: 'url-requoted-wget' });
		if (options.waits) warnings.push({ id: 'waits-not-here' });
		if (sent.body?.includes('\0')) return { code: '', available: false, warnings };

		const credential = credentialOf(input, sent.hasOwnAuthorization);
		const isShort = options.flags === 'short';
		const start = [
			isShort ? 'wget -qO- -t1' : 'wget --quiet --output-document=- --tries=1',
			'--content-on-error',
			...(sent.method === 'HEAD' ? [isShort ? '-S' : '--server-response'] : []),
			...(sent.method === 'GET' ? [] : [`--method=${methodWord(sent.method)}`]),
			quote(sent.url)
		];
		const words = [
			start.join(' '),
			...credentialWords(credential),
			...sent.headers.map(([name, value]) => `--header=${quote(`${name}: ${value}`)}`),
			...(sent.body === undefined ? [] : [`--body-data=${quote(sent.body)}`])
		];
		return {
			code: pipeScript(commandLines(words, options.lines), sent.method, options),
			available: true,
			warnings: [...warnings, ...credentialWarnings(credential)]
		};
	}
};

function methodWord(method: string): string {
	return /^[A-Z]+$/.test(method) ? method : quote(method);
}

function credentialWords(credential: Credential | undefined): string[] {
	if (credential === undefined) return [];
	const { kind, variable, username, secret } = credential;
	const value = secret === undefined ? `"$${variable}"` : quote(secret);
	if (kind !== 'basic') {
		const before = kind === 'bearer' ? 'Authorization: Bearer ' : 'Authorization: ';
		const line = secret === undefined ? `"${before}$${variable}"` : quote(before + secret);
		return [`--header=${line}`];
	}
	const user = username === undefined ? '"$AIRFLOW_USERNAME"' : quote(username);
	// Without this it waits for the server to refuse first.
	return ['--auth-no-challenge', `--user=${user}`, `--password=${value}`];
}
