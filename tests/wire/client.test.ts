import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeRequest } from '#lib/request/encode.ts';
import { pythonClient } from '#lib/snippets/python-client.ts';
import { clientCases } from './client-cases.ts';
import { clientView, forgiveClient } from './client-view.ts';
import { startRecorder, type Recorder } from './recorder.ts';
import { runnerOf } from './run-snippets.ts';
import { RUN_PYTHON } from './runners.ts';
import { sendAsIs } from './send.ts';
import { pythonWith } from './tools.ts';
import { authorizationOf } from './wire-view.ts';

const LOCKS = { v1: 'requirements-client-2.txt', v2: 'requirements-client-3.txt' };

let recorder: Recorder;
beforeAll(async () => void (recorder = await startRecorder()));
afterAll(() => recorder.close());

it.each(['v1', 'v2'] as const)(
	'the official client for %s sends what Send sends, or says by name what differs',
	{ timeout: 300_000 },
	async (api) => {
		const run = runnerOf('', async ({ code }) => [
			await pythonWith(pinned(LOCKS[api])),
			'-c',
			RUN_PYTHON,
			code
		]);
		const runs = clientCases(api).map((wireCase, i) => {
			const key = `client_${api}_${i}`;
			const request = encodeRequest(wireCase.operation, wireCase.draft, recorder.baseUrl(key));
			return { wireCase, key, request, snippet: pythonClient.generate({ ...wireCase, request }) };
		});
		const said = runs.filter(({ snippet }) => snippet.available);
		for (const { snippet } of runs)
			if (!snippet.available) expect(snippet.warnings).not.toEqual([]);

		// What it makes of an empty answer is its own affair; what was asked is compared.
		const { left, complaints } = await run(
			new Map(said.map(({ key, snippet }) => [key, snippet.code]))
		);

		const wrong = [];
		for (const { wireCase, key, request, snippet } of said) {
			const came = clientView(recorder.arrivedIn(key), request);
			recorder.forget(key);
			await sendAsIs(request);
			const wanted = clientView(recorder.arrivedIn(key), request);
			wanted.forEach((view) => (view.authorization = authorizationOf(wireCase)));
			forgiveClient(snippet, wanted, came);
			if (JSON.stringify(came) !== JSON.stringify(wanted))
				wrong.push({
					title: wireCase.title,
					wanted,
					came,
					code: snippet.code,
					why: linesOf(complaints, key)
				});
		}
		expect(wrong.slice(0, 3)).toEqual([]);
		expect(left).toEqual([]);
		expect(said.length).toBeGreaterThan(runs.length * 0.6);
	}
);

function pinned(lock: string): string[] {
	return readFileSync(`tests/contract/airflow/${lock}`, 'utf8')
		.split('\n')
		.filter((line) => /^[\w-]+==/.test(line));
}

function linesOf(complaints: string, key: string): string {
	const at = complaints.indexOf(`${key} Traceback`);
	return at < 0 ? '' : complaints.slice(at, at + 1500);
}
