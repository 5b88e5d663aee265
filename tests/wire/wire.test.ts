import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeRequest } from '#lib/request/encode.ts';
import type { HttpRequest } from '#lib/request/draft.ts';
import { sentRequest } from '#lib/snippets/sent-request.ts';
import type { Snippet, SnippetAuth, SnippetTarget } from '#lib/snippets/target.ts';
import { curl } from '#lib/snippets/curl.ts';
import { pythonRequests } from '#lib/snippets/python-requests.ts';
import { wireCases, type WireCase } from './cases.ts';
import { startRecorder, type Arrived, type Recorder } from './recorder.ts';
import { runSnippets, secrets, type Runner } from './run-snippets.ts';

const cases = wireCases();
const runners: readonly (readonly [Runner, SnippetTarget])[] = [
	['bash', curl],
	['sh', curl],
	['python', pythonRequests]
];

let recorder: Recorder;
beforeAll(async () => {
	recorder = await startRecorder();
	for (const [i, wireCase] of cases.entries()) await send(requestOf(wireCase, `send${i}`));
}, 60_000);
afterAll(() => recorder.close());

describe.each(runners)('snippets run by %s', (runner, target) => {
	it('send what Send sends, to the byte, and nothing else', { timeout: 120_000 }, async () => {
		const runs = cases.map((wireCase, i) => {
			const run = `${runner}${i}`;
			const request = requestOf(wireCase, run);
			return { wireCase, run, request, snippet: target.generate({ ...wireCase, request }), i };
		});

		const code = new Map(runs.map(({ run, snippet }) => [run, snippet.code]));
		const { complaints, left } = await runSnippets(runner, code);

		expect(complaints).toBe('');
		expect(left).toEqual([]);
		expect(recorder.strays).toEqual([]);
		const wrong = runs.flatMap(({ wireCase, run, request, snippet, i }) => {
			const wanted = wireView(recorder.arrivedIn(`send${i}`), request);
			const came = wireView(recorder.arrivedIn(run), request);
			// A warning says what will differ; nothing else may.
			forgive(snippet, wanted, came);
			wanted.forEach((view) => (view.authorization = authorizationOf(wireCase.auth)));
			return JSON.stringify(came) === JSON.stringify(wanted)
				? []
				: [{ title: wireCase.title, wanted, came, code: snippet.code }];
		});
		expect(wrong).toEqual([]);
	});
});

it('never prints a secret, and there are enough runs to believe it', () => {
	expect(cases.length * 2).toBeGreaterThan(300);
	for (const wireCase of cases) {
		const request = requestOf(wireCase, 'x');
		const headers = [...request.headers, ['Authorization', 'Bearer top.secret'] as const];
		for (const target of [curl, pythonRequests]) {
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

interface View {
	method: string;
	target: string;
	body: string;
	headers: Record<string, string[]>;
	authorization: string | undefined;
}

// What a snippet must reproduce: the request line, the body, and the headers that the draft sets.
function wireView(arrived: readonly Arrived[], request: HttpRequest): View[] {
	const set = request.headers.map(([name]) => name.toLowerCase()).sort();
	return arrived.map(({ method, target: line, headers, body }) => {
		const valuesOf = (name: string) =>
			headers.filter(([other]) => other === name).map(([, value]) => value);
		return {
			method,
			target: line,
			body: body.toString('latin1'),
			headers: Object.fromEntries(set.map((name) => [name, valuesOf(name)])),
			authorization: valuesOf('authorization')[0]
		};
	});
}

function forgive({ warnings }: Snippet, wanted: View[], came: View[]) {
	for (const { id, values } of warnings) {
		if (id.startsWith('dot-segments')) for (const view of [...wanted, ...came]) view.target = '';
		const names = values?.names?.toLowerCase().split(', ') ?? [];
		if (id.startsWith('header-'))
			for (const view of [...wanted, ...came]) for (const name of names) delete view.headers[name];
	}
}

function authorizationOf({
	kind,
	username = secrets.AIRFLOW_USERNAME
}: SnippetAuth): string | undefined {
	if (kind === 'none') return undefined;
	if (kind === 'bearer') return `Bearer ${secrets.AIRFLOW_TOKEN}`;
	return `Basic ${Buffer.from(`${username}:${secrets.AIRFLOW_PASSWORD}`).toString('base64')}`;
}
