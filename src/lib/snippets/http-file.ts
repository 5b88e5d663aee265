import { credentialOf, type Credential } from './credential.ts';
import { hasDotSegments, sentRequest, type SentRequest } from './sent-request.ts';
import { plainOptions, type SnippetTarget, type SnippetWarning } from './target.ts';

/**
 * A request file for the REST Client of VS Code and the HTTP client of JetBrains IDEs.
 * @source their documentation: "Basic Auth", "Variables", "File variables", "Exploring the HTTP request syntax"
 */
export const httpFile: SnippetTarget = {
	id: 'http-file',
	label: '.http',
	group: 'web',
	language: 'plaintext',
	fileName: 'request.http',
	generate(input) {
		const options = input.options ?? plainOptions;
		const sent = sentRequest(input.request);
		const credential = credentialOf(input, sent.hasOwnAuthorization);
		const variables = variablesOf(credential);
		const title = input.operation.key.replace(/[\r\n]+/g, ' ');
		const lines = [
			...variables.map((name) => `@${name} = {{$processEnv ${name}}}`),
			...(variables.length > 0 ? [''] : []),
			`### ${title}`,
			`${sent.method} ${sent.url}`,
			...(credential ? [`Authorization: ${authorization(credential)}`] : []),
			...sent.headers.map(([name, value]) => `${name}: ${value}`),
			...(sent.body === undefined ? [] : ['', sent.body])
		];
		const warnings = [...sent.warnings, ...limits(sent, credential)];
		if (hasDotSegments(sent.url)) warnings.push({ id: 'dot-segments-kept' });
		if (options.waits) warnings.push({ id: 'waits-not-here' });
		if (options.jq !== undefined) warnings.push({ id: 'jq-left-out' });
		if (variables.length > 0)
			warnings.push({ id: 'http-file-variable', values: { name: variables.join(', ') } });
		return { code: lines.join('\n'), available: true, warnings };
	}
};

function variablesOf(credential: Credential | undefined): string[] {
	if (credential === undefined) return [];
	const { kind, variable, username, secret } = credential;
	return [
		...(kind === 'basic' && username === undefined ? ['AIRFLOW_USERNAME'] : []),
		...(secret === undefined ? [variable] : [])
	];
}

// Both editors make Base64 of `Basic name password` by themselves.
function authorization({ kind, variable, username, secret }: Credential): string {
	const value = secret ?? `{{${variable}}}`;
	if (kind === 'basic') return `Basic ${username ?? '{{AIRFLOW_USERNAME}}'} ${value}`;
	return kind === 'bearer' ? `Bearer ${value}` : value;
}

function limits({ url, headers, body = '' }: SentRequest, credential?: Credential) {
	const warnings: SnippetWarning[] = [];
	const warn = (id: string, isSo: boolean) => isSo && warnings.push({ id });
	const values = headers.map(([, value]) => value).join('\n');
	warn('http-file-braces', `${url}${values}${body}`.includes('{{'));
	warn('http-file-lines', /^(###|[<>]|@\w|#|\/\/)/m.test(body) || body.trim() !== body);
	// eslint-disable-next-line no-control-regex -- control characters are what is looked for
	warn('paste-control', /[\0-\x08\x0b-\x1f\x7f]/.test(body));
	warn('secret-shown', credential?.secret !== undefined);
	if (/\s/.test(credential?.username ?? '')) warnings.push({ id: 'http-file-name' });
	return warnings;
}
