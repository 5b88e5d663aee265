import type { Outside } from './outside.ts';

/** A worker's question to the page. */
export interface OutsideAsks {
	ask: number;
	call: 'exchange' | 'program' | 'sleep' | 'nowMs' | 'abort';
	/** The argument; for `abort` the number of the question that is given up. */
	with: unknown;
}

/** The page's answer. */
export interface OutsideAnswers {
	answer: number;
	value?: unknown;
	error?: string;
}

/** In a worker: the way out that the page has. Give it each message that `isAnswer` says is one. */
export function outsideThroughPage(post: (asks: OutsideAsks) => void) {
	let last = 0;
	const open = new Map<number, { done(value: unknown): void; fail(error: unknown): void }>();
	const ask = <Result>(call: OutsideAsks['call'], value: unknown, signal?: AbortSignal) =>
		new Promise<Result>((done, fail) => {
			if (signal?.aborted) return fail(signal.reason as Error);
			const number = ++last;
			open.set(number, { done: done as (value: unknown) => void, fail });
			signal?.addEventListener('abort', () => {
				if (!open.delete(number)) return;
				post({ ask: ++last, call: 'abort', with: number });
				fail(signal.reason as Error);
			});
			post({ ask: number, call, with: value });
		});
	const outside: Outside = {
		exchange: (request, signal) => ask('exchange', request, signal),
		program: (run, signal) => ask('program', run, signal),
		sleep: (ms, signal) => ask('sleep', ms, signal),
		nowMs: () => ask('nowMs', undefined)
	};
	return {
		outside,
		hear({ answer, value, error }: OutsideAnswers) {
			const asked = open.get(answer);
			open.delete(answer);
			if (error === undefined) asked?.done(value);
			else asked?.fail(new Error(error));
		}
	};
}

/** In the page: answers a worker's questions. */
export function serveOutside(outside: Outside, post: (answers: OutsideAnswers) => void) {
	const open = new Map<number, AbortController>();
	return {
		hear({ ask, call, with: value }: OutsideAsks) {
			if (call === 'abort') {
				open.get(value as number)?.abort();
				return;
			}
			const stop = new AbortController();
			open.set(ask, stop);
			const asked = {
				exchange: () => outside.exchange(value as never, stop.signal),
				program: () => outside.program(value as never, stop.signal),
				sleep: () => outside.sleep(value as number, stop.signal),
				nowMs: () => outside.nowMs()
			}[call]();
			asked
				.then(
					(value) => post({ answer: ask, value }),
					(error: unknown) => post({ answer: ask, error: String(error) })
				)
				.finally(() => open.delete(ask));
		},
		/** Gives up all that is under way. */
		abort() {
			for (const stop of open.values()) stop.abort();
			open.clear();
		}
	};
}
