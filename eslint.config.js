import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Directions of import: core ← edge, core ← state ← ui ← routes (see docs/decisions/01-house.md).
const may = {
	request: [],
	openapi: ['request'],
	snippets: ['request', 'openapi'],
	import: ['request', 'openapi', 'snippets'],
	migrate: ['request', 'openapi'],
	simulator: ['request'],
	course: ['request', 'simulator'],
	browser: ['request', 'openapi', 'snippets', 'import', 'simulator', 'course'],
	runtimes: ['request', 'openapi', 'snippets', 'import', 'simulator', 'course'],
	state: ['request', 'openapi', 'snippets', 'import', 'simulator', 'course']
};
const folders = [...Object.keys(may), 'ui'];
const core = ['request', 'openapi', 'snippets', 'import', 'migrate', 'simulator', 'course'];

const forbid = (patterns) => ['error', { patterns }];
const parents = { regex: '^\\.\\./', message: 'Import with #lib/… and the .ts ending.' };

const directions = Object.entries(may).map(([folder, allowed]) => ({
	files: [`src/lib/${folder}/**/*.{ts,svelte}`],
	rules: {
		'no-restricted-imports': forbid([
			parents,
			...folders
				.filter((other) => other !== folder && !allowed.includes(other))
				.map((other) => ({
					regex: `^#lib/${other}/`,
					message: `${folder} may not import ${other}.`
				}))
		])
	}
}));

export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'.cache/',
			'node_modules/',
			'test-results/',
			'static/python/',
			'tests/bench/peers/node_modules/'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node, ...globals.serviceworker } },
		rules: {
			'no-undef': 'off',
			'no-restricted-imports': forbid([parents]),
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_+$' }
			],
			'no-empty': ['error', { allowEmptyCatch: false }],
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	...directions,
	{
		files: core.map((folder) => `src/lib/${folder}/**/*.ts`),
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...[
					'window',
					'document',
					'fetch',
					'localStorage',
					'indexedDB',
					'navigator',
					'process',
					'setTimeout',
					'setInterval'
				].map((name) => ({
					name,
					message: 'The core takes the outside world as arguments.'
				}))
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Time comes in as an argument.' },
				{ object: 'Math', property: 'random', message: 'Randomness comes in as an argument.' }
			]
		}
	}
);
