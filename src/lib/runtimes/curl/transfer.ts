import type { Header } from '#lib/request/draft.ts';
import type { CommandAround } from '#lib/runtimes/command.ts';
import type { NoAnswer, OutAnswer, OutRequest } from '#lib/runtimes/outside.ts';

/** One address fetched, with all that curl can say of it. */
export interface Transfer {
	/** As it was written. */
	url: string;
	/** The last request. */
	sent: OutRequest;
	/** What was answered, oldest first: redirects, retries are not among them. */
	answers: Extract<OutAnswer, { kind: 'answer' }>[];
	exitCode: number;
	/** Behind `curl: (N) `. */
	complaint: string | undefined;
	/** A line of the lab's own. */
	remark: string | undefined;
	elapsedMs: number;
	redirects: number;
	/** What `-v` shows, on standard error. */
	trace: string[];
}

export interface TransferOptions {
	follows: boolean;
	maxRedirects: number;
	keepsMethod: (status: number) => boolean;
	maxTimeMs: number | undefined;
	/** Whether `-X` says the method. */
	isMethodGiven: boolean;
	traceUser: string | undefined;
}

/** Sends a request and follows it, as far as it is told to. */
export async function transfer(
	url: string,
	first: OutRequest,
	options: TransferOptions,
	{ outside, signal }: Pick<CommandAround, 'outside' | 'signal'>
): Promise<Transfer> {
	const done: Transfer = {
		url,
		sent: first,
		answers: [],
		exitCode: 0,
		complaint: undefined,
		remark: undefined,
		elapsedMs: 0,
		redirects: 0,
		trace: []
	};
	const startMs = await outside.nowMs();
	const timer = new AbortController();
	const limitMs = options.maxTimeMs;
	const late =
		limitMs === undefined
			? undefined
			: outside.sleep(limitMs, AbortSignal.any([signal, timer.signal])).then(() => 'late' as const);
	late?.catch(() => undefined);
	try {
		for (let request = first; ;) {
			const asked = outside.exchange(request, signal);
			const answer = await (late ? Promise.race([asked, late]) : asked);
			if (answer === 'late') {
				asked.catch(() => undefined);
				const ms = Math.round(limitMs ?? 0) + 1;
				return end(done, 28, `Operation timed out after ${ms} milliseconds with 0 bytes received`);
			}
			done.sent = request;
			if (answer.kind === 'none') return unanswered(done, request, answer);
			traceOf(done, request, answer, options);
			done.answers.push(answer);
			const next = options.follows ? redirect(request, answer, options) : undefined;
			if (!next) return done;
			if (done.redirects >= options.maxRedirects)
				return end(done, 47, `Maximum (${options.maxRedirects}) redirects followed`);
			done.redirects += 1;
			request = next;
		}
	} finally {
		timer.abort();
		done.elapsedMs = Math.max(1, (await outside.nowMs()) - startMs);
	}
}

function end(done: Transfer, exitCode: number, complaint: string): Transfer {
	done.exitCode = exitCode;
	done.complaint = complaint;
	return done;
}

function unanswered(
	done: Transfer,
	{ url }: OutRequest,
	{ why, detail }: Extract<OutAnswer, { kind: 'none' }>
): Transfer {
	const { hostname, port, protocol } = new URL(url);
	const host = hostname.replace(/^\[|\]$/g, '');
	const at = port === '' ? (protocol === 'https:' ? 443 : 80) : port;
	const words: Record<NoAnswer, [code: number, says: string]> = {
		dns: [6, `Could not resolve host: ${host}`],
		refused: [7, `Failed to connect to ${host} port ${at} after 0 ms: Couldn't connect to server`],
		reset: [52, 'Empty reply from server'],
		timeout: [28, 'Operation timed out'],
		tls: [35, 'OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number'],
		denied: [7, `Failed to connect to ${host} port ${at} after 0 ms: Couldn't connect to server`],
		browser: [7, `Failed to connect to ${host} port ${at} after 0 ms: Couldn't connect to server`]
	};
	if (why === 'denied') done.remark = 'windsock: you did not let this request go to your Airflow';
	if (why === 'browser') done.remark = `windsock: ${detail ?? 'the browser gave no answer'}`;
	const [code, says] = words[why];
	if (why === 'refused')
		done.trace.push(
			`*   Trying 127.0.0.1:${at}...`,
			`* connect to 127.0.0.1 port ${at} failed: Connection refused`,
			`* ${says}`,
			'* Closing connection 0'
		);
	return end(done, code, says);
}

function redirect(
	request: OutRequest,
	answer: Extract<OutAnswer, { kind: 'answer' }>,
	{ keepsMethod, isMethodGiven }: TransferOptions
): OutRequest | undefined {
	const { status } = answer;
	const location = headerOf(answer.headers, 'location');
	if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
	const url = new URL(location, request.url).href;
	const turnsToGet =
		(status === 303 || ((status === 301 || status === 302) && request.method === 'POST')) &&
		!keepsMethod(status) &&
		request.method !== 'HEAD';
	const { body: _, ...rest } = request;
	const isSame = new URL(url).host === new URL(request.url).host;
	const headers = request.headers
		.filter(([name]) => isSame || !/^(authorization|cookie)$/i.test(name))
		.filter(([name]) => !turnsToGet || !/^content-(type|length)$/i.test(name));
	if (!turnsToGet) return { ...request, headers, url };
	return { ...rest, headers, url, method: isMethodGiven ? request.method : 'GET' };
}

export const headerOf = (headers: readonly Header[], name: string): string | undefined =>
	headers.find(([key]) => key.toLowerCase() === name)?.[1];

function traceOf(
	{ trace, answers }: Transfer,
	{ method, url, headers, body }: OutRequest,
	answer: Extract<OutAnswer, { kind: 'answer' }>,
	{ traceUser }: TransferOptions
): void {
	const { hostname, port } = new URL(url);
	const at = port === '' ? '80' : port;
	const target = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] || '/';
	const isAgain = answers.length > 0;
	if (isAgain)
		trace.push(
			`* Found bundle for host: 0x55d0c8a3a2e0 [serially]`,
			`* Re-using existing connection #0 with host ${hostname}`
		);
	else
		trace.push(
			`*   Trying 127.0.0.1:${at}...`,
			`* Connected to ${hostname} (127.0.0.1) port ${at} (#0)`
		);
	if (traceUser !== undefined) trace.push(`* Server auth using Basic with user '${traceUser}'`);
	trace.push(`> ${method} ${target.startsWith('?') ? `/${target}` : target} HTTP/1.1`);
	for (const [name, value] of headers)
		trace.push(value === '' ? `> ${name}:` : `> ${name}: ${value}`);
	trace.push('> ');
	if (body !== undefined && body !== '') trace.push(`} [${byteLength(body)} bytes data]`);
	trace.push(`< HTTP/1.1 ${answer.status} ${answer.reason}`);
	for (const [name, value] of answer.headers) trace.push(`< ${name}: ${value}`);
	trace.push('< ');
	if (answer.body !== '') trace.push(`{ [${byteLength(answer.body)} bytes data]`);
	const closes = answer.headers.some(
		([name, value]) => /^connection$/i.test(name) && value === 'close'
	);
	trace.push(closes ? '* Closing connection 0' : `* Connection #0 to host ${hostname} left intact`);
}

export const byteLength = (text: string): number => new TextEncoder().encode(text).length;
