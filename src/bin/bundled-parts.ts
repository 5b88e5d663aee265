import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A part of the site that others wrote. */
export interface BundledPart {
	name: string;
	version: string;
	/** SPDX expression, as the part names it. */
	licence: string;
	/** Its licence and notices, word for word; empty where the part brings none. */
	texts: readonly string[];
}

/** Between two texts of the file that holds all of them. */
export const SEPARATOR = `\n${'='.repeat(78)}\n`;

/** All that the site is made of, Python first. */
export const allParts = (): BundledPart[] => [...pythonParts(), ...npmParts()];

/** CPython, Pyodide and the Python packages, as the build wrote them down; empty where it has none. */
export function pythonParts(): BundledPart[] {
	const { parts = [] } = readManifest();
	const textOf = (name: string) => parts.find((part) => part.name === name)?.texts ?? [];
	return parts.map((part) => {
		// Neither brings its text along: CPython's is the one that typing-extensions is under, word for word.
		if (part.name === 'CPython') return { ...part, texts: textOf('typing-extensions') };
		return part.licence === 'MPL-2.0' ? { ...part, texts: [...part.texts, mozilla()] } : part;
	});
}

/** The npm packages that the site is built from, as they are installed, by name. */
export function npmParts(): BundledPart[] {
	const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
	const parts = Object.entries(lock.packages)
		.filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
		.map(([path, { version = '', license = '' }]) => ({
			name: path.replace(/^.*node_modules\//, ''),
			version,
			licence: license,
			texts: textsIn(path)
		}));
	const unique = new Map(parts.map((part) => [`${part.name} ${part.version}`, part]));
	return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Each text once, with the parts that it covers. */
export function textsOf(parts: readonly BundledPart[]): { of: string[]; text: string }[] {
	const covers = new Map<string, string[]>();
	for (const { name, version, texts } of parts) {
		for (const text of texts) covers.set(text, [...(covers.get(text) ?? []), `${name} ${version}`]);
	}
	return [...covers].map(([text, of]) => ({ of, text }));
}

const MANIFEST = 'static/python/manifest.json';

function readManifest(): { parts?: BundledPart[] } {
	if (!existsSync(MANIFEST)) return {};
	return JSON.parse(readFileSync(MANIFEST, 'utf8')) as { parts?: BundledPart[] };
}

const mozilla = () => readFileSync('src/bin/licences/MPL-2.0.txt', 'utf8').trim();

interface Lock {
	packages: Record<
		string,
		{ version?: string; license?: string; dev?: boolean; devOptional?: boolean }
	>;
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

function textsIn(folder: string): string[] {
	try {
		return readdirSync(folder, { withFileTypes: true })
			.filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
			.map(({ name }) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
	} catch {
		// An optional package that this machine does not need is not installed.
		return [];
	}
}
