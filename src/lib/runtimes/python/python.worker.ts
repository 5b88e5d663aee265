/// <reference lib="webworker" />
import type { OutAnswer } from '#lib/runtimes/outside.ts';
import { outsideThroughPage } from '#lib/runtimes/remote-outside.ts';
import type { Piece } from '#lib/runtimes/run.ts';
import { createInterpreter, type Pyodide } from './interpreter.ts';
import { countLoading, limitMemory } from './loading.ts';
import type { FromPython, ToPython } from './protocol.ts';

const post = (news: FromPython) => postMessage(news);
const way = outsideThroughPage(post);
const canWait = 'Suspending' in WebAssembly;

const NO_WAITING = 'This browser cannot let Python wait for another server (JSPI).';

/** More than this no page can show. */
const MOST_OUTPUT = 30_000_000;
const WAIT_MS = 30;

let interpreter: Promise<ReturnType<typeof createInterpreter>> | undefined;
let giveLine: ((text: string | undefined) => void) | undefined;
let waiting: Piece[] = [];
let lastMs = 0;
let written = 0;
let exchangeUrl: string | undefined;

onmessage = ({ data }: MessageEvent<ToPython>) => {
	if ('answer' in data) way.hear(data);
	else hear(data).catch((error: unknown) => post({ op: 'broken', why: String(error) }));
};

async function hear(says: Exclude<ToPython, { answer: number }>): Promise<void> {
	switch (says.op) {
		case 'start': {
			interpreter = start(says);
			await interpreter;
			return post({ op: 'ready' });
		}
		case 'run': {
			const python = await interpreter;
			if (!python) return;
			written = 0;
			({ exchangeUrl } = says);
			const ended = await python.run(says.code, says.environment);
			flush();
			return post({ op: 'ended', id: says.id, ended, files: python.files() });
		}
		case 'stop':
			giveLine?.(undefined);
			return (await interpreter)?.stop();
		case 'line':
			giveLine?.(says.text);
			giveLine = undefined;
			return;
		case 'put':
			return (await interpreter)?.put(says.path, says.text);
	}
}

async function start({ folder, sizes, files }: Extract<ToPython, { op: 'start' }>) {
	limitMemory();
	countLoading(folder, sizes, (loading) => post({ op: 'loading', loading }));
	const { loadPyodide } = (await import(/* @vite-ignore */ `${folder}pyodide.mjs`)) as {
		loadPyodide(options: object): Promise<Pyodide>;
	};
	const lockFileContents = await (await fetch(`${folder}packages.json`)).text();
	const py = await loadPyodide({
		indexURL: folder,
		packageBaseUrl: folder,
		lockFileContents,
		packages: ['requests']
	});
	const made = createInterpreter(py, { outside: way.outside, canWait, exchangeNow, tell, ask });
	for (const [path, text] of Object.entries(files)) {
		py.FS.mkdirTree(path.replace(/\/[^/]*$/, ''));
		made.put(path, text);
	}
	return made;
}

/** Output goes out as it comes, also while a program lets nobody else run. */
function tell(piece: Piece): void {
	const last = waiting.at(-1);
	if (last?.to === piece.to) last.text += piece.text;
	else waiting.push(piece);
	written += piece.text.length;
	if (written > MOST_OUTPUT) throw new Error('The program writes too much');
	if (performance.now() - lastMs > WAIT_MS) flush();
	else setTimeout(flush, WAIT_MS);
}

function flush(): void {
	if (waiting.length === 0) return;
	post({ op: 'pieces', pieces: waiting });
	waiting = [];
	lastMs = performance.now();
}

function ask(prompt: string): Promise<string | undefined> {
	flush();
	return new Promise((done) => {
		giveLine = done;
		post({ op: 'asks', prompt });
	});
}

/** Without JSPI: the service worker answers a request that waits for nobody. */
function exchangeNow(asked: string): OutAnswer {
	const { url } = JSON.parse(asked) as { url: string };
	const isSimulator = /^http:\/\/(localhost|127\.0\.0\.1):8080\//.test(url);
	if (/"method":"CONNECT"/.test(asked)) {
		if (isSimulator) return { kind: 'answer', status: 200, reason: '', headers: [], body: '' };
		return { kind: 'none', why: /^https?:\/\/(localhost|127\.)/.test(url) ? 'refused' : 'dns' };
	}
	const request = new XMLHttpRequest();
	if (exchangeUrl === undefined) return { kind: 'none', why: 'browser', detail: NO_WAITING };
	request.open('POST', exchangeUrl, false);
	request.setRequestHeader('Content-Type', 'application/json');
	request.send(asked);
	return JSON.parse(request.responseText) as OutAnswer;
}
