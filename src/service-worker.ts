/// <reference lib="webworker" />
import '#lib/browser/local-storage-shim.ts';
import { base, build, files, prerendered, version } from '$service-worker';
import { getResponse } from 'msw';
import { bundledSpec } from '#lib/browser/own-spec.ts';
import { createShell } from '#lib/browser/shell.ts';
import { announceOn } from '#lib/browser/world-channel.ts';
import { worldHandlers } from '#lib/browser/world-handlers.ts';
import { createWorldHost } from '#lib/browser/world-host.ts';
import { keepInIndexedDb, worldsDatabase } from '#lib/browser/world-keep.ts';
import { broughtUp } from '#lib/simulator/timeline/life.ts';
import { labReply, toResponse } from '#lib/browser/wire.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;

const shell = createShell({ base, version, pages: prerendered, files: [...build, ...files] });
const handlers = worldHandlers(
	createWorldHost({
		basePath: base,
		keep: keepInIndexedDb(worldsDatabase(base), broughtUp),
		wallMs: () => Date.now(),
		announce: announceOn(worldsDatabase(base)),
		wait: (ms) => new Promise((done) => setTimeout(done, ms)),
		describe: (api) => bundledSpec(base, api)
	})
);

worker.addEventListener('install', (event) => {
	// Nothing to take over from: the first worker may start at once. An update waits until it is let in.
	const isFirst = !worker.registration.active;
	if (isFirst || import.meta.env.DEV) event.waitUntil(worker.skipWaiting());
	event.waitUntil(shell.store());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(shell.tidy().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
	if (event.data === 'SKIP_WAITING') event.waitUntil(worker.skipWaiting());
	if (event.data === 'CLAIM') event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (url.origin !== location.origin) return;
	if (url.pathname.startsWith(`${base}/airflow/`)) {
		event.respondWith(answerOf(request));
		return;
	}
	const answer = request.method === 'GET' ? shell.answer(request) : undefined;
	if (answer) event.respondWith(answer);
});

async function answerOf(request: Request): Promise<Response> {
	const reply = await getResponse(handlers, request);
	return reply ?? toResponse(labReply(404, 'No such world', 'The address names no world.'));
}
