import type { Command } from 'just-bash/browser';
import { LIVE_MARK, RUN_PATH } from './live-output.ts';

type Context = Parameters<Command['execute']>[1];
type Result = Awaited<ReturnType<Command['execute']>>;

/** What runs within the shell that runs a script. */
export interface Nesting {
	/** Before a script is handed over: whether its output reaches the terminal. */
	enter(isLive: boolean): void;
	/** After it; gives what its EXIT trap runs, with the variables it ended with. */
	leave(): { trap: string; env: Record<string, string> } | undefined;
}

/** `bash`, `sh` and a script called by its path. Their output is seen as it is written. */
export function childShells(nesting: Nesting): Command[] {
	return [
		{ name: 'bash', execute: (argv, context) => asBash('bash', argv, context, nesting) },
		{ name: 'sh', execute: (argv, context) => asBash('sh', argv, context, nesting) },
		{ name: RUN_PATH, execute: (argv, context) => byPath(argv, context, nesting) }
	];
}

async function asBash(
	name: string,
	argv: readonly string[],
	context: Context,
	nesting: Nesting
): Promise<Result> {
	const words = [...argv];
	const set: string[] = [];
	let isText = false;
	let isInput = false;
	while (/^[-+]./.test(words[0] ?? '')) {
		const word = words.shift() ?? '';
		if (word === '--') break;
		if (word === '--version') return said('GNU bash, version 5.2.15(1)-release\n');
		if (/^--(login|norc|noprofile|posix)$/.test(word)) continue;
		if (word.startsWith('--')) return wrong(`${name}: ${word}: invalid option\n`, 2);
		for (const letter of word.slice(1)) {
			if (letter === 'c') isText = true;
			else if (letter === 's') isInput = true;
			else if (letter === 'o') set.push(`set ${word[0]}o ${words.shift() ?? ''}`);
			else if (/[eufxvnC]/.test(letter)) set.push(`set ${word[0]}${letter}`);
			else if (!/[li]/.test(letter)) return wrong(`${name}: -${letter}: invalid option\n`, 2);
		}
	}
	if (isText) {
		const text = words.shift();
		if (text === undefined) return wrong(`${name}: -c: option requires an argument\n`, 2);
		return run(text, words.shift() ?? name, words, set, context, nesting);
	}
	const path = isInput ? undefined : words.shift();
	if (path === undefined) {
		const text = utf8(context.stdin);
		if (text === '' && context.env.get(LIVE_MARK) !== undefined)
			return wrong(`windsock: this is a shell already; \`${name} file\` runs a script\n`, 0);
		return run(text, name, words, set, context, nesting);
	}
	const resolved = context.fs.resolvePath(context.cwd, path);
	const stat = await context.fs.stat(resolved).catch(() => undefined);
	if (!stat && name === 'sh') return wrong(`sh: 0: cannot open ${path}: No such file\n`, 2);
	if (!stat) return wrong(`${name}: ${path}: No such file or directory\n`, 127);
	if (stat.isDirectory) return wrong(`${name}: ${path}: Is a directory\n`, 126);
	return run(await context.fs.readFile(resolved), path, words, set, context, nesting);
}

async function byPath(
	[path = '', ...rest]: readonly string[],
	context: Context,
	nesting: Nesting
): Promise<Result> {
	const resolved = context.fs.resolvePath(context.cwd, path);
	const stat = await context.fs.stat(resolved).catch(() => undefined);
	if (!stat) return wrong(`bash: ${path}: No such file or directory\n`, 127);
	if (stat.isDirectory) return wrong(`bash: ${path}: Is a directory\n`, 126);
	if ((stat.mode & 0o111) === 0) return wrong(`bash: ${path}: Permission denied\n`, 126);
	const text = await context.fs.readFile(resolved);
	const [, interpreter = ''] = /^#!\s*(?:\/usr\/bin\/env\s+)?(\S+)/.exec(text) ?? [];
	const [builtIn] = /(?<=# Built-in command: )\S+/.exec(text) ?? [];
	if (builtIn !== undefined) return call(`${builtIn} "$@"`, builtIn, rest, context);
	if (interpreter !== '' && !/\b(ba|da|z)?sh$/.test(interpreter))
		return call(`${interpreter.replace(/^.*\//, '')} "$@"`, interpreter, [path, ...rest], context);
	return run(text, path, rest, [], context, nesting);
}

async function run(
	text: string,
	name: string,
	argv: readonly string[],
	set: readonly string[],
	context: Context,
	nesting: Nesting
): Promise<Result> {
	nesting.enter(context.env.get(LIVE_MARK) !== undefined);
	let result: Result;
	try {
		const script = text.replace(/^#!.*/, '');
		result = await call(
			set.length > 0 ? `${set.join('; ')}; ${script}` : script,
			name,
			argv,
			context
		);
	} catch (error) {
		nesting.leave();
		throw error;
	}
	const left = nesting.leave();
	// A prompt goes on with 1, a script ends with 127.
	if (/: unbound variable\n$/.test(result.stderr)) result = { ...result, exitCode: 127 };
	if (!left?.trap) return result;
	const { cwd } = context;
	const last = await context.exec?.(left.trap, { cwd, env: left.env });
	if (!last) return result;
	return {
		...result,
		stdout: result.stdout + last.stdout,
		stderr: result.stderr + last.stderr
	};
}

async function call(
	text: string,
	name: string,
	argv: readonly string[],
	{ cwd, exportedEnv = {}, execWithInheritedStdin }: Context
): Promise<Result> {
	if (!execWithInheritedStdin || text.trim() === '') return said('');
	const env: Record<string, string> = {
		...exportedEnv,
		PWD: cwd,
		'0': name,
		'#': `${argv.length}`,
		'@': argv.join(' '),
		'*': argv.join(' ')
	};
	argv.forEach((word, at) => (env[`${at + 1}`] = word));
	// `rawScript` is passed on, though the type does not say so: white space in here-documents counts.
	const options = { cwd, env, replaceEnv: true, rawScript: true };
	return execWithInheritedStdin(text, options);
}

const said = (stdout: string): Result => ({ stdout, stderr: '', exitCode: 0 });
const wrong = (stderr: string, exitCode: number): Result => ({ stdout: '', stderr, exitCode });

/** Bytes as text, one character a byte, read as UTF-8. */
export function utf8(stdin: unknown): string {
	const text = String(stdin);
	if (/[\u0100-\uffff]/.test(text)) return text;
	return new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}
