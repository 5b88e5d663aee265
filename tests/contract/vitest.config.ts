import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: ['*.contract.ts'],
		testTimeout: 600_000,
		fileParallelism: true
	}
});
