import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BundledPart } from './bundled-parts.ts';

/** A wheel, pinned. */
interface Wheel {
	name: string;
	version: string;
	file: string;
	sha256: string;
	imports: string[];
	depends: string[];
}

/** What the site says of its Python: `static/python/manifest.json`. */
export interface PythonManifest {
	/** False: the wheels could not be had when the site was built. */
	isBundled: boolean;
	/** Folder of the files, from the site's root; another one for other files. */
	folder?: string;
	/** Name → bytes. */
	files?: Record<string, number>;
	parts?: BundledPart[];
}

const TARGET = 'static/python';
const MANIFEST = join(TARGET, 'manifest.json');
const WHEELS = 'src/lib/runtimes/python/wheels.json';
const PYODIDE = 'node_modules/pyodide';
const ENGINE = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip'];
const PLATFORMS: readonly (readonly [suffix: string, options: string[]])[] = [
	['any.whl', ['--implementation', 'py', '--abi', 'none', '--platform', 'any']],
	['', ['--implementation', 'cp', '--abi', 'cp314', '--platform', 'pyemscripten_2026_0_wasm32']]
];

/**
 * Puts Pyodide and the wheels where the site serves them from; at once when they are there already. Wheels come from
 * the package index that pip is set up for, by pinned version and hash, into the user's cache.
 */
export function preparePython(): PythonManifest {
	const wheels = JSON.parse(readFileSync(WHEELS, 'utf8')) as Wheel[];
	const { version } = JSON.parse(readFileSync(join(PYODIDE, 'package.json'), 'utf8')) as {
		version: string;
	};
	const hash = createHash('sha256').update(readFileSync(WHEELS)).digest('hex').slice(0, 8);
	const folder = `python/${version}-${hash}`;
	const known = readPythonManifest();
	if (known?.isBundled && known.folder === folder && existsSync(join('static', folder)))
		return known;

	rmSync(TARGET, { recursive: true, force: true });
	mkdirSync(join('static', folder), { recursive: true });
	const missing = fetchWheels(wheels);
	if (missing !== undefined) {
		console.warn(`Python is left out of the site: ${missing}`);
		rmSync(join('static', folder), { recursive: true });
		return write({ isBundled: false });
	}
	for (const file of ENGINE) copyFileSync(join(PYODIDE, file), join('static', folder, file));
	for (const { file } of wheels) copyFileSync(join(cache(), file), join('static', folder, file));
	writeFileSync(join('static', folder, 'packages.json'), JSON.stringify(packagesOf(wheels)));
	const names = readdirSync(join('static', folder));
	const sizes = names.map((name) => [name, statSync(join('static', folder, name)).size] as const);
	const parts = [...enginesParts(version), ...wheels.map(partOf)];
	return write({ isBundled: true, folder, files: Object.fromEntries(sizes), parts });
}

/** What the last build said; undefined = there was none. */
export function readPythonManifest(): PythonManifest | undefined {
	if (!existsSync(MANIFEST)) return undefined;
	return JSON.parse(readFileSync(MANIFEST, 'utf8')) as PythonManifest;
}

function write(manifest: PythonManifest): PythonManifest {
	writeFileSync(MANIFEST, JSON.stringify(manifest));
	return manifest;
}

function cache(): string {
	return join(process.env.WINDSOCK_CACHE ?? join(homedir(), '.cache', 'windsock'), 'wheels');
}

/** Undefined = all are in the cache; else why not. */
function fetchWheels(wheels: readonly Wheel[]): string | undefined {
	mkdirSync(cache(), { recursive: true });
	const isThere = ({ file, sha256 }: Wheel) =>
		existsSync(join(cache(), file)) && hashOf(join(cache(), file)) === sha256;
	for (const [at, [suffix, options]] of PLATFORMS.entries()) {
		const asked = wheels.filter(
			(wheel) =>
				!isThere(wheel) &&
				PLATFORMS.findIndex(([end]) => wheel.file.endsWith(end) && end !== '') ===
					(at === 0 ? 0 : -1)
		);
		if (asked.length === 0) continue;
		const draft = join(cache(), `draft-${process.pid}`);
		const pip = ['-m', 'pip', 'download', '-q', '--no-deps', '--only-binary=:all:'];
		const names = asked.map(({ name, version }) => `${name}==${version}`);
		const all = [...pip, ...options, '--python-version', '3.14', '-d', draft, ...names];
		const { status, error, stderr } = spawnSync('python3', all, {
			encoding: 'utf8',
			timeout: 300_000
		});
		if (error || status !== 0) {
			rmSync(draft, { recursive: true, force: true });
			return `pip could not fetch ${suffix === '' ? 'the WebAssembly wheel' : 'the wheels'}. ${(stderr ?? '').trim().split('\n').at(-1) ?? ''}`;
		}
		for (const file of readdirSync(draft)) renameSync(join(draft, file), join(cache(), file));
		rmSync(draft, { recursive: true });
	}
	const wrong = wheels.filter((wheel) => !isThere(wheel)).map(({ file }) => file);
	return wrong.length === 0
		? undefined
		: `of ${wrong.join(', ')} other bytes came than are pinned.`;
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The packages as Pyodide wants to know them. */
function packagesOf(wheels: readonly Wheel[]) {
	const { info } = JSON.parse(readFileSync(join(PYODIDE, 'pyodide-lock.json'), 'utf8')) as {
		info: unknown;
	};
	const packages = wheels.map(({ name, version, file, sha256, imports, depends }) => [
		name,
		{
			name,
			version,
			file_name: file,
			install_dir: 'site',
			sha256,
			package_type: 'package',
			imports,
			depends
		}
	]);
	return { info, packages: Object.fromEntries(packages) as Record<string, unknown> };
}

const READ_WHEEL = `
import json, re, sys, zipfile
wheel = zipfile.ZipFile(sys.argv[1])
names = [name for name in wheel.namelist() if ".dist-info/" in name]
meta = wheel.read(next(name for name in names if name.endswith("METADATA"))).decode()
found = re.search(r"^License-Expression: (.*)$", meta, re.M) or re.search(r"^License: (.*)$", meta, re.M)
texts = [wheel.read(name).decode("utf-8", "replace").strip() for name in names
         if re.search(r"(^|/)(licen[cs]e|copying|notice)[^/]*$", name, re.I)]
print(json.dumps({"licence": found.group(1) if found else "", "texts": texts}))
`;

function partOf({ name, version, file }: Wheel): BundledPart {
	const { stdout } = spawnSync('python3', ['-c', READ_WHEEL, join(cache(), file)], {
		encoding: 'utf8'
	});
	const read = JSON.parse(stdout) as Pick<BundledPart, 'licence' | 'texts'>;
	return { name, version, ...read };
}

/** Pyodide's package brings no licence text: both are named with where it is kept. */
const enginesParts = (version: string): BundledPart[] => [
	{ name: 'Pyodide', version, licence: 'MPL-2.0', texts: [] },
	{ name: 'CPython', version: '3.14', licence: 'PSF-2.0', texts: [] }
];
