import { existsSync, mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from './browser.ts';
import { serveFolder } from './serve.ts';

/** Pictures for the README and for looking at: `npm run screenshots [folder]`, after a build. */
const FOLDER = process.argv[2] ?? 'docs/screenshots';
const WIDE = { width: 1440, height: 960 };
const PHONE = { width: 390, height: 844 };

interface Shot {
	name: string;
	path: string;
	size?: typeof WIDE;
	theme?: 'light' | 'dark';
	/** The whole page, not just what the window shows. */
	isWhole?: boolean;
	prepare?: (page: Page) => Promise<void>;
}

const PLAY = 'play/?api=v2&op=trigger_dag_run';

/** For the README. */
const shown: Shot[] = [
	{ name: 'playground-en', path: `en/${PLAY}`, prepare: triggered('Send') },
	{ name: 'lesson-ru', path: 'ru/course/01-overview/', prepare: atExercise },
	{ name: 'control-room-en', path: 'en/server/', prepare: busyWorld },
	{ name: 'terminal-en', path: 'en/terminal/', prepare: typed }
];

/** Every screen in both languages and themes, wide and on a phone: for looking at after a change. */
const all: Shot[] = (['ru', 'en'] as const).flatMap((lang) => {
	const send = lang === 'ru' ? 'Отправить' : 'Send';
	return (['light', 'dark'] as const).flatMap((theme) =>
		[WIDE, PHONE].flatMap((size) => {
			const suffix = `${lang}-${theme}-${size === WIDE ? 'wide' : 'phone'}`;
			return [
				{ name: `home-${suffix}`, path: `${lang}/`, theme, size },
				{
					name: `play-${suffix}`,
					path: `${lang}/${PLAY}`,
					theme,
					size,
					isWhole: size === PHONE,
					prepare: triggered(send)
				},
				{
					name: `server-${suffix}`,
					path: `${lang}/server/`,
					theme,
					size,
					isWhole: true,
					prepare: busyWorld
				},
				{ name: `course-${suffix}`, path: `${lang}/course/`, theme, size },
				{
					name: `lesson-${suffix}`,
					path: `${lang}/course/01-overview/`,
					theme,
					size,
					isWhole: true
				}
			] satisfies Shot[];
		})
	);
});

if (!existsSync('build/index.html')) throw new Error('Build first: npm run build');
mkdirSync(FOLDER, { recursive: true });
const site = await serveFolder('build', { port: 0 });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags() });
try {
	const named = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
	const wanted = process.argv.includes('--all') || named !== undefined ? all : shown;
	for (const shot of wanted.filter(({ name }) => name.startsWith(named ?? ''))) await take(shot);
} finally {
	await browser.close();
	await site.close();
}

async function take({ name, path, size = WIDE, theme = 'light', isWhole = false, prepare }: Shot) {
	const context = await browser.newContext({ viewport: size, colorScheme: theme });
	const page = await context.newPage();
	await page.goto(site.url + path);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await page.evaluate(() => document.fonts.ready);
	await prepare?.(page);
	await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: isWhole });
	await context.close();
	console.log(`${FOLDER}/${name}.png`);
}

function triggered(send: string) {
	return async (page: Page) => {
		await page
			.getByLabel(/^dag_id\b/)
			.first()
			.fill('nightly_sales');
		await page.getByRole('button', { name: send, exact: true }).click();
		await page.getByTestId('status').waitFor();
		await page.locator('.monaco-editor .view-lines').nth(1).waitFor();
		await page.evaluate(() => scrollTo(0, 0));
	};
}

/** A pipeline, a command of airflow and an error. */
async function typed(page: Page) {
	const field = page.getByTestId('terminal-input');
	for (const [index, line] of [
		`curl -s -H "Authorization: Bearer $AIRFLOW_TOKEN" localhost:8080/api/v2/dags | jq -r '.dags[].dag_id'`,
		'airflow pools list',
		'curl -sSf -H "Authorization: Bearer $AIRFLOW_TOKEN" localhost:8080/api/v2/dags/no_such'
	].entries()) {
		await field.fill(line);
		await field.press('Enter');
		await page.getByTestId('terminal-entry').nth(index).getByText('exit code').waitFor();
	}
}

/** Runs that end each in its own way, half a minute later. */
async function busyWorld(page: Page) {
	const dags = ['nightly_sales', 'broken_export', 'flaky_import', 'hello_api'];
	await send(page, [
		...dags.map((dag): [string, unknown] => [`/api/v1/dags/${dag}/dagRuns`, {}]),
		['/_lab/advance', { ms: 45_000 }],
		['/api/v1/dags/long_backup/dagRuns', {}],
		['/api/v1/pools', { name: 'etl', slots: 4 }],
		['/_lab/advance', { ms: 9_000 }],
		['/_lab/faults', { faults: [{ kind: '503', times: 3 }] }]
	]);
	await page.locator('button.run').last().waitFor();
	await page.locator('li:has-text("nightly_sales") button.run').last().click();
	await page.locator('table .track').first().waitFor();
	await page.evaluate(() => scrollTo(0, 0));
}

/** Posts to the page's own world, one after another. */
function send(page: Page, posts: [path: string, body: unknown][]): Promise<void> {
	return page.evaluate(async (all) => {
		const base = location.pathname.replace(/(ru|en)\/server\/$/, 'airflow/main');
		for (const [path, body] of all)
			await fetch(base + path, {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					authorization: `Basic ${btoa('admin:admin')}`
				},
				body: JSON.stringify(body)
			});
	}, posts);
}

async function atExercise(page: Page) {
	await page.locator('[data-exercise] .monaco-editor .view-lines').first().waitFor();
	await page.locator('[data-exercise]').first().scrollIntoViewIfNeeded();
	await page.evaluate(() => document.querySelector('[data-exercise]')?.scrollIntoView());
}
