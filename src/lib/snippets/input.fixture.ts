import type { Operation } from '#lib/openapi/operation.ts';
import type { HttpRequest, RequestDraft } from '#lib/request/draft.ts';
import type { SnippetInput } from './target.ts';

/** What a target gets for a bare request, for tests. */
export function inputFor(
	request: Partial<HttpRequest>,
	rest: Partial<SnippetInput> = {}
): SnippetInput {
	return {
		operation: operationFor('GET /dags'),
		draft: { operation: 'GET /dags', path: {}, query: {}, headers: {} },
		request: { method: 'GET', url: 'http://localhost:8080/api/v2/dags', headers: [], ...request },
		auth: { kind: 'none' },
		api: 'v2',
		...rest
	};
}

/** What a target gets for a draft, for tests of targets that read the draft and not the request. */
export function inputForDraft(
	api: 'v1' | 'v2',
	key: string,
	draft: Partial<RequestDraft> = {}
): SnippetInput {
	return inputFor(
		{},
		{
			api,
			operation: operationFor(key),
			draft: { operation: key, path: {}, query: {}, headers: {}, ...draft }
		}
	);
}

function operationFor(key: string): Operation {
	const [method = '', path = ''] = key.split(' ');
	return {
		key,
		method,
		path,
		operationId: 'tested',
		tag: 'tested',
		deprecated: false,
		parameters: [],
		responses: [],
		secured: true
	};
}
