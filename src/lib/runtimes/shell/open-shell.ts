import type { MadeRequest, Outside } from '#lib/runtimes/outside.ts';
import { serveOutside } from '#lib/runtimes/remote-outside.ts';
import type { Ended, Piece, Running, ShellSession } from '#lib/runtimes/run.ts';
import type { FromShell, ToShell } from './protocol.ts';
import { recording } from './recording.ts';
import type { ShellState } from './state.ts';

export interface OpenShellOptions {
	outside: Outside;
	/** What the page gives: the target's credentials. */
	env: Readonly<Record<string, string>>;
	/** Which `airflow` the machine has; absent = the learner's own server. */
	line?: '2' | '3';
	/** Absolute path → text of the home folder as it was left. */
	files: Readonly<Record<string, string>>;
	/** Keeps the home folder after each entry. */
	keepFiles(files: Readonly<Record<string, string>>): void;
}

/** How long a run that is stopped may take to end by itself; then its worker is ended. */
const PATIENCE_MS = 120;

/** A shell in a worker of its own. Starts loading at once. */
export function openShell(options: OpenShellOptions): ShellSession {
	const { env, line, keepFiles } = options;
	/** Of the run under way. */
	let requests: MadeRequest[] = [];
	const outside = recording(options.outside, {
		push: (...made: MadeRequest[]) => requests.push(...made)
	});
	let files = { ...options.files };
	let state: ShellState | undefined;
	let folder = '~';
	let number = 0;
	let tell: (piece: Piece) => void = () => undefined;
	let current: { id: number; end(ended: Ended): void } | undefined;
	const open = new Map<number, (value: unknown) => void>();
	let worker = start();

	function start(): { worker: Worker; served: ReturnType<typeof serveOutside> } {
		const made = new Worker(new URL('./shell.worker.ts', import.meta.url), { type: 'module' });
		const served = serveOutside(outside, (answers) => made.postMessage(answers));
		made.onmessage = ({ data }: MessageEvent<FromShell>) => hear(data, served);
		made.onerror = ({ message }) => end({ exitCode: 1, why: 'limit', detail: message, requests });
		made.postMessage({ op: 'start', env, files, line, state } satisfies ToShell);
		return { worker: made, served };
	}

	function hear(says: FromShell, served: ReturnType<typeof serveOutside>): void {
		if ('ask' in says) served.hear(says);
		else if (says.op === 'pieces') says.pieces.forEach((piece) => tell(piece));
		else if (says.op === 'value') {
			open.get(says.id)?.(says.value);
			open.delete(says.id);
		} else if (says.op === 'ended' && says.id === current?.id) {
			({ folder, files, state } = says);
			keepFiles(files);
			end(says.ended);
		} else if (says.op === 'files') {
			({ files } = says);
			keepFiles(files);
		} else if (says.op === 'broken') {
			end({ exitCode: 1, why: 'limit', detail: says.why, requests });
		}
	}

	function end(ended: Ended): void {
		const ending = current;
		current = undefined;
		ending?.end(ended);
	}

	/** Ends the worker, whatever it does, and begins anew with files and variables as they were last told. */
	function restart(): void {
		worker.served.abort();
		worker.worker.terminate();
		for (const done of open.values()) done(undefined);
		open.clear();
		worker = start();
	}

	const ask = <Result>(make: (id: number) => ToShell, otherwise: Result) =>
		new Promise<Result>((done) => {
			const id = ++number;
			open.set(id, (value) => done((value as Result | undefined) ?? otherwise));
			worker.worker.postMessage(make(id));
		});

	return {
		run(script, told): Running {
			if (current) throw new Error('One entry at a time');
			tell = told;
			requests = [];
			const id = ++number;
			const ended = new Promise<Ended>((done) => (current = { id, end: done }));
			worker.worker.postMessage({ op: 'run', id, script } satisfies ToShell);
			return {
				ended,
				stop() {
					if (current?.id !== id) return;
					worker.worker.postMessage({ op: 'stop' } satisfies ToShell);
					setTimeout(() => {
						if (current?.id !== id) return;
						restart();
						end({ exitCode: 130, why: 'stopped', requests });
					}, PATIENCE_MS);
				}
			};
		},
		isWhole: (script) => ask((id) => ({ op: 'whole', id, script }), true),
		complete: (script, caret) =>
			ask((id) => ({ op: 'complete', id, script, caret }), { from: caret, words: [] }),
		get folder() {
			return folder;
		},
		files: async () => files,
		async reset() {
			files = {};
			state = undefined;
			folder = '~';
			keepFiles(files);
			restart();
			end({ exitCode: 130, why: 'stopped', requests });
		},
		close() {
			worker.served.abort();
			worker.worker.terminate();
			for (const done of open.values()) done(undefined);
			end({ exitCode: 130, why: 'stopped', requests });
		}
	};
}
