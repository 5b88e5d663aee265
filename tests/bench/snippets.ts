import { readFileSync } from 'node:fs';
import { describe } from '#lib/openapi/describe.ts';
import { exampleBody } from '#lib/openapi/example.ts';
import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { targets } from '#lib/snippets/targets.ts';
import { median } from './median.ts';

const ROUNDS = 5;
/** The promise: every tab could be drawn anew with each key. */
const LIMIT_MS = 1;

/** How long all targets together take for one request, over every operation of both specifications. */
export function benchSnippets(): void {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		for (const version of ['2.11.2', '3.3.2']) {
			const api = describe(
				JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8'))
			);
			for (const operation of api.operations) times.push(timeOf(api, operation));
		}
	}
	const warm = times.slice(times.length / ROUNDS);
	const [first = NaN] = times;
	console.log(
		`snippets, ${targets.length} targets, ${times.length / ROUNDS} requests: ` +
			`median ${median(warm).toFixed(2)} ms together, first ${first.toFixed(1)} ms` +
			(median(warm) > LIMIT_MS ? `, over ${LIMIT_MS} ms` : '')
	);
}

function timeOf(api: ApiDescription, operation: Operation): number {
	const named = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
	const draft: RequestDraft = {
		operation: operation.key,
		path: Object.fromEntries(named.map((name) => [name, 'nightly sales'])),
		query: {},
		headers: {},
		...(operation.body ? { body: exampleBody(operation, api) } : {})
	};
	const start = performance.now();
	const request = encodeRequest(operation, draft, 'http://localhost:8080');
	for (const target of targets)
		target.generate({
			operation,
			draft,
			request,
			auth: { kind: 'bearer' },
			api: api.api
		});
	return performance.now() - start;
}
