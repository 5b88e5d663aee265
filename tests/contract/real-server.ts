import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './cases/case.ts';
import type { Stage } from './play.ts';

const MOMENT_MS = 500;
const PATIENCE_MS = 240_000;

/** A running Airflow, reached over HTTP. */
export function realServer(api: Api, url: string): Stage {
	return {
		api,
		tokens: new Map(),
		async send({ method, path, headers, body }) {
			const response = await fetch(new URL(url).origin + path, {
				method,
				// A kept connection may be closed by the server just as the next request goes out.
				headers: { accept: 'application/json', connection: 'close', ...headers },
				redirect: 'manual',
				signal: AbortSignal.timeout(60_000),
				...(body === undefined ? {} : { body })
			});
			const type = response.headers.get('content-type') ?? '';
			return { status: response.status, type, text: await response.text() };
		},
		async wait(moments) {
			await sleep(MOMENT_MS);
			return moments * MOMENT_MS < PATIENCE_MS;
		}
	};
}
