import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveFolder, type Served } from './serve.ts';

let folder: string;
let served: Served;

beforeAll(async () => {
	const outside = await mkdtemp(join(tmpdir(), 'windsock-serve-'));
	folder = join(outside, 'site');
	await mkdir(join(folder, 'ru'), { recursive: true });
	await writeFile(join(outside, 'secret.txt'), 'secret');
	await writeFile(join(folder, 'index.html'), '<p>home');
	await writeFile(join(folder, 'ru', 'index.html'), '<p>ru');
	await writeFile(join(folder, 'service-worker.js'), 'let a;');
	served = await serveFolder(folder, { port: 0, mount: '/some/lab/' });
});

afterAll(async () => {
	await served.close();
	await rm(join(folder, '..'), { recursive: true });
});

/** As sent: `fetch` would tidy the path. */
function ask(path: string, method = 'GET') {
	return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
		(done, fail) => {
			const sent = request({ port: served.port, host: 'localhost', path, method }, (reply) => {
				let text = '';
				reply.on('data', (part) => (text += part));
				reply.on('end', () =>
					done({ status: reply.statusCode ?? 0, headers: reply.headers, text })
				);
			});
			sent.on('error', fail).end();
		}
	);
}

describe('a served folder', () => {
	test.each([
		['/some/lab/', 200, 'text/html; charset=utf-8'],
		['/some/lab/?a=1', 200, 'text/html; charset=utf-8'],
		['/some/lab/ru/', 200, 'text/html; charset=utf-8'],
		['/some/lab/service-worker.js', 200, 'text/javascript; charset=utf-8'],
		['/some/lab/nothing', 404, 'text/plain; charset=utf-8'],
		['/', 404, 'text/plain; charset=utf-8'],
		['/ru/', 404, 'text/plain; charset=utf-8'],
		['/some/lab/../secret.txt', 404, 'text/plain; charset=utf-8'],
		['/some/lab/%2e%2e%2fsecret.txt', 404, 'text/plain; charset=utf-8'],
		['/some/lab/%00', 404, 'text/plain; charset=utf-8'],
		['/some/lab/%E0%A4%A', 404, 'text/plain; charset=utf-8']
	])('%s is %i %s', async (path, status, type) => {
		const reply = await ask(path);

		expect([reply.status, reply.headers['content-type']]).toEqual([status, type]);
	});

	test.each([
		['/some/lab', '/some/lab/'],
		['/some/lab/ru?a=1', '/some/lab/ru/?a=1']
	])('%s leads to %s', async (path, location) => {
		const reply = await ask(path);

		expect([reply.status, reply.headers.location]).toEqual([301, location]);
	});

	test('takes nothing but reading', async () => {
		expect((await ask('/some/lab/', 'POST')).status).toBe(405);
		expect(await ask('/some/lab/', 'HEAD')).toMatchObject({ status: 200, text: '' });
	});

	test('is never kept by a browser without asking, the worker above all', async () => {
		const { headers } = await ask('/some/lab/service-worker.js');

		expect(headers['cache-control']).toBe('no-cache');
	});

	test('is compressed for those who can read that', async () => {
		const reply = await fetch(served.url, { headers: { 'accept-encoding': 'gzip' } });

		expect(reply.headers.get('content-encoding')).toBe('gzip');
		expect(await reply.text()).toBe('<p>home');
	});

	test('answers with 404.html when there is one', async () => {
		await writeFile(join(folder, '404.html'), '<p>lost');

		expect(await ask('/some/lab/nothing')).toMatchObject({ status: 404, text: '<p>lost' });
		await rm(join(folder, '404.html'));
	});
});
