import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describe as describeApi } from '#lib/openapi/describe.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { dagOperator } from '#lib/snippets/dag-operator.ts';
import { plainOptions } from '#lib/snippets/target.ts';
import { waitingCases } from './waiting-cases.ts';
import { wireCases, type WireCase } from './cases.ts';
import { startRecorder, type Recorder } from './recorder.ts';
import { secrets } from './run-snippets.ts';
import { sendAsIs } from './send.ts';
import { authorizationOf, forgive, wireView } from './wire-view.ts';

/** What `dag_operator.py` says of a file. */
interface Told {
	complaint: string | null;
	operator: string;
	told: Record<string, unknown>;
	count: number;
}

const APIS = {
	v1: describeApi(JSON.parse(readFileSync('static/openapi/airflow-2.11.2.json', 'utf8'))),
	v2: describeApi(JSON.parse(readFileSync('static/openapi/airflow-3.3.2.json', 'utf8')))
};
const pythons = { v1: process.env.DAG_V1_PYTHON, v2: process.env.DAG_V2_PYTHON };
const home = mkdtempSync(join(tmpdir(), 'windsock-dags-'));

let recorder: Recorder;
beforeAll(async () => void (recorder = await startRecorder()));
afterAll(async () => {
	await recorder.close();
	rmSync(home, { recursive: true, force: true });
});

describe.each(['v1', 'v2'] as const)('a DAG for %s, read and run by Airflow itself', (api) => {
	const python = pythons[api];
	it.skipIf(python === undefined)('does what the request does', async () => {
		const runs = wireCases(400, 23)
			.filter((wireCase) => wireCase.api === api)
			.map((wireCase, i) => {
				const key = `dag_${api}_${i}`;
				const request = encodeRequest(wireCase.operation, wireCase.draft, recorder.baseUrl(key));
				const options = { ...plainOptions, lines: wireCase.options.lines };
				const snippet = dagOperator.generate({ ...wireCase, request, options });
				return { wireCase, key, request, snippet };
			});
		const answers = await readAll(
			python ?? '',
			runs.map(({ wireCase, request, snippet }) => ({
				code: snippet.code,
				connection: connectionOf(wireCase, request.url)
			}))
		);
		const wrong: unknown[] = [];
		for (const [i, { wireCase, key, request, snippet }] of runs.entries()) {
			const { complaint, operator, told } = answers[i] as Told;
			const where = { title: wireCase.title, code: snippet.code, complaint };
			if (complaint !== null) wrong.push(where);
			else if (operator === 'TriggerDagRunOperator') {
				const wanted = triggerOf(wireCase);
				const came = Object.fromEntries(Object.keys(wanted).map((name) => [name, told[name]]));
				if (JSON.stringify(came) !== JSON.stringify(wanted)) wrong.push({ ...where, wanted, came });
			} else {
				const came = wireView(recorder.arrivedIn(key), request);
				recorder.forget(key);
				await sendAsIs(request);
				const wanted = wireView(recorder.arrivedIn(key), request);
				forgive(snippet, wanted, came);
				const shown = { ...wireCase, options: plainOptions };
				wanted.forEach((view) => (view.authorization = authorizationOf(shown)));
				if (JSON.stringify(came) !== JSON.stringify(wanted)) wrong.push({ ...where, wanted, came });
			}
		}
		expect(wrong.length, JSON.stringify(wrong.slice(0, 3), undefined, 1)).toBe(0);
		expect(recorder.strays).toEqual([]);
		const operators = answers.map(({ operator }) => operator);
		expect(operators.filter((one) => one === 'HttpOperator').length).toBeGreaterThan(150);
		expect(operators).toContain('TriggerDagRunOperator');
	});

	it.skipIf(python === undefined)('can be read where it waits', async () => {
		const waiting = waitingCases.filter((one) => one.api === api);
		const files = waiting.map(({ draft }) => {
			const operation = APIS[api].operations.find(({ key }) => key === draft.operation);
			if (!operation) throw new Error(`No such operation: ${draft.operation}`);
			const whole = { path: {}, query: {}, headers: {}, ...draft };
			const request = encodeRequest(operation, whole, 'http://localhost:8080');
			const options = { ...plainOptions, waits: true };
			const auth = { kind: 'bearer' } as const;
			return dagOperator.generate({ operation, draft: whole, request, auth, api, options }).code;
		});
		const answers = await readAll(
			python ?? '',
			files.map((code) => ({ code }))
		);

		expect(answers.map(({ complaint }) => complaint)).toEqual(files.map(() => null));
		// A trigger waits by itself, a clearing with a sensor, a backfill with a sensor and a look at its failures.
		expect(new Set(answers.map(({ count }) => count))).toEqual(
			new Set(api === 'v1' ? [1] : [1, 2, 3])
		);
	});
});

function connectionOf({ auth }: WireCase, url: string) {
	const host = /^https?:\/\/[^/]*/.exec(url)?.[0];
	if (auth.kind === 'none') return { conn_type: 'http', host };
	if (auth.kind === 'bearer') return { conn_type: 'http', host, password: secrets.AIRFLOW_TOKEN };
	const login = auth.username ?? secrets.AIRFLOW_USERNAME;
	return { conn_type: 'http', host, login, password: secrets.AIRFLOW_PASSWORD };
}

// What TriggerDagRunOperator must be told, by the names of its arguments.
function triggerOf({ draft }: WireCase): Record<string, unknown> {
	const body = JSON.parse(draft.body ?? '{}') as Record<string, unknown>;
	const isEmpty = JSON.stringify(body.conf ?? {}) === '{}';
	return {
		trigger_dag_id: draft.path.dag_id || '{dag_id}',
		trigger_run_id: body.dag_run_id ?? null,
		conf: isEmpty ? null : body.conf
	};
}

function readAll(python: string, questions: readonly object[]): Promise<Told[]> {
	const script = new URL('dag_operator.py', import.meta.url).pathname;
	const child = spawn(python, [script], {
		env: {
			PATH: process.env.PATH,
			HOME: home,
			AIRFLOW_HOME: home,
			AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
			LANG: 'C.UTF-8',
			NO_PROXY: '*'
		}
	});
	child.stderr.resume();
	let printed = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
	child.stdin.end(questions.map((one) => `${JSON.stringify(one)}\n`).join(''));
	return new Promise((done) =>
		child.on('close', () =>
			done(
				printed
					.trimEnd()
					.split('\n')
					.map((line) => JSON.parse(line) as Told)
			)
		)
	);
}
