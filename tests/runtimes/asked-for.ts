import { exampleBody } from '#lib/openapi/example.ts';
import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import type { World } from '#lib/simulator/world.ts';
import type { SnippetAuth } from '#lib/snippets/target.ts';

export const URL = 'http://localhost:8080';

/** Names that the course's world has; any other parameter names nothing. */
const NAMES: Readonly<Record<string, string>> = {
	dag_id: 'hello_api',
	pool_name: 'default_pool',
	task_id: 'say_hello'
};

/** An operation with its example body and names that are there, where there are any. */
export function askedFor(operation: Operation, description: ApiDescription) {
	const path = Object.fromEntries(
		operation.parameters
			.filter(({ in: place }) => place === 'path')
			.map(({ name }) => [name, NAMES[name] ?? 'no_such'])
	);
	const body = operation.body && exampleBody(operation, description);
	const contentType = Object.keys(operation.body?.content ?? {})[0];
	const draft: RequestDraft = {
		operation: operation.key,
		path,
		query: {},
		headers: {},
		...(body === undefined ? {} : { body }),
		...(contentType === undefined ? {} : { contentType })
	};
	const auth: SnippetAuth =
		description.api === 'v1' ? { kind: 'basic', username: 'admin' } : { kind: 'bearer' };
	return { draft, request: encodeRequest(operation, draft, URL), auth };
}

/** What is in the world afterwards; with the last request, where a program sends just that one. */
export function effectIn(world: World, withRequest: boolean): unknown {
	const { journal, dags, pools, variables, connections, runs, users } = world;
	const { atMs: _, ...last } = journal.at(-1) ?? {};
	const paused = [...dags.values()].map(({ dagId, isPaused }) => [dagId, isPaused]);
	const stores = { paused, pools, variables, connections, runs: [...runs.keys()] };
	const all = { ...(withRequest ? { last, users } : {}), ...stores };
	return JSON.parse(JSON.stringify(all, asPlain)) as unknown;
}

const asPlain = (key: string, value: unknown) => {
	if (/AtMs$|Ms$|^(lastLogin|loginCount)/.test(key)) return undefined;
	return value instanceof Map ? [...value] : value;
};
