import type { MadeRequest, Outside } from '#lib/runtimes/outside.ts';
import type { Ended, Piece } from '#lib/runtimes/run.ts';
import { runEntry, STOPPED } from './entry.ts';
import { createHome, HOME } from './home.ts';
import { limitSentence, MOST_OUTPUT_BYTES, withoutLimit } from './limits.ts';
import { recording } from './recording.ts';
import { firstState, type ShellState } from './state.ts';
import type { ScriptNode } from './syntax.ts';
import { bashWords } from './syntax-error.ts';
import { isWhole } from './whole.ts';

export interface EngineOptions {
	outside: Outside;
	/** Exported variables that programs start with. */
	env: Readonly<Record<string, string>>;
	/** Absolute path → text of the home folder. */
	files?: Readonly<Record<string, string>>;
	/** Where another engine stopped. */
	state?: ShellState;
	/** The home folder has changed. */
	changed?(): void;
}

export type Engine = Awaited<ReturnType<typeof createEngine>>;

/** A shell on the thread that it is made on. A loop that never waits holds that thread until a limit ends it. */
export async function createEngine(
	justBash: typeof import('just-bash/browser'),
	{ outside, env, files = {}, state: given, changed = () => undefined }: EngineOptions
) {
	let state = given ?? firstState({ ...FIRST_ENV, ...env, HOME }, HOME);
	let current: { tell(piece: Piece): void; exceeded(sentence: string): void } | undefined;
	const tellCurrent = (piece: Piece) => current?.tell(piece);
	const home = await createHome(justBash, files, {
		tell: tellCurrent,
		exceeded: (sentence) => current?.exceeded(sentence),
		changed
	});
	const parser = new justBash.Bash({ cwd: '/' });
	const parse = (script: string) => parser.transform(script).ast as unknown as ScriptNode;

	/** One entry. @param signal stops it at the next command */
	async function run(
		script: string,
		tell: (piece: Piece) => void,
		signal: AbortSignal
	): Promise<Ended> {
		const abort = new AbortController();
		const requests: MadeRequest[] = [];
		let why: Ended['why'];
		let detail: string | undefined;
		let bytes = 0;
		const end = (reason: NonNullable<Ended['why']>, sentence?: string) => {
			if (why) return;
			why = reason;
			detail = sentence;
			abort.abort(new Error(reason));
		};
		const stop = () => end('stopped');
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop);
		current = {
			exceeded: (sentence) => end('limit', sentence),
			tell(piece) {
				if (piece.text === '' || bytes > MOST_OUTPUT_BYTES) return;
				bytes += piece.text.length;
				tell(piece);
				if (bytes > MOST_OUTPUT_BYTES)
					end('limit', `It printed more than ${MOST_OUTPUT_BYTES / 1e6} MB.`);
			}
		};
		const way = recording(outside, requests);
		const carryOut = async (text: string, until: AbortSignal) => {
			const around = { outside: way, home, state, parse, signal: until, tell: tellCurrent };
			const outcome = await runEntry(justBash, text, around);
			({ state } = outcome);
			const limit = limitSentence(outcome.stderr);
			if (limit !== undefined) end('limit', limit);
			tellCurrent({ to: 'out', text: outcome.stdout });
			tellCurrent({ to: 'err', text: bashWords(ownWords(withoutLimit(outcome.stderr))) });
			return outcome;
		};
		try {
			const { exitCode, traps } = await carryOut(script, abort.signal);
			const last = [why === 'stopped' ? traps.get('INT') : undefined, traps.get('EXIT')];
			for (const text of last) if (text) await carryOut(text, new AbortController().signal);
			const code = why ? STOPPED : exitCode;
			state = { ...state, env: { ...state.env, '?': `${code}` } };
			return {
				exitCode: code,
				...(why ? { why } : {}),
				...(detail === undefined ? {} : { detail }),
				requests
			};
		} finally {
			signal.removeEventListener('abort', stop);
			current = undefined;
		}
	}

	return {
		run,
		isWhole: (script: string) => isWhole(script, parse),
		/** What the next entry begins with. */
		get state() {
			return state;
		},
		/** The working folder as a prompt shows it. */
		get folder() {
			const { PWD = HOME } = state.env;
			return PWD === HOME || PWD.startsWith(`${HOME}/`) ? `~${PWD.slice(HOME.length)}` : PWD;
		},
		/** Variables of programs. */
		get env(): Readonly<Record<string, string>> {
			const names = new Set(state.exported);
			return Object.fromEntries(Object.entries(state.env).filter(([name]) => names.has(name)));
		},
		files: () => home.files(),
		/** What can be written at the prompt. */
		async names() {
			const cwd = state.env.PWD ?? HOME;
			const { commands } = parser as unknown as { commands: ReadonlyMap<string, unknown> };
			return {
				commands: [...commands.keys(), ...state.functions.map(({ name }) => name)],
				variables: Object.keys(state.env).filter((name) => /^[A-Za-z]\w*$/.test(name)),
				files: await home.fs.readdir(cwd).catch(() => []),
				cwd
			};
		}
	};
}

const FIRST_ENV = { PATH: '/usr/local/bin:/usr/bin:/bin', SHELL: '/bin/bash', LANG: 'C.UTF-8' };

/** Without what the shell itself traced, or says of being stopped. */
const ownWords = (stderr: string) =>
	stderr
		.replace(/^\++ (_begin|_keep|_end|declare -p|unset _LIVE)\b.*\n/gm, '')
		.replace(/^\++ _LIVE=1\n/gm, '')
		.replace(/^bash: execution aborted\n/gm, '');
