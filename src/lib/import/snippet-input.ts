import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import type { Header, HttpRequest } from '#lib/request/draft.ts';
import {
	plainOptions,
	type SnippetAuth,
	type SnippetInput,
	type SnippetOptions
} from '#lib/snippets/target.ts';
import { headerOfAuth } from './auth.ts';
import { ImportError } from './import-error.ts';
import type { ImportedAuth, ImportedRequest } from './imported.ts';
import { matchOperation } from './match-operation.ts';

/** How the code is to look; `showsSecret` writes the secret out, which else is a variable. */
export interface CodeWishes extends Partial<Omit<SnippetOptions, 'secret'>> {
	showsSecret?: boolean;
}

/**
 * What a target needs to write code for a request from anywhere. The request goes out as it is; where one of the
 * documents has its operation, targets that write in Airflow's own terms get that too.
 * @throws ImportError for an address without a server, and for a body of bytes, which no target can write
 */
export function snippetInput(
	request: ImportedRequest,
	descriptions: readonly ApiDescription[],
	{ showsSecret = false, ...wishes }: CodeWishes = {}
): SnippetInput {
	if (!/^https?:\/\//i.test(request.url))
		throw new ImportError('url-relative', { url: request.url });
	if (request.body instanceof Uint8Array) throw new ImportError('body-binary');
	const { auth, secret, headers } = credentialOf(request.auth);
	const http: HttpRequest = {
		method: request.method,
		url: request.url,
		headers: [...headers, ...request.headers],
		...(request.body === undefined ? {} : { body: request.body })
	};
	const options: SnippetOptions = {
		...plainOptions,
		...wishes,
		...(showsSecret && secret !== undefined ? { secret } : {})
	};
	for (const { api, operations } of descriptions) {
		const match = matchOperation(operations, request);
		if (match)
			return { operation: match.operation, draft: match.draft, request: http, auth, api, options };
	}
	const operation = strangeOperation(request);
	const draft = { operation: operation.key, path: {}, query: {}, headers: {} };
	return { operation, draft, request: http, auth, api: 'other', options };
}

function credentialOf(auth: ImportedAuth | undefined): {
	auth: SnippetAuth;
	secret: string | undefined;
	headers: Header[];
} {
	if (auth === undefined) return { auth: { kind: 'none' }, secret: undefined, headers: [] };
	if (auth.kind === 'bearer') return { auth: { kind: 'bearer' }, secret: auth.token, headers: [] };
	if (auth.kind === 'header') {
		const value = headerOfAuth(auth) ?? '';
		return { auth: { kind: 'none' }, secret: value, headers: [['Authorization', value]] };
	}
	const username = auth.username === undefined ? {} : { username: auth.username };
	return { auth: { kind: 'basic', ...username }, secret: auth.password, headers: [] };
}

// Named as the documents name theirs, and says nothing else.
function strangeOperation({ method, url }: ImportedRequest): Operation {
	const path = /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?([^?#]*)/i.exec(url)?.[1] || '/';
	return {
		key: `${method} ${path}`,
		method,
		path,
		operationId: '',
		tag: '',
		deprecated: false,
		parameters: [],
		responses: [],
		secured: false
	};
}
