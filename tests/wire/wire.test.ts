import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeRequest } from '#lib/request/encode.ts';
import type { HttpRequest } from '#lib/request/draft.ts';
import { sentRequest } from '#lib/snippets/sent-request.ts';
import { targets } from '#lib/snippets/targets.ts';
import { wireCases, type WireCase } from './cases.ts';
import { startRecorder, type Recorder } from './recorder.ts';
import { authorizationOf, forgive, wireView } from './wire-view.ts';
import { wireRuns } from './wire-runs.ts';

/** Runs of a request by a target, all targets together. */
const RUNS = Number(process.env.WINDSOCK_WIRE_RUNS ?? 2500);
const SEED = Number(process.env.WINDSOCK_WIRE_SEED ?? 20);
const BATCH = 500;
const TIMEOUT = 60_000 + RUNS * 30;

const fixed = wireCases(0, SEED).length;
const cases = wireCases(Math.max(40, Math.ceil(RUNS / wireRuns.length) - fixed), SEED);

let recorder: Recorder;
beforeAll(async () => {
	recorder = await startRecorder();
	for (const [i, wireCase] of cases.entries()) await send(requestOf(wireCase, `send${i}`));
}, TIMEOUT);
afterAll(() => recorder.close());

describe.each(wireRuns)('snippets run as $name', ({ name, target, run, password }) => {
	it('send what Send sends, to the byte, and nothing else', { timeout: TIMEOUT }, async () => {
		for (let start = 0; start < cases.length; start += BATCH)
			await compare(cases.slice(start, start + BATCH), start);
	});

	async function compare(batch: readonly WireCase[], start: number) {
		const runs = batch.map((wireCase, i) => {
			const key = `${name}_${start + i}`;
			const request = requestOf(wireCase, key);
			return { wireCase, key, request, snippet: target.generate({ ...wireCase, request }) };
		});
		const said = runs.filter(({ snippet }) => snippet.available);
		for (const { snippet } of runs)
			if (!snippet.available) expect(snippet.warnings).not.toEqual([]);

		const code = new Map(said.map(({ key, snippet }) => [key, snippet.code]));
		const bodies = said
			.filter(({ snippet }) => snippet.warnings.some(({ id }) => id === 'body-in-file'))
			.map(({ key, request }) => [key, sentRequest(request).body ?? ''] as const);
		const { complaints, left } = await run(code, new Map(bodies));

		expect(left).toEqual([]);
		expect(recorder.strays).toEqual([]);
		const wrong = said.flatMap(({ wireCase, key, request, snippet }) => {
			const index = key.slice(name.length + 1);
			const wanted = wireView(recorder.arrivedIn(`send${index}`), request);
			const came = wireView(recorder.arrivedIn(key), request);
			recorder.forget(key);
			// A warning says what will differ; nothing else may.
			forgive(snippet, wanted, came);
			wanted.forEach((view) => (view.authorization = authorizationOf(wireCase, password)));
			return JSON.stringify(came) === JSON.stringify(wanted)
				? []
				: [{ title: wireCase.title, wanted, came, code: snippet.code }];
		});
		expect(wrong.length, JSON.stringify(wrong.slice(0, 3), undefined, 1)).toBe(0);
		expect(complaints).toBe('');
		// Nearly all can be said: what cannot is a NUL byte or the like.
		expect(said.length).toBeGreaterThan(batch.length * 0.8);
	}
});

it('never prints a secret unasked, in any target, and there are enough runs to believe it', () => {
	expect(cases.length * wireRuns.length).toBeGreaterThanOrEqual(RUNS);
	for (const wireCase of cases) {
		const request = requestOf(wireCase, 'x');
		const headers = [...request.headers, ['Authorization', 'Bearer top.secret'] as const];
		for (const target of targets) {
			const { code } = target.generate({ ...wireCase, request: { ...request, headers } });
			expect(code).not.toContain('top.secret');
		}
	}
});

function requestOf({ operation, draft }: WireCase, run: string): HttpRequest {
	return encodeRequest(operation, draft, recorder?.baseUrl(run) ?? 'http://localhost');
}

// The request itself, by Node's fetch. Where fetch would refuse a header, the snippet leaves it out with a warning.
async function send(request: HttpRequest): Promise<void> {
	const sent = sentRequest(request);
	const headers = sent.warnings.length > 0 ? sent.headers : request.headers;
	const { method, url, body } = request;
	const answer = await fetch(url, {
		method,
		headers: headers.map(([name, value]): [string, string] => [name, value]),
		...(body === undefined ? {} : { body })
	});
	await answer.arrayBuffer();
}
