import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describe as describeApi } from '#lib/openapi/describe.ts';
import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import { createEngine } from '#lib/runtimes/shell/engine.ts';
import { plainOptions, type SnippetTarget } from '#lib/snippets/target.ts';
import { targets } from '#lib/snippets/targets.ts';
import { askedFor, effectIn, URL } from './asked-for.ts';
import { simulated, type Simulated } from './simulated.ts';

const FILES = { v1: 'airflow-2.11.2', v2: 'airflow-3.3.2' } as const;

/** What a command line does otherwise than its request, by operation. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
	// `connections add` takes no type beside a URI, airflowctl no schema.
	'POST /connections': ['airflow-2', 'airflow-3', 'airflowctl'],
	// The command names a run of its own to the second.
	'POST /dags/{dag_id}/dagRuns': ['airflow-2'],
	// `pools set` writes the default pool too, `variables set` one that is not there.
	'PATCH /pools/{pool_name}': ['airflow-2', 'airflow-3'],
	'PATCH /variables/{variable_key}': ['airflow-2', 'airflow-3']
};

const shellTargets = targets.filter(({ id }) =>
	['curl', 'httpie', 'wget', 'airflow-2', 'airflow-3', 'airflowctl'].includes(id)
);

for (const api of ['v1', 'v2'] as const) {
	const description = describeApi(
		JSON.parse(readFileSync(`static/openapi/${FILES[api]}.json`, 'utf8'))
	);
	const told = (target: SnippetTarget) =>
		description.operations.filter((operation) => isTold(target, operation, description));
	const some = shellTargets.filter((target) => told(target).length > 0);
	describe.each(some)(`$id, for API ${api}, in the page’s shell`, (target) => {
		test.for(told(target))('does what Send does: $key', async (operation) => {
			const sent = await simulated(api);
			const run = await simulated(api);
			const { draft, request, auth } = askedFor(operation, description);
			const headers = [...request.headers, authorization(api, sent.env)];
			await sent.outside.exchange({ ...request, headers });
			const { code } = target.generate({
				operation,
				draft,
				request,
				auth,
				api,
				options: plainOptions
			});
			await runShell(code, run, target);

			const isHttp = ['curl', 'httpie', 'wget'].includes(target.id);
			expect(effectIn(await run.world(), isHttp)).toEqual(effectIn(await sent.world(), isHttp));
		});
	});
}

function isTold(target: SnippetTarget, operation: Operation, description: ApiDescription) {
	const asked = askedFor(operation, description);
	const api = description.api;
	const { available } = target.generate({ ...asked, operation, api, options: plainOptions });
	return available && !KNOWN[operation.key]?.includes(target.id);
}

const authorization = (api: 'v1' | 'v2', env: Record<string, string>): [string, string] => [
	'Authorization',
	api === 'v1' ? `Basic ${btoa('admin:admin')}` : `Bearer ${env.AIRFLOW_TOKEN}`
];

async function runShell(code: string, { outside, env }: Simulated, { id }: SnippetTarget) {
	const shell = await createEngine(await import('just-bash/browser'), { outside, env });
	const signal = new AbortController().signal;
	const login = `airflowctl auth login --api-url ${URL} --username admin --password admin\n`;
	await shell.run((id === 'airflowctl' ? login : '') + code, () => undefined, signal);
}
