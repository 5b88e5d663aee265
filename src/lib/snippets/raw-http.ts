import { credentialOf, literalAuthorization, type Credential } from './credential.ts';
import { isBareHost } from './requoting.ts';
import { hasDotSegments, sentRequest } from './sent-request.ts';
import { plainOptions, type SnippetTarget, type SnippetWarning } from './target.ts';

/** The message itself, as `nc` or a socket would send it. @source RFC 9112, sections 2.1, 3, 6 */
export const rawHttp: SnippetTarget = {
	id: 'http',
	label: 'HTTP/1.1',
	group: 'web',
	language: 'plaintext',
	fileName: 'request.txt',
	generate(input) {
		const options = input.options ?? plainOptions;
		const sent = sentRequest(input.request);
		const credential = credentialOf(input, sent.hasOwnAuthorization);
		const [, host = '', target = ''] = /^[a-z]+:\/\/([^/?#]*)(.*)$/is.exec(sent.url) ?? [];
		const length = new TextEncoder().encode(sent.body).length;
		const hasLength = sent.body !== undefined || /^(POST|PUT|PATCH)$/.test(sent.method);
		const head = [
			`${sent.method} ${isBareHost(sent.url) ? '/' : ''}${target} HTTP/1.1`,
			`Host: ${host.replace(/^.*@/, '')}`,
			...(credential ? [`Authorization: ${authorization(credential)}`] : []),
			...sent.headers.map(([name, value]) => `${name}: ${value}`),
			...(hasLength ? [`Content-Length: ${length}`] : []),
			'Connection: close'
		];
		const wide = sent.headers.filter(([, value]) => /[^\0-\x7f]/.test(value));
		const warnings: SnippetWarning[] = [...sent.warnings];
		if (wide.length > 0)
			warnings.push({
				id: 'header-not-ascii',
				values: { names: wide.map(([name]) => name).join(', ') }
			});
		if (hasDotSegments(sent.url)) warnings.push({ id: 'dot-segments-kept' });
		if (options.waits) warnings.push({ id: 'waits-not-here' });
		if (options.jq !== undefined) warnings.push({ id: 'jq-left-out' });
		return {
			code: [...head, '', sent.body ?? ''].join('\r\n'),
			available: true,
			warnings: [...warnings, ...fillIn(credential)]
		};
	}
};

function authorization(credential: Credential): string {
	const { kind, variable, username, secret } = credential;
	if (secret !== undefined && (kind !== 'basic' || username !== undefined))
		return literalAuthorization(credential);
	if (kind === 'basic') return `Basic ${pairToFill(credential)}`;
	return kind === 'bearer' ? `Bearer <${variable}>` : `<${variable}>`;
}

function fillIn(credential: Credential | undefined): SnippetWarning[] {
	if (credential === undefined) return [];
	const { kind, variable, username, secret } = credential;
	if (secret !== undefined && (kind !== 'basic' || username !== undefined))
		return [{ id: 'secret-shown' }];
	if (kind === 'basic') return [{ id: 'fill-in-base64', values: { name: pairToFill(credential) } }];
	return [{ id: 'fill-in', values: { name: `<${variable}>` } }];
}

function pairToFill({ username = 'AIRFLOW_USERNAME', secret, variable }: Credential): string {
	return `<base64 of ${username}:${secret ?? variable}>`.replace(/[\r\n]/g, ' ');
}
