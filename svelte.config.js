import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ strict: true }),
		// Relative paths: one build works from any mount path on a dumb static server.
		paths: { relative: true },
		// The page registers the worker itself: as a classic script, and with its own update policy.
		serviceWorker: { register: false },
		prerender: {
			// A fragment may hold a whole request; any other must name something on its page.
			handleMissingId({ id, message }) {
				if (!/^(try|z)=/.test(id)) throw new Error(message);
			},
			handleHttpError: 'fail'
		}
	}
};
