import type { Header, HttpRequest } from '#lib/request/draft.ts';
import type { Exchange } from '#lib/request/exchange.ts';
import { isControlled } from './register.ts';
import { isSimulatorUrl, siteBase } from './site.ts';
import type { WorldHost } from './world-host.ts';

/** An answer with its bytes as they came. */
export interface FetchedExchange extends Exchange {
	body: Uint8Array;
	/** Where the answer came from, when the server sent the browser elsewhere. */
	redirectedTo?: string;
}

export interface SendOptions {
	signal?: AbortSignal;
	/** Called when the status line and headers are there and the body is still on its way. */
	onHead?(head: { status: number; statusText: string; headers: readonly Header[] }): void;
}

/**
 * Sends a request as it is: no cookies, no cache, no referrer (Airflow takes a run that is triggered
 * with a Referer for one made in its own UI). Simulator URLs are answered by the worker, or, while none
 * controls the page, by the page.
 * @throws DOMException `AbortError` or `TimeoutError` by the signal, TypeError when no answer came
 * @source airflow-core/src/airflow/api_fastapi/core_api/routes/public/dag_run.py `trigger_dag_run`
 */
export async function send(
	request: HttpRequest,
	{ signal, onHead }: SendOptions = {}
): Promise<FetchedExchange> {
	const startedMs = performance.now();
	const asked = new Request(request.url, {
		method: request.method,
		headers: request.headers.map(([name, value]): [string, string] => [name, value]),
		...(request.body === undefined ? {} : { body: request.body }),
		...(signal ? { signal } : {}),
		credentials: 'omit',
		cache: 'no-store',
		referrerPolicy: 'no-referrer',
		redirect: 'follow'
	});
	const response = await answerOf(asked);
	const { status, statusText } = response;
	const headers = [...response.headers];
	onHead?.({ status, statusText, headers });
	const body = new Uint8Array(await response.arrayBuffer());
	signal?.throwIfAborted();

	return {
		status,
		statusText,
		headers,
		body,
		text: new TextDecoder().decode(body),
		elapsedMs: performance.now() - startedMs,
		sizeBytes: body.byteLength,
		...(response.redirected ? { redirectedTo: response.url } : {})
	};
}

async function answerOf(request: Request): Promise<Response> {
	const base = siteBase();
	if (!isSimulatorUrl(request.url, base) || isControlled(base)) return fetch(request);
	host ??= import('./page-host.ts').then(({ openPageHost }) => openPageHost());
	const response = await (await host)(request);
	request.signal.throwIfAborted();
	// What a browser makes of a worker's `Response.error()`.
	if (response.type === 'error') throw new TypeError('Failed to fetch');
	return response;
}

let host: Promise<WorldHost> | undefined;
