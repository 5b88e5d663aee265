import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { preparePython } from './src/bin/python-parts.ts';

// Tests of the core need no Python; those that do prepare it themselves.
if (!process.env.VITEST) preparePython();

export default defineConfig({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	// Found only when the shell is first used, it would make the development server reload the page then.
	optimizeDeps: { include: ['just-bash/browser'] },
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
