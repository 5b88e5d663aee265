import type { InMemoryFs } from 'just-bash/browser';
import type { Piece } from '#lib/runtimes/run.ts';
import { DECLARED } from './script.ts';
import { LIVE_ERR, LIVE_OUT } from './live-output.ts';

export const HOME = '/home/learner';

/** More than a course needs, less than a browser's storage. */
export const MOST_FILES = 1_000;
export const MOST_BYTES = 5_000_000;

type Content = Parameters<InMemoryFs['writeFile']>[1];
type Options = Parameters<InMemoryFs['writeFile']>[2];

/** What a home folder tells. */
export interface HomePorts {
	/** Written to the terminal. */
	tell(piece: Piece): void;
	/** A file has changed. */
	changed(): void;
	/** More than there is room for: one sentence. */
	exceeded(sentence: string): void;
}

/** A file system with a home folder of limited size and two files that are the terminal. */
export async function createHome(
	{ InMemoryFs: Memory }: { InMemoryFs: typeof InMemoryFs },
	files: Readonly<Record<string, string>>,
	{ tell, changed, exceeded }: HomePorts
) {
	const sizes = new Map<string, number>();
	let bytes = 0;
	let isOpen = false;

	function charge(path: string, size: number) {
		if (path === DECLARED) return;
		bytes += size - (sizes.get(path) ?? 0);
		sizes.set(path, size);
		if (!isOpen) return;
		if (sizes.size > MOST_FILES) refuse(path, `There is room for ${MOST_FILES} files here.`);
		if (bytes > MOST_BYTES) refuse(path, `There is room for ${MOST_BYTES / 1e6} MB of files here.`);
		if (path.startsWith(`${HOME}/`)) changed();
	}

	function refuse(path: string, sentence: string): never {
		bytes -= sizes.get(path) ?? 0;
		sizes.delete(path);
		exceeded(sentence);
		throw new Error(`${path}: No space left on device`);
	}

	class Home extends Memory {
		override async appendFile(path: string, content: Content, options?: Options): Promise<void> {
			const to = path === LIVE_OUT ? 'out' : path === LIVE_ERR ? 'err' : undefined;
			if (!to) {
				charge(path, (sizes.get(path) ?? 0) + content.length);
				return super.appendFile(path, content, options);
			}
			const text = textOf(content, options);
			if (text !== '') tell({ to, text });
		}

		override async writeFile(path: string, content: Content, options?: Options): Promise<void> {
			if (path === LIVE_OUT || path === LIVE_ERR) return;
			charge(path, content.length);
			await super.writeFile(path, content, options);
		}

		override async rm(path: string, options?: { recursive?: boolean; force?: boolean }) {
			await super.rm(path, options);
			for (const [one, size] of sizes) {
				if (one !== path && !one.startsWith(`${path}/`)) continue;
				bytes -= size;
				sizes.delete(one);
			}
			changed();
		}

		override async mv(from: string, to: string) {
			await super.mv(from, to);
			for (const [one, size] of [...sizes]) {
				if (one !== from && !one.startsWith(`${from}/`)) continue;
				sizes.delete(one);
				sizes.set(to + one.slice(from.length), size);
			}
			changed();
		}
	}

	const fs = new Home();
	for (const folder of [HOME, '/tmp', '/dev']) await fs.mkdir(folder, { recursive: true });
	for (const path of ['/dev/null', LIVE_OUT, LIVE_ERR]) await fs.writeFile(path, '');
	for (const [path, text] of Object.entries(files)) {
		await fs.mkdir(path.replace(/\/[^/]*$/, ''), { recursive: true });
		await fs.writeFile(path, text);
	}
	isOpen = true;
	return {
		fs,
		/** Absolute path → text of the files in the home folder. */
		async files(): Promise<Record<string, string>> {
			const kept: Record<string, string> = {};
			for (const path of fs
				.getAllPaths()
				.filter((one) => one.startsWith(`${HOME}/`))
				.sort())
				if ((await fs.lstat(path)).isFile) kept[path] = await fs.readFile(path);
			return kept;
		}
	};
}

export type Home = Awaited<ReturnType<typeof createHome>>;

/** Bytes come as text with one byte a character. */
function textOf(content: Content, options: Options): string {
	if (content instanceof Uint8Array) return new TextDecoder().decode(content);
	const encoding = typeof options === 'string' ? options : options?.encoding;
	if (encoding !== 'binary' && encoding !== 'latin1') return content;
	return new TextDecoder().decode(Uint8Array.from(content, (char) => char.charCodeAt(0)));
}
