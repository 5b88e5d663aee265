import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { describe as describeApi } from '#lib/openapi/describe.ts';
import { plainOptions } from '#lib/snippets/target.ts';
import { targets } from '#lib/snippets/targets.ts';
import { askedFor, effectIn } from './asked-for.ts';
import { pythonHere, type PythonHere } from './python-here.ts';

const FILES = { v1: 'airflow-2.11.2', v2: 'airflow-3.3.2' } as const;
/** The client of Airflow 2 is not in the page. */
const RUN: Readonly<Record<string, readonly string[]>> = {
	v1: ['python-requests', 'python-httpx', 'python-urllib'],
	v2: ['python-requests', 'python-httpx', 'python-urllib', 'python-client']
};

/** These follow the redirect, as Send does in a browser. */
const FOLLOWERS = ['python-requests', 'python-urllib'];

/** What a program does otherwise than its request, by operation. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
	'GET /auth/login': FOLLOWERS,
	'GET /auth/logout': FOLLOWERS
};

let python: PythonHere;
beforeAll(async () => {
	python = await pythonHere();
}, 120_000);

for (const api of ['v1', 'v2'] as const) {
	const description = describeApi(
		JSON.parse(readFileSync(`static/openapi/${FILES[api]}.json`, 'utf8'))
	);
	const some = targets.filter(({ id }) => RUN[api]?.includes(id));
	describe.each(some)(`$id, for API ${api}, in the page’s Python`, (target) => {
		const codeOf = (operation: (typeof description.operations)[number]) =>
			target.generate({
				...askedFor(operation, description),
				operation,
				api,
				options: plainOptions
			});
		const isTold = (operation: (typeof description.operations)[number]) =>
			codeOf(operation).available && !KNOWN[operation.key]?.includes(target.id);
		test.for(description.operations.filter(isTold))(
			'does what Send does: $key',
			async (operation) => {
				// The client writes each value anew; the others send the very bytes.
				const withRequest = target.id !== 'python-client';
				const { request } = askedFor(operation, description);
				const sent = effectIn(python.send(request, api), withRequest);
				const { stderr } = await python.run(codeOf(operation).code, api);

				expect(effectIn(python.world(), withRequest), stderr).toEqual(sent);
			}
		);
	});
}
