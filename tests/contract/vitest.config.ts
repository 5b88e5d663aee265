import { defineConfig } from 'vitest/config';

/** What is held against live servers, in parts that must not disturb each other. */
const PARTS: Record<string, string[]> = {
	cases: ['*.contract.ts'],
	fuzz: ['fuzz/*.contract.ts'],
	clients: ['clients/*.contract.ts', 'cli-ctl/*.contract.ts'],
	cli: ['cli/*.contract.ts'],
	course: ['course/*.contract.ts'],
	'lesson-blocks': ['lesson-blocks/*.contract.ts'],
	'cli-snippets': ['cli-snippets/*.contract.ts', '../wire/*.contract.ts']
};

export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: PARTS[process.env.WINDSOCK_PART ?? 'cases'] ?? [],
		testTimeout: 600_000,
		hookTimeout: 120_000,
		// A live server's processes race each other now and then; a difference between the two does not go away.
		retry: 2,
		fileParallelism: true
	}
});
