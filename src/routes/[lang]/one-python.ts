import type { MadeRequest, Outside } from '#lib/runtimes/outside.ts';
import type { PythonSession, Running } from '#lib/runtimes/run.ts';
import type { OnePython } from '#lib/ui/lab.ts';

/** Opens a Python whose programs reach the outside given. @throws LabError `no-python` when the build has none */
export type OpenPython = (
	outside: Outside,
	environment: () => Readonly<Record<string, string>>,
	exchangeUrl: () => string | undefined
) => Promise<PythonSession>;

/** The page's one Python: opened when it is first needed, shared by all that run programs in it. */
export function onePython(
	open: OpenPython,
	keptFiles: () => Promise<Readonly<Record<string, string>>>
): OnePython {
	let opening: Promise<PythonSession> | undefined;
	let made: MadeRequest[] = [];
	let running: Running | undefined;
	let outside: Outside | undefined;
	let environment: Readonly<Record<string, string>> = {};
	let exchangeUrl: string | undefined;

	/** Python outlives a program; each program has a way out of its own. */
	const current = () => {
		if (!outside) throw new Error('No program runs');
		return outside;
	};
	const relay: Outside = {
		async exchange(request, signal) {
			const answer = await current().exchange(request, signal);
			const { method, url } = request;
			const status = answer.kind === 'answer' ? answer.status : 0;
			// Python asks whether somebody listens before it connects: no request of the program's.
			if (method !== 'CONNECT') made.push({ method, url, status });
			return answer;
		},
		program: (run, signal) => current().program(run, signal),
		sleep: (ms, signal) => current().sleep(ms, signal),
		nowMs: () => current().nowMs()
	};

	const session = () => {
		opening ??= open(
			relay,
			() => environment,
			() => exchangeUrl
		).catch((error: unknown) => {
			opening = undefined;
			throw error;
		});
		return opening;
	};

	function drop() {
		void opening?.then((opened) => opened.close()).catch(() => {});
		opening = undefined;
	}

	return {
		async load(tell, signal) {
			signal.throwIfAborted();
			const aborted = new Promise<never>((_, fail) =>
				signal.addEventListener('abort', () => fail(signal.reason))
			);
			try {
				await Promise.race([session().then((opened) => opened.load(tell)), aborted]);
			} catch (error) {
				drop();
				throw error;
			}
		},
		async run(program, tell, ask) {
			running?.stop();
			await running?.ended;
			outside = program.outside;
			({ environment, exchangeUrl } = program);
			const asked: MadeRequest[] = (made = []);
			const started = (await session()).run(program.code, tell, ask);
			// Whoever was cut off could not tell what it had asked.
			const ended = started.ended.then((end) =>
				end.requests.length > 0 ? end : { ...end, requests: asked }
			);
			running = { ended, stop: () => started.stop() };
			void ended.finally(() => (running = undefined));
			return running;
		},
		files: async () => (opening ? await (await opening).files?.() : undefined) ?? keptFiles(),
		async putFile(path, text) {
			await (await session()).putFile?.(path, text);
		},
		async reset() {
			await (await session()).reset();
		}
	};
}
