import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	test: {
		include: [
			'src/**/*.test.ts',
			'tests/house.test.ts',
			'tests/contract/**/*.test.ts',
			'tests/wire/**/*.test.ts'
		],
		testTimeout: 20_000
	}
});
