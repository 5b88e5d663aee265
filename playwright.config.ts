import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from '#bin/browser.ts';

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '*.spec.ts',
	fullyParallel: true,
	workers: 2,
	// A machine under load may miss a moment; what fails twice is broken. The report names what was flaky.
	retries: 1,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	reporter: [
		['list'],
		[
			'json',
			{ outputFile: resolve(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? '.cache/reports/e2e.json') }
		]
	],
	outputDir: '.cache/e2e',
	use: {
		browserName: 'chromium',
		launchOptions: { executablePath: findBrowser(), args: browserFlags() },
		viewport: { width: 1440, height: 900 },
		locale: 'ru-RU',
		trace: 'retain-on-failure'
	}
});
