import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { preparePython } from './src/bin/python-parts.ts';

// Tests of the core need no Python; those that do prepare it themselves.
if (!process.env.VITEST) preparePython();

export default defineConfig({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	test: {
		include: [
			'src/**/*.test.ts',
			'tests/house.test.ts',
			'tests/contract/**/*.test.ts',
			'tests/wire/**/*.test.ts',
			'tests/runtimes/**/*.test.ts'
		],
		testTimeout: 20_000
	}
});
