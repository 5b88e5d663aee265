import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const CODE = /\.(ts|svelte)$/;
const MAX_LINES = 250;
/** Tables of cases, not code. */
const DATA = /^tests\/contract\/cases\//;
const TOP_LEVEL = new Set([
	'src',
	'static',
	'tests',
	'docs',
	'LICENSE',
	'README.md',
	'package.json',
	'package-lock.json',
	'vite.config.ts',
	'svelte.config.js',
	'tsconfig.json',
	'eslint.config.js',
	'playwright.config.ts',
	// Made by tools, never committed.
	'node_modules',
	'build',
	'test-results'
]);

/** Which folders of src/lib each folder may import. */
const MAY: Record<string, string[]> = {
	request: [],
	openapi: ['request'],
	snippets: ['request', 'openapi'],
	import: ['request', 'openapi', 'snippets'],
	migrate: ['request', 'openapi'],
	simulator: ['request'],
	course: ['request', 'simulator'],
	browser: ['request', 'openapi', 'snippets', 'import', 'migrate', 'simulator', 'course'],
	runtimes: ['request', 'openapi', 'snippets', 'import', 'migrate', 'simulator', 'course'],
	state: ['request', 'openapi', 'snippets', 'import', 'migrate', 'simulator', 'course'],
	ui: [
		'request',
		'openapi',
		'snippets',
		'import',
		'migrate',
		'simulator',
		'course',
		'browser',
		'runtimes',
		'state'
	]
};

const files = [...walk(join(ROOT, 'src')), ...walk(join(ROOT, 'tests'))].filter((file) =>
	CODE.test(file)
);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

describe('the house', () => {
	it('keeps its top level to what was agreed', () => {
		const strange = readdirSync(ROOT).filter(
			(name) => !name.startsWith('.') && !TOP_LEVEL.has(name)
		);
		expect(strange).toEqual([]);
	});

	it(`has no file over ${MAX_LINES} lines`, () => {
		const long = files
			.map((file) => ({
				file: short(file),
				lines: readFileSync(file, 'utf8').split('\n').length - 1
			}))
			.filter(({ file, lines }) => lines > MAX_LINES && !DATA.test(file));
		expect(long).toEqual([]);
	});

	it('has no file named for nothing in particular', () => {
		const vague = files
			.map(short)
			.filter((file) => /(^|\/)(utils?|helpers?|common|misc|index)\./.test(file));
		expect(vague).toEqual([]);
	});

	it('imports only in the agreed directions', () => {
		const wrong = [...imports].flatMap(([file, targets]) => {
			const from = folderOf(file);
			if (from === undefined || file.endsWith('.test.ts')) return [];
			return targets
				.map(folderOf)
				.filter((to) => to !== undefined && to !== from && !(MAY[from] ?? []).includes(to))
				.map((to) => `${short(file)} imports ${to}`);
		});
		expect(wrong).toEqual([]);
	});

	it('has no circle of imports', () => {
		expect(circles()).toEqual([]);
	});

	it('names no machine and no registry', () => {
		const texts = [
			...walk(join(ROOT, 'src')),
			...walk(join(ROOT, 'tests')),
			...walk(join(ROOT, 'docs'))
		];
		const marks = [
			['/wo', 'rk/'].join(''),
			['/tmp', '/ws'].join(''),
			['registry.', 'npmjs'].join('')
		];
		const telling = texts.filter((file) => {
			const text = readFileSync(file, 'utf8');
			return marks.some((mark) => text.includes(mark));
		});
		expect(telling.map(short)).toEqual([]);
	});
});

function walk(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).flatMap((name) => {
		if (name === 'node_modules' || name === '__pycache__') return [];
		const path = join(folder, name);
		return statSync(path).isDirectory() ? walk(path) : [path];
	});
}

function importsOf(file: string): string[] {
	const text = readFileSync(file, 'utf8');
	// `import type` is erased: it may close a circle without one being there at run time.
	const found = text.matchAll(/^\s*(?:import|export)\s+(?!type\b)[^'";]*?from\s+'([^']+)'/gm);
	return [...found].flatMap(([, name = '']) => {
		if (name.startsWith('#lib/')) return [join(ROOT, 'src/lib', name.slice(5))];
		if (name.startsWith('#lessons/')) return [join(ROOT, 'src/lessons', name.slice(9))];
		if (name.startsWith('#bin/')) return [join(ROOT, 'src/bin', name.slice(5))];
		return name.startsWith('.') ? [resolve(dirname(file), name)] : [];
	});
}

function folderOf(file: string): string | undefined {
	const match = /^src\/lib\/([^/]+)\//.exec(short(file));
	return match?.[1];
}

function circles(): string[] {
	const found: string[] = [];
	const done = new Set<string>();
	const visit = (file: string, trail: string[]) => {
		if (trail.includes(file)) {
			found.push([...trail.slice(trail.indexOf(file)), file].map(short).join(' → '));
			return;
		}
		if (done.has(file)) return;
		for (const next of imports.get(file) ?? []) visit(next, [...trail, file]);
		done.add(file);
	};
	for (const file of imports.keys()) visit(file, []);
	return found;
}

function short(file: string): string {
	return relative(ROOT, file);
}
