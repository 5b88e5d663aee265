import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describe as describeApi } from '#lib/openapi/describe.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { curl } from '#lib/snippets/curl.ts';
import { githubActions } from '#lib/snippets/github-actions.ts';
import { gitlabCi } from '#lib/snippets/gitlab-ci.ts';
import { plainOptions, type SnippetTarget } from '#lib/snippets/target.ts';
import { startFakeAirflow } from './fake-airflow.ts';
import { jobOf, stepOf } from './readers.ts';
import { secrets } from './run-snippets.ts';
import { needPrograms } from './tools.ts';
import { waitingCases, type WaitingCase } from './waiting-cases.ts';

const apis = {
	v1: describeApi(JSON.parse(readFileSync('static/openapi/airflow-2.11.2.json', 'utf8'))),
	v2: describeApi(JSON.parse(readFileSync('static/openapi/airflow-3.3.2.json', 'utf8')))
};

// No test waits: sleep returns at once, and the clock stands, or leaps over the deadline at its second look.
const CLOCK = `sleep() { :; }
date() { if [ -e .looked ] && [ "$LATE" = yes ]; then echo 99999; else : > .looked; echo 0; fi; }
`;
const ways: readonly (readonly [shell: string, target: SnippetTarget, (code: string) => string])[] =
	[
		['bash', curl, (code) => code],
		['dash', curl, (code) => code],
		['bash', githubActions, stepOf],
		['dash', gitlabCi, jobOf]
	];

beforeAll(() => needPrograms('bash', 'dash', 'curl', 'jq'));

describe.each(ways)('a snippet that waits, run by %s, from $id', (shell, target, scriptOf) => {
	it.each(waitingCases)('ends $ends: $title', async (wait) => {
		const airflow = await startFakeAirflow(wait.answers);
		try {
			const { code, warnings } = target.generate(inputFor(wait, airflow.baseUrl));
			const { exitCode, left } = await runScript(shell, CLOCK + scriptOf(code), wait.isLate);

			expect(warnings.filter(({ id }) => id.startsWith('waits'))).toEqual([]);
			expect(airflow.asked).toEqual(wait.asks);
			expect(exitCode === 0 ? 'well' : 'badly').toBe(wait.ends);
			expect(left).toEqual(['snippet']);
		} finally {
			await airflow.close();
		}
	});
});

function inputFor({ api, draft }: WaitingCase, baseUrl: string) {
	const operation = apis[api].operations.find(({ key }) => key === draft.operation);
	if (operation === undefined) throw new Error(`No such operation: ${draft.operation}`);
	const whole = { path: {}, query: {}, headers: {}, ...draft };
	return {
		operation,
		draft: whole,
		request: encodeRequest(operation, whole, baseUrl),
		auth: { kind: 'basic', username: 'admin' } as const,
		api,
		options: { ...plainOptions, waits: true }
	};
}

async function runScript(shell: string, script: string, isLate = false) {
	const folder = await mkdtemp(join(tmpdir(), 'windsock-wait-'));
	await writeFile(join(folder, 'snippet'), `${script}\n`);
	const exitCode = await new Promise<number | null>((done) => {
		const env = { PATH: process.env.PATH, ...secrets, LATE: isLate ? 'yes' : 'no' };
		const child = spawn(shell, ['snippet'], { cwd: folder, env, stdio: 'ignore' });
		child.on('close', done);
	});
	const left = (await readdir(folder)).filter((name) => !name.startsWith('.'));
	await rm(folder, { recursive: true });
	return { exitCode, left };
}
