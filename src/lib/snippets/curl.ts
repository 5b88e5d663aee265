import { hasDotSegments, sentRequest, type SentRequest } from './sent-request.ts';
import { commandLines, quote } from './shell-word.ts';
import type { SnippetAuth, SnippetTarget, SnippetWarning } from './target.ts';

/** For bash, zsh and sh. @source curl's manual page; checked on the wire by tests/wire */
export const curl: SnippetTarget = {
	id: 'curl',
	label: 'curl',
	language: 'shell',
	generate({ request, auth }) {
		const sent = sentRequest(request);
		const warnings = [...sent.warnings, ...shellWarnings(sent)];
		if (sent.body?.includes('\0'))
			return { code: '', available: false, warnings: [...warnings, { id: 'body-nul' }] };

		const credential = credentialFlags(auth, sent.hasOwnAuthorization);
		const words = [
			['curl', ...urlFlags(sent), ...methodFlags(sent), quote(sent.url)].join(' '),
			...credential.words,
			...sent.headers.map(
				([name, value]) => `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`
			),
			...(sent.body === undefined ? [] : [`--data-raw ${quote(sent.body)}`])
		];
		return {
			code: commandLines(words),
			available: true,
			warnings: [...warnings, ...credential.warnings]
		};
	}
};

// An argument longer than this is refused by Linux. @source execve(2), MAX_ARG_STRLEN
const LONGEST_ARGUMENT = 131_071;

// -g: else curl reads [1-3] and {a,b} in a URL as several URLs. --path-as-is: else it takes /../ out.
function urlFlags({ url }: SentRequest): string[] {
	return [...(/[[\]{}]/.test(url) ? ['-g'] : []), ...(hasDotSegments(url) ? ['--path-as-is'] : [])];
}

// Only what curl would not infer: it sends GET without a body and POST with one. -X HEAD would wait for a body.
function methodFlags({ method, body }: SentRequest): string[] {
	if (method === 'HEAD') return ['-I'];
	if (method === (body === undefined ? 'GET' : 'POST')) return [];
	return ['-X', /^[A-Z]+$/.test(method) ? method : quote(method)];
}

// In double quotes, because the shell must put the secret in. A name with odd characters stays in single quotes.
function credentialFlags({ kind, username }: SnippetAuth, hasOwn: boolean) {
	const name = credentialVariable(kind, hasOwn);
	if (name === undefined) return { words: [], warnings: [] };

	const warnings: SnippetWarning[] = [
		{ id: `set-${kind === 'none' ? 'header' : kind}`, values: { name } }
	];
	if (kind === 'none') return { words: [`-H "Authorization: $${name}"`], warnings };
	if (kind === 'bearer') return { words: [`-H "Authorization: Bearer $${name}"`], warnings };
	if (username === undefined) return { words: [`-u "\${AIRFLOW_USERNAME}:$${name}"`], warnings };
	const plain = /^[\w.@+-]+$/.test(username);
	return {
		words: [plain ? `-u "${username}:$${name}"` : `-u ${quote(`${username}:`)}"$${name}"`],
		warnings
	};
}

/** The environment variable that holds the secret part of the credential. */
export function credentialVariable(kind: SnippetAuth['kind'], hasOwn: boolean): string | undefined {
	if (kind === 'basic') return 'AIRFLOW_PASSWORD';
	if (kind === 'bearer') return 'AIRFLOW_TOKEN';
	return hasOwn ? 'AIRFLOW_AUTHORIZATION' : undefined;
}

function shellWarnings({ url, headers, body = '' }: SentRequest): SnippetWarning[] {
	const wide = headers.filter(([, value]) => /[^\0-\x7f]/.test(value)).map(([name]) => name);
	const bytes = new TextEncoder().encode(quote(body)).length;
	const ids = [
		...(hasDotSegments(url) ? ['dot-segments-kept'] : []),
		// eslint-disable-next-line no-control-regex -- control characters are what is looked for
		...(/[\x01-\x08\x0b-\x1f\x7f]/.test(body) ? ['paste-control'] : []),
		...(bytes > LONGEST_ARGUMENT ? ['body-too-long'] : [])
	];
	return [
		...(wide.length > 0 ? [{ id: 'header-not-ascii', values: { names: wide.join(', ') } }] : []),
		...ids.map((id) => ({ id }))
	];
}
