import { readFileSync } from 'node:fs';
import type { Exercise, RequestStep } from '#lib/course/lesson.ts';
import { describe as describeApi } from '#lib/openapi/describe.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import type { HttpRequest, RequestDraft } from '#lib/request/draft.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { plainOptions, type SnippetAuth, type SnippetTarget } from '#lib/snippets/target.ts';
import { URL } from './asked-for.ts';

const FILES = { v1: 'airflow-2.11.2', v2: 'airflow-3.3.2' } as const;
const descriptions = new Map<string, ApiDescription>();

/** A step of a solution as a snippet of the product; undefined where that target has no words for it. */
export function stepCode(
	exercise: Exercise,
	step: RequestStep,
	target: SnippetTarget
): string | undefined {
	const { operation, draft } = asked(exercise, step);
	const { api } = exercise;
	const request = stepRequest(exercise, step);
	const auth = authOf(exercise, step);
	const options = plainOptions;
	const snippet = target.generate({ operation, draft, request, auth, api, options });
	return snippet.available ? snippet.code : undefined;
}

/** What the form sends for it, without credentials of its own unless the step spells them out. */
export function stepRequest(exercise: Exercise, step: RequestStep): HttpRequest {
	const { operation, draft } = asked(exercise, step);
	return encodeRequest(operation, draft, URL);
}

function asked({ api }: Exercise, step: RequestStep) {
	const { path = {}, query = {}, body, as } = step;
	const operation = descriptionOf(api).operations.find(({ key }) => key === step.operation);
	if (!operation) throw new Error(`API ${api} has no ${step.operation}`);
	const draft: RequestDraft = {
		operation: operation.key,
		path,
		query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])),
		headers:
			typeof as === 'object' && 'authorization' in as ? { Authorization: as.authorization } : {},
		...(body === undefined ? {} : { body: JSON.stringify(body) })
	};
	return { operation, draft };
}

function authOf({ api }: Exercise, { as, operation }: RequestStep): SnippetAuth {
	const isLogin = operation.includes(' /auth/');
	if (as === 'nobody' || isLogin || (as && 'authorization' in as)) return { kind: 'none' };
	return api === 'v1' ? { kind: 'basic', username: as?.name ?? 'admin' } : { kind: 'bearer' };
}

function descriptionOf(api: 'v1' | 'v2'): ApiDescription {
	const known = descriptions.get(api);
	if (known) return known;
	const made = describeApi(JSON.parse(readFileSync(`static/openapi/${FILES[api]}.json`, 'utf8')));
	descriptions.set(api, made);
	return made;
}
