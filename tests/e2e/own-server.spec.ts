import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const SECRET = 'correct horse battery staple';
const OPEN_CORS = {
	'access-control-allow-origin': '*',
	'access-control-allow-headers': 'authorization,content-type',
	'access-control-allow-methods': 'GET,POST,PATCH,DELETE'
};

interface Small {
	url: string;
	/** Requests that arrived, preflights left out. */
	seen: IncomingMessage[];
	close(): Promise<void>;
}

type Answer = { status: number; body: unknown; headers?: Record<string, string> };

async function serve(answer: (request: IncomingMessage) => Answer): Promise<Small> {
	const seen: IncomingMessage[] = [];
	const server: Server = createServer((request, response) => {
		const isPreflight = request.method === 'OPTIONS';
		if (!isPreflight) seen.push(request);
		const { status, body, headers = OPEN_CORS } = answer(request);
		response.writeHead(isPreflight ? 200 : status, {
			...headers,
			'content-type': 'application/json'
		});
		response.end(JSON.stringify(body));
	});
	await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
	const { port } = server.address() as AddressInfo;
	const close = () => new Promise<void>((done) => server.close(() => done()));
	return { url: `http://localhost:${port}`, seen, close };
}

/** A token that says when it expires; nobody checks its signature here. */
function tokenUntil(expiresS: number): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	return `${part({ alg: 'none' })}.${part({ exp: expiresS })}.x`;
}

async function choose(page: Page, url: string) {
	// The radio is there before the script that listens to it.
	await expect(async () => {
		await page.getByRole('radio').nth(2).check();
		await expect(page.locator('#base')).toBeVisible({ timeout: 1000 });
	}).toPass();
	await page.locator('#base').fill(url);
	await page.locator('#base').blur();
}

const send = (page: Page) => page.getByRole('button', { name: /^(Отправить|Send)$/ }).click();

/** Everything this origin keeps, as text. */
const kept = (page: Page) =>
	page.evaluate(async () => {
		const texts = [JSON.stringify(localStorage), location.href];
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await new Promise<IDBDatabase>((done) => {
				const asked = indexedDB.open(name);
				asked.onsuccess = () => done(asked.result);
			});
			for (const store of database.objectStoreNames) {
				const all = database.transaction(store).objectStore(store).getAll();
				await new Promise((done) => (all.onsuccess = done));
				texts.push(JSON.stringify(all.result));
			}
			database.close();
		}
		return texts.join('\n');
	});

for (const [lang, title] of [
	['ru', 'не разрешает этой странице читать ответ (CORS)'],
	['en', 'does not let this page read the answer (CORS)']
] as const) {
	test(`a server that refuses the page's origin gets all three keys (${lang})`, async ({
		page,
		site
	}) => {
		const server = await serve(() => ({ status: 200, body: {}, headers: {} }));
		await page.goto(`${site.url}${lang}/play/?api=v2&op=get_dags`);
		await choose(page, server.url);
		await send(page);

		const trouble = page.getByRole('alert');
		await expect(trouble).toContainText(title);
		await expect(trouble).toContainText(
			`access_control_allow_origins = ${new URL(site.url).origin}`
		);
		await expect(trouble).toContainText('access_control_allow_methods = GET,POST,PATCH');
		await expect(trouble).toContainText('access_control_allow_headers = authorization');
		await server.close();
	});
}

test('a port where nobody listens is called that', async ({ page, site }) => {
	const server = await serve(() => ({ status: 200, body: {} }));
	await server.close();
	await page.goto(`${site.url}en/play/?api=v2&op=get_dags`);
	await choose(page, server.url);
	await send(page);
	await expect(page.getByRole('alert')).toContainText(`Nothing answers at ${server.url}`);
});

test('a 401 to an expired token is explained', async ({ page, site }) => {
	const server = await serve(() => ({ status: 401, body: { detail: 'Token Expired' } }));
	await page.goto(`${site.url}en/play/?api=v2&op=get_dags`);
	await choose(page, server.url);
	await page.locator('#token').fill(tokenUntil(1_700_000_000));
	await expect(page.getByText(/The token expired on/)).toBeVisible();
	await send(page);
	await expect(page.getByText('Your token has expired. Log in again')).toBeVisible();
	await server.close();
});

test('logs in once, forgets the password, and tells the token to nobody else', async ({
	page,
	site,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const token = tokenUntil(4_000_000_000);
	const server = await serve(({ url }) =>
		url === '/auth/token'
			? { status: 201, body: { access_token: token } }
			: { status: 200, body: { dags: [], total_entries: 0 } }
	);
	const other = await serve(() => ({ status: 200, body: {} }));
	await page.goto(`${site.url}en/play/?api=v2&op=get_dags`);
	await choose(page, server.url);
	await page.locator('#username').fill('admin');
	await page.locator('#password').fill(SECRET);
	await page.getByRole('button', { name: 'Log in' }).click();
	await expect(page.getByText(/The token is good until/)).toBeVisible();
	await expect(page.locator('#password')).toHaveValue('');
	await send(page);
	await expect(page.getByTestId('status')).toContainText('200');
	expect(server.seen.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);

	await page.getByRole('button', { name: 'Share' }).click();
	await page.getByRole('button', { name: /^Copy ?: Link$/ }).click();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	const shown = `${link}\n${await page.locator('main').innerText()}\n${await kept(page)}`;
	for (const secret of [SECRET, token]) expect(shown).not.toContain(secret);
	await page.keyboard.press('Escape');

	await choose(page, other.url);
	await expect(page.locator('#token')).toHaveValue('');
	await send(page);
	await expect(page.getByTestId('status')).toContainText('200');
	expect(other.seen.map(({ headers }) => headers.authorization)).toEqual([undefined]);
	await server.close();
	await other.close();
});

test('keeps a server only when asked to, and no secret for another address', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/play/?api=v2&op=get_dags`);
	await choose(page, 'http://localhost:9');
	await page.locator('#token').fill(SECRET);
	expect(await kept(page)).not.toContain(SECRET);

	await page.getByLabel(/Keep in this browser/).check();
	await expect.poll(() => kept(page)).toContain(SECRET);
	await page.reload();
	await page.getByRole('radio').nth(2).check();
	await expect(page.locator('#token')).toHaveValue(SECRET);

	await page.locator('#base').fill('http://localhost:10');
	await page.locator('#base').blur();
	await expect(page.locator('#token')).toHaveValue('');
	await expect.poll(() => kept(page)).not.toContain(SECRET);
});

test('a request on its way can be cancelled', async ({ page, site }) => {
	const server: Server = createServer(() => undefined);
	await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
	await page.goto(`${site.url}en/play/?api=v2&op=get_dags`);
	await choose(page, `http://localhost:${(server.address() as AddressInfo).port}`);
	await send(page);
	await page.getByRole('button', { name: 'Cancel', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('The request was cancelled');
	server.closeAllConnections();
	server.close();
});
