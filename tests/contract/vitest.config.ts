import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: ['*.contract.ts'],
		testTimeout: 600_000,
		// A live server's processes race each other now and then; a difference between the two does not go away.
		retry: 1,
		fileParallelism: true
	}
});
