import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { decodeShared, encodeShared, type SharedRequest } from '#lib/request/link.ts';
import { controlled, expect, faults, field, rawBody, test } from './site.ts';

const connection: SharedRequest = {
	api: 'v2',
	draft: {
		operation: 'POST /connections',
		path: {},
		query: {},
		headers: {},
		body: '{"connection_id": "shop", "conn_type": "postgres", "password": "hunter2"}',
		contentType: 'application/json'
	},
	code: 'python-requests',
	view: 'raw',
	note: 'Give it your own password,\nthen press Send.',
	scenario: 'production-morning'
};

const shown = async (page: Page, name: string) =>
	(await page.locator(`[data-share=${name}]`).textContent()) ?? '';

test('a link carries the request, the code, the note and the world, and asks for what it left out', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}en/server/`);
	await expect(page.getByText('hello_api').first()).toBeVisible();
	await page.goto(`${site.url}en/play/#${await encodeShared(connection)}`);
	await controlled(page);

	await expect(page.getByText('Give it your own password,')).toBeVisible();
	await expect(page.getByText('Nothing has been sent')).toBeVisible();
	await expect(page.getByTestId('code-target')).toHaveValue('python-requests');
	await expect(page.locator('[data-snippet=python-requests]')).toContainText('{{password}}');
	expect(await faults(page)).toEqual([]);

	await page.getByRole('button', { name: 'Start that world' }).click();
	await expect(page.getByText('The request is meant for')).toBeHidden();
	await page.getByLabel('password').fill('my "own"');
	await page.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(page.getByTestId('status')).toContainText('201');
	expect(JSON.parse(await rawBody(page))).toMatchObject({ connection_id: 'shop' });
});

test('the share dialog gives link, badge, frame and QR code, and no secret', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}ru/play/?api=v2&op=post_connection`);
	await controlled(page);
	const body = page.locator('section[aria-labelledby=body-title]');
	await body.getByRole('button', { name: 'Форма' }).click();
	await field(body, 'password').fill('hunter2');
	await page.getByRole('button', { name: 'Поделиться' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Пояснение для того, кто откроет').fill('Привет, группа!');
	await expect(page.locator('[data-share=link]')).toContainText('#');
	await expect(dialog.getByText('Вместо секретов в ссылке останутся пустые места')).toContainText(
		'password'
	);
	await expect(dialog.getByRole('img', { name: 'QR-код ссылки' })).toBeVisible();

	await expect
		.poll(async () => (await decodeShared(new URL(await shown(page, 'link')).hash))?.note)
		.toBe('Привет, группа!');
	const link = await shown(page, 'link');
	for (const name of ['link', 'badge', 'frame'])
		expect(await shown(page, name)).not.toContain('hunter2');
	expect(await shown(page, 'badge')).toContain(`](${site.url}badge.svg)](`);
	const badge = await page.request.get(`${site.url}badge.svg`);
	expect(badge.headers()['content-type']).toContain('image/svg+xml');
	expect(await faults(page)).toEqual([]);

	await page.goto('about:blank');
	await page.goto(link);
	await expect(page.getByText('Привет, группа!')).toBeVisible();
	await expect(page.getByLabel('password').first()).toBeVisible();
});

test('the embedded view works in a frame of another site', async ({ page, site }) => {
	const fragment = await encodeShared({
		api: 'v2',
		draft: {
			operation: 'GET /dags/{dag_id}',
			path: { dag_id: 'hello_api' },
			query: {},
			headers: {}
		}
	});
	const source = `${site.url}en/play/?embed#${fragment}`.replaceAll('&', '&amp;');
	const platform = createServer((_, response) =>
		response
			.writeHead(200, { 'content-type': 'text/html' })
			.end(`<iframe src="${source}" width="1000" height="900"></iframe>`)
	);
	await new Promise<void>((ready) => platform.listen(0, '127.0.0.1', ready));
	await page.goto(`http://127.0.0.1:${(platform.address() as AddressInfo).port}/`);
	const frame = page.frameLocator('iframe');
	await expect(frame.getByRole('navigation')).toHaveCount(0);
	await expect(frame.getByLabel(/^dag_id/)).toHaveValue('hello_api');
	await frame.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(frame.getByTestId('status')).toContainText('200');
	platform.close();
});

test('a browser that denies storage in frames has a working page all the same', async ({
	page,
	site
}) => {
	await page.setContent(
		`<iframe src="${site.url}en/play/?api=v2&amp;op=get_dags" width="1000" height="900"></iframe>`
	);
	const frame = page.frameLocator('iframe');
	await frame.getByRole('button', { name: 'Send', exact: true }).click();
	await expect(frame.getByTestId('status')).toContainText('200');
});
