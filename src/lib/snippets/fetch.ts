import {
	credentialOf,
	credentialWarnings,
	literalAuthorization,
	type Credential
} from './credential.ts';
import { javascriptJson, javascriptString, javascriptText } from './javascript-literal.ts';
import { isRequotedByFetch } from './requoting.ts';
import { hasDotSegments, sentRequest, type SentRequest } from './sent-request.ts';
import { plainOptions, type SnippetInput, type SnippetTarget } from './target.ts';

/** Where the code runs decides where a secret comes from and how Base64 is written. */
interface Home {
	secret: (variable: string) => string;
	base64: (pair: string) => string;
}

const node: Home = {
	secret: (variable) => `process.env.${variable}`,
	base64: (pair) => `Buffer.from(${pair}).toString('base64')`
};

const browser: Home = {
	secret: (variable) => `prompt('${variable}')`,
	base64: (pair) => `btoa(String.fromCharCode(...new TextEncoder().encode(${pair})))`
};

/** For Node 20 and newer, as an ES module. @source Fetch Standard; checked on the wire by tests/wire */
export const nodeFetch: SnippetTarget = {
	id: 'node-fetch',
	label: 'JavaScript (Node)',
	group: 'web',
	language: 'javascript',
	fileName: 'request.mjs',
	generate: (input) => generate(input, node)
};

/** For the console of a browser or a module of a page. */
export const browserFetch: SnippetTarget = {
	id: 'browser-fetch',
	label: 'JavaScript (browser)',
	group: 'web',
	language: 'javascript',
	fileName: 'request.js',
	generate(input) {
		const snippet = generate(input, browser);
		const warnings = snippet.warnings.map((warning) =>
			warning.id.startsWith('set-') ? { ...warning, id: 'browser-asks' } : warning
		);
		return { ...snippet, warnings: [...warnings, { id: 'browser-cors' }] };
	}
};

function generate(input: SnippetInput, home: Home) {
	const options = input.options ?? plainOptions;
	const sent = sentRequest(input.request);
	const warnings = [...sent.warnings];
	if (hasDotSegments(sent.url)) warnings.push({ id: 'dot-segments-shortened' });
	if (isRequotedByFetch(sent.url)) warnings.push({ id: 'url-requoted-fetch' });
	if (options.waits) warnings.push({ id: 'waits-not-here' });
	if (options.jq !== undefined) warnings.push({ id: 'jq-left-out' });
	// The standard forbids them. @source Fetch Standard, "forbidden method"
	if (/^(connect|trace|track)$/i.test(sent.method)) {
		warnings.push({ id: 'method-odd', values: { method: sent.method } });
		return { code: '', available: false, warnings };
	}

	const credential = credentialOf(input, sent.hasOwnAuthorization);
	const settings = [
		...(sent.method === 'GET' ? [] : [`method: ${javascriptString(sent.method)}`]),
		...headersSetting(sent, credential, home),
		...(sent.body === undefined ? [] : [`body: ${bodyValue(sent)}`])
	];
	const url = javascriptString(sent.url);
	const call =
		settings.length === 0 ? url : `${url}, {\n${settings.map((one) => `  ${one}`).join(',\n')}\n}`;
	const lines = [
		`const response = await fetch(${call});`,
		...(options.checksErrors
			? [
					'if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);',
					'console.log(await response.text());'
				]
			: ['console.log(response.status, await response.text());'])
	];
	return {
		code: lines.join('\n'),
		available: true,
		warnings: [...warnings, ...credentialWarnings(credential)]
	};
}

function headersSetting(
	sent: SentRequest,
	credential: Credential | undefined,
	home: Home
): string[] {
	const entries = [
		...(credential ? [`Authorization: ${authorization(credential, home)}`] : []),
		...sent.headers.map(([name, value]) => `${propertyName(name)}: ${javascriptString(value)}`)
	];
	if (entries.length === 0) return [];
	return [`headers: {\n${entries.map((entry) => `    ${entry}`).join(',\n')}\n  }`];
}

function authorization(credential: Credential, home: Home): string {
	const { kind, variable, username, secret } = credential;
	if (kind === 'basic') {
		if (secret !== undefined && username !== undefined)
			return javascriptString(literalAuthorization(credential));
		const user =
			username === undefined
				? `${home.secret('AIRFLOW_USERNAME')} + ':'`
				: javascriptString(`${username}:`);
		const password = secret === undefined ? home.secret(variable) : javascriptString(secret);
		return `'Basic ' + ${home.base64(`${user} + ${password}`)}`;
	}
	if (secret !== undefined) return javascriptString(literalAuthorization(credential));
	return kind === 'bearer' ? `'Bearer ' + ${home.secret(variable)}` : home.secret(variable);
}

// In quotes, __proto__ would name the object's prototype; in brackets it is a name like any other.
function propertyName(name: string): string {
	if (name === '__proto__') return "['__proto__']";
	return /^[a-z_$][\w$]*$/i.test(name) ? name : javascriptString(name);
}

function bodyValue({ body = '' }: SentRequest): string {
	return javascriptJson(body, '  ') ?? javascriptText(body, '  ');
}
