import type { MadeRequest, OutAnswer, Outside } from '#lib/runtimes/outside.ts';
import type { Ended, Piece } from '#lib/runtimes/run.ts';
import runner from './runner.py?raw';
import simnet from './simnet.py?raw';

/** What of Pyodide is used. */
export interface Pyodide {
	FS: {
		mkdirTree(path: string): void;
		writeFile(path: string, text: string): void;
		readFile(path: string, options: { encoding: 'utf8' }): string;
		readdir(path: string): string[];
		stat(path: string): { mode: number; size: number };
		isDir(mode: number): boolean;
		unlink(path: string): void;
		mknod(path: string, mode: number, device: number): unknown;
		ErrnoError: new (errno: number) => Error;
	};
	setStdout(options: { write(bytes: Uint8Array): number; isatty?: boolean }): void;
	setStderr(options: { write(bytes: Uint8Array): number; isatty?: boolean }): void;
	runPython(code: string): unknown;
	pyimport(name: string): { run: Run };
	loadPackagesFromImports(code: string, options?: object): Promise<unknown>;
	loadPackage(names: string[], options?: object): Promise<unknown>;
	toPy(value: unknown): unknown;
}

interface Run {
	(code: string, environment: unknown): number;
	callPromising(code: string, environment: unknown): Promise<number>;
}

export interface InterpreterOptions {
	outside: Outside;
	/** Answers at once, where Python cannot wait for a promise; absent = it always can. */
	exchangeNow?(asked: string): OutAnswer;
	/** Waits, likewise; absent = Python itself does, and burns the processor. */
	sleepNow?(ms: number): void;
	tell(piece: Piece): void;
	/** Answers `input()`. */
	ask(prompt: string): Promise<string | undefined>;
	/** Whether this JavaScript lets Python wait for promises (JSPI). */
	canWait: boolean;
}

export const HOME = '/home/learner';
const MOST_FILES = 1_000;
const MOST_BYTES = 5_000_000;

/** Python with a network that ends at `outside`. One program runs at a time. */
export function createInterpreter(
	py: Pyodide,
	{ outside, exchangeNow, sleepNow, tell, ask, canWait }: InterpreterOptions
) {
	let stop = new AbortController();
	let requests: MadeRequest[] = [];

	const answer = (json: string): Promise<string> | string => {
		const { timeout, ...request } = JSON.parse(json) as Asked;
		const made = (given: OutAnswer): string => {
			const status = given.kind === 'answer' ? given.status : 0;
			requests.push({ method: request.method, url: request.url, status });
			return JSON.stringify(given);
		};
		if (!canWait) return made(exchangeNow?.(JSON.stringify(request)) ?? NOBODY);
		return withTimeout(outside, request, timeout, stop.signal).then(made);
	};
	const probe = (url: string): Promise<string> | string => {
		const request = { method: 'CONNECT', url, headers: [] };
		const why = (given: OutAnswer) => (given.kind === 'none' ? given.why : '');
		if (!canWait) return why(exchangeNow?.(JSON.stringify(request)) ?? NOBODY);
		return outside.exchange(request, stop.signal).then(why);
	};
	(globalThis as { windsock?: unknown }).windsock = {
		answer,
		probe,
		sleepNow,
		sleep: (ms: number) =>
			outside.sleep(ms, stop.signal).then(
				() => followClock(outside).then(() => stop.signal.aborted),
				() => true
			),
		ask: (prompt: string) => ask(prompt)
	};

	const room = limitFiles(py.FS);
	py.FS.mkdirTree(HOME);
	py.FS.mkdirTree('/lib/windsock');
	py.FS.writeFile('/lib/windsock/simnet.py', simnet);
	py.FS.writeFile('/lib/windsock/runner.py', runner);
	const write = (to: Piece['to']) => {
		const decoder = new TextDecoder();
		return (bytes: Uint8Array) => {
			tell({ to, text: decoder.decode(bytes, { stream: true }) });
			return bytes.length;
		};
	};
	py.setStdout({ write: write('out') });
	py.setStderr({ write: write('err') });
	py.runPython(start(canWait));
	const { run } = py.pyimport('runner');

	return {
		async run(code: string, environment: Readonly<Record<string, string>>): Promise<Ended> {
			stop = new AbortController();
			requests = [];
			room.begin();
			await followClock(outside);
			await py.loadPackagesFromImports(code, QUIET);
			if (/\bhttpx\b/.test(code)) py.runPython(OVER_SYNC);
			const env = py.toPy({ HOME, USER: 'learner', LANG: 'C.UTF-8', ...environment });
			const exitCode = canWait ? await run.callPromising(code, env) : run(code, env);
			return exitCode === 130 && stop.signal.aborted
				? { exitCode, why: 'stopped', requests }
				: { exitCode, requests };
		},
		stop: () => stop.abort(new Error('stopped')),
		put(path: string, text: string | null) {
			if (text === null) py.FS.unlink(path);
			else py.FS.writeFile(path, text);
		},
		/** Absolute path → text of the home folder, as far as it is kept. */
		files: () => filesIn(py.FS, HOME)
	};
}

