import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
// eslint-disable-next-line no-restricted-imports -- the one config above this folder, which this one varies
import site from '../../playwright.config.ts';

/** The page against real Airflows; `npm run test:airflow` starts them and says where they are. */
export default defineConfig({
	...site,
	testDir: '.',
	testMatch: '*.airflow.ts',
	fullyParallel: false,
	workers: 1,
	timeout: 180_000,
	reporter: [
		['list'],
		[
			'json',
			{ outputFile: resolve(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? '.cache/reports/page.json') }
		]
	],
	outputDir: '../../.cache/e2e-airflow'
});
