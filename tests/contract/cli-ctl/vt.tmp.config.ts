import { defineConfig } from 'vitest/config';
export default defineConfig({
	test: {
		root: '/work/main/tests/contract',
		include: ['cli-ctl/*.contract.ts'],
		testTimeout: 600000,
		maxConcurrency: 6
	}
});