interface Asked {
	method: string;
	url: string;
	headers: [string, string][];
	body: string;
	/** Seconds; null = none. */
	timeout: number | null;
}

const QUIET = { messageCallback: () => undefined, errorCallback: () => undefined };
const NOBODY: OutAnswer = { kind: 'none', why: 'browser', detail: 'no network here' };
// A program that does not even parse brings no packages in, and has its own error to show.
const OVER_SYNC = `
try:
    import httpx, simnet
    simnet.over_sync(httpx)
except ImportError:
    pass
`;

const start = (canWait: boolean) => `
import json, sys, warnings
sys.path.append("/lib/windsock")
import js, runner, simnet
def settled(value):
    return ${canWait ? 'runner.wait_for(value)' : 'value'}
simnet.install(
    lambda asked: json.loads(settled(js.windsock.answer(json.dumps(asked)))),
    lambda url: settled(js.windsock.probe(url)),
)
runner.install(js.windsock, ${canWait ? 'True' : 'False'})
`;

async function withTimeout(
	outside: Outside,
	request: Omit<Asked, 'timeout'>,
	timeout: number | null,
	signal: AbortSignal
): Promise<OutAnswer> {
	const asked = outside.exchange(
		request.body === ''
			? { method: request.method, url: request.url, headers: request.headers }
			: request,
		signal
	);
	if (timeout === null) return asked;
	const done = new AbortController();
	const late = outside
		.sleep(timeout * 1000, AbortSignal.any([signal, done.signal]))
		.then((): OutAnswer => ({ kind: 'none', why: 'timeout' }) as never);
	late.catch(() => undefined);
	try {
		return await Promise.race([asked, late]);
	} finally {
		done.abort();
	}
}

const wallNow = Date.now.bind(Date);

/** Python asks the time of `Date`: it is the target's. */
async function followClock(outside: Outside): Promise<void> {
	const offsetMs = (await outside.nowMs()) - wallNow();
	Date.now = () => wallNow() + offsetMs;
}

/** More files than this one program does not make; what is too much is told as a full disk. */
const MOST_MADE = 5_000;
/** @source emscripten, `ERRNO_CODES.ENOSPC` */
const NO_SPACE = 51;

function limitFiles(fs: Pyodide['FS']): { begin(): void } {
	let made = 0;
	const make = fs.mknod.bind(fs);
	fs.mknod = (path, mode, device) => {
		// Packages are unpacked elsewhere, and may be many files.
		if (path.startsWith('/lib/')) return make(path, mode, device);
		if (++made > MOST_MADE) throw new fs.ErrnoError(NO_SPACE);
		return make(path, mode, device);
	};
	return { begin: () => void (made = 0) };
}

function filesIn(fs: Pyodide['FS'], folder: string): Record<string, string> {
	const files: Record<string, string> = {};
	let bytes = 0;
	const walk = (path: string): void => {
		for (const name of fs.readdir(path)) {
			if (name === '.' || name === '..' || name === '__pycache__') continue;
			const one = `${path}/${name}`;
			const { mode, size } = fs.stat(one);
			if (fs.isDir(mode)) walk(one);
			else if (Object.keys(files).length < MOST_FILES && (bytes += size) < MOST_BYTES)
				files[one] = fs.readFile(one, { encoding: 'utf8' });
		}
	};
	walk(folder);
	return files;
}
