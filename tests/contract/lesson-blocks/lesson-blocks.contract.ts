import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksThatRun, type LessonBlock } from '#lib/course/blocks.ts';
import { headers, type OwnAirflow } from '#lib/course/own-play.fixture.ts';
import { sight, type Sighting } from '#lib/course/sighting.ts';
import { importRequests } from '#lib/import/import-requests.ts';
import { describe as describeApi } from '#lib/openapi/describe.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { patient, tidy } from '#contract/course/own-airflow.ts';
import { realServer } from '#contract/real-server.ts';
import { simulatedServer } from '#contract/simulated-server.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { asBash, asPython } from './as-program.ts';

const FILES = { v1: 'airflow-2.11.2', v2: 'airflow-3.3.2' } as const;
const DAGS = ['hello_api', 'nightly_sales', 'broken_export', 'paused_cleanup', 'long_backup'];
const STORES = ['pools', 'variables', 'connections'] as const;
/** They want the machine that Airflow runs on, or another package: tests of their own hold them against it. */
const ELSEWHERE = /\bairflow(ctl)? [a-z]|airflow_client/;

/** In one language: the other differs in its comments and messages. */
const blocks = syllabus.flatMap(({ id }) =>
	blocksThatRun(readFileSync(`src/lessons/${id}/en.md`, 'utf8')).map((block, at) => ({
		...block,
		title: `${id}, block ${at + 1}`
	}))
);

describe.each(['v1', 'v2'] as const)('blocks of the lessons on a real Airflow, API %s', (api) => {
	const url = process.env[`AIRFLOW_${api.toUpperCase()}_URL`] ?? '';
	const python = process.env.LESSON_PYTHON ?? '';
	const scope = { api, dags: DAGS, stores: STORES };
	const server = realServer(api, url);
	const airflow: OwnAirflow = {
		...{ api, url, nowMs: Date.now, pass: () => Promise.resolve() },
		send: (request) => patient(() => server.send(request))
	};
	const ask = async (path: string) =>
		airflow.send({ method: 'GET', path: `/api/${api}${path}`, headers: await headers(airflow) });
	const simulated = simulatedServer(api);
	const inSimulator: OwnAirflow = { ...airflow, send: (request) => simulated.send(request) };
	const { operations } = describeApi(
		JSON.parse(readFileSync(`static/openapi/${FILES[api]}.json`, 'utf8'))
	);
	let began: Sighting;

	beforeAll(async () => {
		if (url === '') throw new Error(`AIRFLOW_${api.toUpperCase()}_URL is not set`);
		if (python === '') throw new Error('LESSON_PYTHON is not set');
		const found = await sight(ask, scope);
		const scheduled = [...found.runs].filter(([, { runType }]) => runType === 'scheduled');
		await tidy(airflow, scope, { ...found, runs: new Map(scheduled) });
		await forgetBot();
		began = await sight(ask, scope);
	});
	afterAll(async () => {
		await forgetBot();
		await tidy(airflow, scope, began);
	});

	/** The user that a lesson creates. */
	async function forgetBot() {
		if (api === 'v2') return;
		const path = '/api/v1/users/ci_bot';
		await airflow.send({ method: 'DELETE', path, headers: await headers(airflow) });
	}

	/** The status on each of the two. */
	async function statuses({ code }: LessonBlock): Promise<number[][]> {
		const { drafts } = importRequests(code, operations, api, 'http');
		return Promise.all(
			drafts.map(async ({ draft }) => {
				const operation = operations.find(({ key }) => key === draft?.operation);
				if (!draft || !operation) throw new Error(`No request of the API: ${code}`);
				const { method, url: whole, headers: own, body } = encodeRequest(operation, draft, url);
				const { pathname, search } = new URL(whole);
				const base = { method, path: pathname + search, ...(body === undefined ? {} : { body }) };
				const said: number[] = [];
				for (const stage of [airflow, inSimulator]) {
					const written = own.map(([name, value]) => [name.toLowerCase(), value]);
					const all = { ...(await headers(stage)), ...Object.fromEntries(written) };
					said.push((await stage.send({ ...base, headers: all })).status);
				}
				return said;
			})
		);
	}

	const here = blocks.filter((block) => block.api === api);

	test.each(here.filter(({ language }) => language === 'http'))(
		'$title is answered as in the simulator',
		async (block) => {
			for (const [real, simulated] of await statuses(block)) expect(simulated).toBe(real);
		}
	);

	test.each(
		here.filter(({ language, code, needs }) => language === 'bash' && !ELSEWHERE.test(code + needs))
	)('$title runs in bash', async (block) => {
		const token = (await headers(airflow)).authorization.replace(/^Bearer /, '');
		const { exitCode, stderr } = await asBash(block, url, token);
		if (block.code.includes('/importErrors')) {
			// The servers have a file that cannot be read, and so the job stops there, as it should.
			expect(stderr).toMatch(/\.py/);
			expect(exitCode).toBe(1);
		} else expect({ exitCode, stderr }).toEqual({ exitCode: block.exitCode, stderr: '' });
	});

	test.each(here.filter(({ language, code }) => language === 'python' && !ELSEWHERE.test(code)))(
		'$title runs in Python',
		async (block) => {
			const { exitCode, stderr } = await asPython(block, url, python);
			expect({ exitCode, stderr }).toEqual({ exitCode: block.exitCode, stderr: '' });
		}
	);
});
