import { LabError } from '#lib/lab-error.ts';
import type { Outside } from '#lib/runtimes/outside.ts';
import { serveOutside } from '#lib/runtimes/remote-outside.ts';
import type { Ended, Loading, Piece, PythonSession, Running } from '#lib/runtimes/run.ts';
import type { FromPython, ToPython } from './protocol.ts';

export interface OpenPythonOptions {
	outside: Outside;
	/** Asked anew at each run. */
	environment(): Readonly<Record<string, string>>;
	/**
	 * Where a browser that cannot let Python wait asks for an exchange by itself, asked anew at each run; undefined =
	 * nowhere, as with the learner's own Airflow.
	 */
	exchangeUrl(): string | undefined;
	/** URL of the site's root, closed by a slash. */
	siteUrl: string;
	/** Absolute path → text of the home folder as it was left. */
	files: Readonly<Record<string, string>>;
	keepFiles(files: Readonly<Record<string, string>>): void;
}

interface Manifest {
	isBundled: boolean;
	folder?: string;
	files?: Record<string, number>;
}

/** How long a program that is stopped may take to end by itself; then its worker is ended. */
const PATIENCE_MS = 120;

/**
 * A Python in a worker of its own. Nothing is loaded before `load`.
 * @throws LabError `no-python` when this build has none
 */
export async function openPython(options: OpenPythonOptions): Promise<PythonSession> {
	const { outside, environment, siteUrl, keepFiles } = options;
	const manifest = await readManifest(siteUrl);
	let files = { ...options.files };
	let number = 0;
	let tell: (piece: Piece) => void = () => undefined;
	let ask: (prompt: string) => Promise<string | undefined> = () => Promise.resolve(undefined);
	let current: { id: number; end(ended: Ended): void } | undefined;
	let onLoading: (loading: Loading) => void = () => undefined;
	let live: ReturnType<typeof start> | undefined;

	function start() {
		const worker = new Worker(new URL('./python.worker.ts', import.meta.url), { type: 'module' });
		const served = serveOutside(outside, (answers) => worker.postMessage(answers));
		let fail: (error: Error) => void = () => undefined;
		const ready = new Promise<void>((done, broke) => {
			fail = broke;
			worker.onmessage = ({ data }: MessageEvent<FromPython>) => {
				if ('ask' in data) served.hear(data);
				else if (data.op === 'ready') done();
				else if (data.op === 'broken') {
					broke(new LabError('python-broken', data.why));
					end({ exitCode: 1, why: 'limit', detail: data.why, requests: [] });
				} else hear(data, worker);
			};
			worker.onerror = ({ message }) => {
				broke(new LabError('python-broken', message));
				end({ exitCode: 1, why: 'limit', detail: message, requests: [] });
			};
		});
		ready.catch(() => undefined);
		const says: ToPython = {
			op: 'start',
			folder: new URL(`${manifest.folder}/`, siteUrl).href,
			sizes: manifest.files ?? {},
			files
		};
		worker.postMessage(says);
		return { worker, served, ready, fail };
	}

	function hear(says: FromPython, worker: Worker): void {
		if ('ask' in says) return;
		if (says.op === 'loading') onLoading(says.loading);
		else if (says.op === 'pieces') says.pieces.forEach((piece) => tell(piece));
		else if (says.op === 'asks')
			void ask(says.prompt).then((text) =>
				worker.postMessage({ op: 'line', text } satisfies ToPython)
			);
		else if (says.op === 'ended' && says.id === current?.id) {
			({ files } = says);
			keepFiles(files);
			end(says.ended);
		}
	}

	function end(ended: Ended): void {
		const ending = current;
		current = undefined;
		ending?.end(ended);
	}

	function close(): void {
		live?.served.abort();
		live?.worker.terminate();
		live?.fail(new Error('closed'));
		live = undefined;
	}

	return {
		async load(told) {
			onLoading = told;
			live ??= start();
			await live.ready;
		},
		run(code, told, asked): Running {
			if (current) throw new Error('One program at a time');
			live ??= start();
			const { worker, ready } = live;
			tell = told;
			ask = asked;
			const id = ++number;
			const ended = new Promise<Ended>((done) => (current = { id, end: done }));
			void ready.then(() =>
				worker.postMessage({
					op: 'run',
					id,
					code,
					environment: environment(),
					exchangeUrl: options.exchangeUrl()
				} satisfies ToPython)
			);
			return {
				ended,
				stop() {
					if (current?.id !== id) return;
					worker.postMessage({ op: 'stop' } satisfies ToPython);
					setTimeout(() => {
						if (current?.id !== id) return;
						close();
						end({ exitCode: 130, why: 'stopped', requests: [] });
						// The next program finds it ready again.
						live = start();
					}, PATIENCE_MS);
				}
			};
		},
		files: async () => files,
		async putFile(path, text) {
			const { [path]: _, ...rest } = files;
			files = text === null ? rest : { ...rest, [path]: text };
			keepFiles(files);
			live?.worker.postMessage({ op: 'put', path, text } satisfies ToPython);
		},
		async reset() {
			files = {};
			keepFiles(files);
			close();
		},
		close
	};
}

async function readManifest(siteUrl: string): Promise<Manifest> {
	const response = await fetch(new URL('python/manifest.json', siteUrl));
	const manifest = response.ok ? ((await response.json()) as Manifest) : { isBundled: false };
	if (!manifest.isBundled)
		throw new LabError('no-python', 'Python is not part of this build of the site');
	return manifest;
}
