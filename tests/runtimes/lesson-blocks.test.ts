import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { blocksThatRun } from '#lib/course/blocks.ts';
import { importRequests } from '#lib/import/import-requests.ts';
import { describe as describeApi } from '#lib/openapi/describe.ts';
import { createEngine } from '#lib/runtimes/shell/engine.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { pythonHere, type PythonHere } from './python-here.ts';
import { simulated } from './simulated.ts';

const FILES = { v1: 'airflow-2.11.2', v2: 'airflow-3.3.2' } as const;
const blocks = syllabus.flatMap(({ id }) =>
	(['ru', 'en'] as const).flatMap((language) =>
		blocksThatRun(readFileSync(`src/lessons/${id}/${language}.md`, 'utf8')).map((block, at) => ({
			...block,
			title: `${id} ${language} block ${at + 1}`
		}))
	)
);
const of = (language: string) => blocks.filter((block) => block.language === language);

/** What an earlier block of that lesson did. */
const ORDER_1871 = `curl -s -H "Authorization: Bearer $AIRFLOW_TOKEN" --json '{"dag_run_id": "order-1871", "logical_date": null}' $AIRFLOW/api/v2/dags/hello_api/dagRuns; sleep 60`;

let python: PythonHere;
beforeAll(async () => {
	python = await pythonHere();
}, 120_000);

describe('a block of a lesson', () => {
	test.each(of('bash'))('$title runs in the terminal', async ({ code, api, needs, exitCode }) => {
		const { outside, env } = await simulated(api, { faster: 20 });
		const all = { AIRFLOW: 'http://localhost:8080', AIRFLOW_USER: 'admin', ...env };
		const shell = await createEngine(await import('just-bash/browser'), { outside, env: all });
		const { signal } = new AbortController();
		let complaints = '';
		const tell = (piece: { to: string; text: string }) => {
			if (piece.to === 'err') complaints += piece.text;
		};
		if (code.includes('order-1871')) await shell.run(ORDER_1871, () => undefined, signal);
		const ended = await shell.run(needs === '' ? code : `${needs}\n${code}`, tell, signal);

		expect(complaints).not.toMatch(/command not found|windsock:|curl: \(/);
		expect(ended, complaints).toMatchObject({ exitCode });
	});

	test.each(of('python'))('$title runs in Python', async ({ code, api, exitCode }) => {
		const ended = await python.run(code, api);

		expect(ended.stderr.split('\n').at(-2) ?? '').toBe('');
		expect(ended.exitCode).toBe(exitCode);
	});

	test.each(of('http'))('$title is a request of its API', ({ code, api }) => {
		const { operations } = describeApi(
			JSON.parse(readFileSync(`static/openapi/${FILES[api]}.json`, 'utf8'))
		);
		const { drafts } = importRequests(code, operations, api, 'http');

		expect(drafts.length).toBeGreaterThan(0);
		expect(drafts.filter(({ draft }) => !draft)).toEqual([]);
	});
});
