/// <reference lib="webworker" />
import { joinPieces } from '#lib/runtimes/pieces.ts';
import { outsideThroughPage } from '#lib/runtimes/remote-outside.ts';
import { complete } from './complete.ts';
import { createEngine, type Engine } from './engine.ts';
import type { FromShell, ToShell } from './protocol.ts';
import { shownOf } from './shown.ts';

/** How often files are told of while a run goes on. */
const FILES_MS = 300;

const post = (news: FromShell) => postMessage(news);
const way = outsideThroughPage(post);
const output = joinPieces(
	(pieces) => post({ op: 'pieces', pieces }),
	(act, ms) => void setTimeout(act, ms)
);

let engine: Promise<Engine> | undefined;
let line: '2' | '3' | undefined;
let stop = new AbortController();
let toldMs = 0;
const known = new Map<string, { ids: string[]; atMs: number }>();

onmessage = ({ data }: MessageEvent<ToShell>) => {
	if ('answer' in data) way.hear(data);
	else hear(data).catch((error: unknown) => post({ op: 'broken', why: String(error) }));
};

async function hear(says: Exclude<ToShell, { answer: number }>): Promise<void> {
	switch (says.op) {
		case 'start': {
			({ line } = says);
			const { env, files, state } = says;
			engine = import('just-bash/browser').then((justBash) =>
				createEngine(justBash, {
					outside: way.outside,
					env,
					files,
					...(state ? { state } : {}),
					changed: () => void tellFiles()
				})
			);
			await engine;
			return post({ op: 'ready' });
		}
		case 'run': {
			const shell = await engine;
			if (!shell) return;
			stop = new AbortController();
			const shown = shownOf(output.tell);
			const ended = await shell.run(says.script, shown.tell, stop.signal);
			shown.end();
			output.flush();
			const { folder, state } = shell;
			const files = await shell.files();
			return post({ op: 'ended', id: says.id, ended, folder, files, state });
		}
		case 'stop':
			return stop.abort(new Error('stopped'));
		case 'whole':
			return post({
				op: 'value',
				id: says.id,
				value: (await engine)?.isWhole(says.script) ?? true
			});
		case 'complete': {
			const shell = await engine;
			const { script, caret } = says;
			const value = shell
				? await complete(script.slice(0, caret), { shell, outside: way.outside, line, known })
				: { from: caret, words: [] };
			return post({ op: 'value', id: says.id, value });
		}
	}
}

/** So that files outlive a run that must be ended from outside. */
async function tellFiles(): Promise<void> {
	if (performance.now() - toldMs < FILES_MS) return;
	toldMs = performance.now();
	const shell = await engine;
	if (shell) post({ op: 'files', files: await shell.files() });
}
