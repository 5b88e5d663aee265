import { brackets } from './python-layout.ts';
import { pythonString } from './python-literal.ts';
import {
	allWarnings,
	authorizationOf,
	headerDict,
	imports,
	program,
	pythonBody,
	pythonParts,
	readsEnvironment,
	secretOf,
	statement,
	usernameOf
} from './python-parts.ts';
import { hasDotSegments } from './sent-request.ts';
import type { SnippetTarget } from './target.ts';

/** Nothing but the standard library. @source CPython Lib/urllib/request.py, Lib/http/client.py */
export const pythonUrllib: SnippetTarget = {
	id: 'python-urllib',
	label: 'Python urllib',
	group: 'python',
	language: 'python',
	fileName: 'request.py',
	generate(input) {
		const parts = pythonParts(input, false);
		const { sent, credential, options } = parts;
		const body = pythonBody(sent, { keyword: 'data=', encodes: 'always' });
		const basic =
			credential?.kind === 'basic'
				? [
						`login = ${usernameOf(credential)} + ':' + ${secretOf(credential)}`,
						`credentials = base64.b64encode(login.encode()).decode()`
					]
				: [];
		const authorization = basic.length > 0 ? "'Basic ' + credentials" : authorizationOf(credential);
		const headers = headerDict([
			...(authorization === undefined ? [] : [['Authorization', authorization] as const]),
			...sent.headers.map(([name, value]) => [name, pythonString(value)] as const)
		]);
		const isImplied = sent.method === (body === undefined ? 'GET' : 'POST');
		const request = brackets('urllib.request.Request(', [
			pythonString(sent.url),
			...(body === undefined ? [] : [[body.keyword, body.value] as const]),
			...(headers === undefined ? [] : [['headers=', headers] as const]),
			...(isImplied ? [] : [['method=', pythonString(sent.method)] as const])
		]);
		const isBare = isImplied && headers === undefined && body === undefined;
		const opened = isBare ? pythonString(sent.url) : 'request';
		const code = program(
			imports(
				options.checksErrors && 'sys',
				readsEnvironment(credential) && 'os',
				body?.usesJson && 'json',
				basic.length > 0 && 'base64',
				options.checksErrors && 'urllib.error',
				'urllib.request'
			),
			[
				...basic,
				...(body?.comment === undefined ? [] : [body.comment]),
				...(isBare ? [] : [statement('request = ', request, options)])
			],
			options.checksErrors
				? [
						'try:',
						`    with urllib.request.urlopen(${opened}) as response:`,
						'        print(response.status, response.read().decode())',
						'except urllib.error.HTTPError as error:',
						'    sys.exit(f"{error.code} {error.read().decode()}")'
					]
				: [
						`with urllib.request.urlopen(${opened}) as response:`,
						'    print(response.status, response.read().decode())'
					]
		);
		const dots = hasDotSegments(sent.url) ? [{ id: 'dot-segments-kept' }] : [];
		const warnings = allWarnings({ ...parts, warnings: [...parts.warnings, ...dots] });
		return { code, available: true, warnings };
	}
};
