import { failed, printed, type CommandResult, type ShellCommand } from '#lib/runtimes/command.ts';
import { NATIVES } from './builtins.ts';
import { unknownNames } from './check.ts';
import { BadProgram } from './lex.ts';
import { Halted } from './functions.ts';
import { Misuse, readOptions, type JqOptions } from './options.ts';
import { parseDefinitions, parseProgram } from './parse.ts';
import { PRELUDE } from './prelude.ts';
import { BadJson, readJson } from './read.ts';
import { run } from './run.ts';
import type { Closure, Machine, Native, Scope } from './scope.ts';
import type { Definition, Node } from './syntax.ts';
import { Broken, dump, isTrue, Raised, type Json } from './value.ts';

/** What a program may do before it counts as endless. */
const MOST_STEPS = 3_000_000;
const MOST_DEPTH = 6_000;

const EXIT = { none: 4, misuse: 2, program: 3, error: 5 };

/** jq: its language, options, output, words and exit codes. @source jq 1.6: its manual, and the program itself */
export const runJq: ShellCommand = async (argv, around) => {
	let options: JqOptions;
	try {
		options = await readOptions(argv, around);
	} catch (error) {
		if (error instanceof Misuse) return failed(`${error.message}\n`, error.exitCode);
		throw error;
	}
	// Without a filter all is shown as it is.
	const { program = '.', files } = options;
	if (options.asks === 'version') return printed('jq-1.6\n');
	if (options.asks === 'help') return printed(HELP);
	let node: Node;
	try {
		node = parseProgram(program);
	} catch (error) {
		if (error instanceof BadProgram)
			return compileErrors(program, [{ words: error.message, at: error.at }]);
		throw error;
	}
	const names = new Set([...options.variables.keys(), 'ENV', '__loc__']);
	const unknown = unknownNames(node, knownFunctions(), names);
	if (unknown.length > 0) return compileErrors(program, unknown);

	const result: CommandResult = { stdout: '', stderr: '', exitCode: 0 };
	const sources: { name: string; text: string }[] = [];
	for (const file of files) {
		const text = await around.read(file);
		if (text === undefined) {
			result.stderr += `jq: error: Could not open file ${file}: No such file or directory\n`;
			result.exitCode = EXIT.misuse;
		} else sources.push({ name: file, text });
	}
	if (files.length === 0) sources.push({ name: '<stdin>', text: around.stdin });
	const nowMs = await around.outside.nowMs();
	return carriedOut(node, { options, sources, env: around.env, nowMs, result });
};

interface Run {
	options: JqOptions;
	sources: readonly { name: string; text: string }[];
	env: Readonly<Record<string, string>>;
	nowMs: number;
	result: CommandResult;
}

function carriedOut(node: Node, { options, sources, env, nowMs, result }: Run): CommandResult {
	const { layout, isRaw, isJoined, setsStatus } = options;
	const place = { file: '<unknown>', line: 0 };
	let steps = 0;
	let depth = 0;
	let labels = 0;
	const inputs = inputsOf(options, sources, place);
	const machine: Machine = {
		step() {
			if (++steps > MOST_STEPS) throw new Endless();
		},
		enter() {
			if (++depth > MOST_DEPTH) throw new Endless();
		},
		leave: () => void (depth -= 1),
		label: () => ++labels,
		inputs,
		place: () => place,
		env,
		nowMs,
		debug: (text) => void (result.stderr += text)
	};
	const scope = { ...preludeScope(machine), variables: options.variables };
	let status = 0;
	let last: Json | undefined;
	const one = (value: Json) => {
		status = 0;
		try {
			for (const { value: made } of run(node, scope, { value })) {
				machine.step();
				const text = isRaw && typeof made === 'string' ? made : dump(made, layout);
				result.stdout += isJoined ? text : `${text}\n`;
				last = made;
			}
		} catch (error) {
			if (!(error instanceof Raised || error instanceof Broken)) throw error;
			status = EXIT.error;
			result.stderr += `jq: error (at ${place.file}${place.file === '<unknown>' ? '' : `:${place.line}`})${words(error)}\n`;
		}
	};
	let isAny = false;
	try {
		if (options.readsNothing) {
			isAny = true;
			one(null);
		} else
			for (const value of inputs) {
				isAny = true;
				one(value);
			}
	} catch (error) {
		if (error instanceof Halted) return halted(error, result);
		if (error instanceof Endless || error instanceof RangeError) {
			result.stderr += 'windsock: jq: this program does not come to an end\n';
			status = EXIT.error;
		} else if (error instanceof BadJson) {
			result.stderr += `parse error: ${error.message}\n`;
			return { ...result, exitCode: EXIT.none };
		} else throw error;
	}
	if (result.exitCode !== 0) return result;
	if (status !== 0 || !setsStatus || !isAny) return { ...result, exitCode: status };
	return { ...result, exitCode: last === undefined ? EXIT.none : isTrue(last) ? 0 : 1 };
}

class Endless extends Error {}

const words = (error: Raised | Broken) => {
	if (error instanceof Broken) return ': break';
	return typeof error.value === 'string'
		? `: ${error.value}`
		: ` (not a string): ${dump(error.value)}`;
};

function halted({ exitCode, value }: Halted, result: CommandResult): CommandResult {
	if (value === undefined || value === null) return { ...result, exitCode };
	const text = typeof value === 'string' ? value : `${dump(value)}\n`;
	return { ...result, stderr: result.stderr + text, exitCode };
}

function* inputsOf(
	{ isSlurping, readsLines }: JqOptions,
	sources: Run['sources'],
	place: { file: string; line: number }
): Generator<Json, undefined> {
	const all: Json[] = [];
	if (readsLines) {
		const text = sources.map((source) => source.text).join('');
		if (isSlurping) return yield text;
		const lines = text.split('\n');
		if (lines.at(-1) === '') lines.pop();
		for (const [at, line] of lines.entries()) {
			Object.assign(place, { file: sources[0]?.name, line: at + 1 });
			yield line;
		}
		return;
	}
	for (const { name, text } of sources) {
		place.file = name;
		place.line = 0;
		for (const { value, line } of readJson(text)) {
			place.line = line;
			if (isSlurping) all.push(value);
			else yield value;
		}
		place.line = text.split('\n').length - 1;
	}
	if (isSlurping) yield all;
}

function compileErrors(
	program: string,
	errors: readonly { words: string; at: number }[]
): CommandResult {
	const told = errors.map(({ words: what, at }) => {
		const before = program.slice(0, at).split('\n');
		const line = program.split('\n')[before.length - 1] ?? '';
		const column = before.at(-1)?.length ?? 0;
		return `jq: error: ${what} at <top-level>, line ${before.length}:\n${line}${' '.repeat(column)}\n`;
	});
	const count = `jq: ${errors.length} compile error${errors.length === 1 ? '' : 's'}\n`;
	return failed(told.join('') + count, EXIT.program);
}

let definitions: Definition[] | undefined;

function knownFunctions(): ReadonlySet<string> {
	definitions ??= parseDefinitions(PRELUDE);
	const own = definitions.map(({ name, params }) => `${name}/${params.length}`);
	return new Set([...NATIVES.keys(), ...own]);
}

/** The functions that every program has. */
function preludeScope(machine: Machine): Scope {
	definitions ??= parseDefinitions(PRELUDE);
	const functions = new Map<string, Closure | { native: Native }>(NATIVES);
	const scope: Scope = { functions, variables: new Map(), labels: new Map(), machine };
	for (const def of definitions) functions.set(`${def.name}/${def.params.length}`, { def, scope });
	return scope;
}

const HELP = `jq - commandline JSON processor [version 1.6]

Usage:	jq [options] <jq filter> [file...]
	jq [options] --args <jq filter> [strings...]
	jq [options] --jsonargs <jq filter> [JSON_TEXTS...]

-n no input   -R lines of text   -s all inputs in one list   -f filter from a file
-r texts without quotes   -j without line ends   -c on one line   -S keys sorted   -a ASCII
--tab   --indent n   -e exit status by the last value
--arg a v   --argjson a v   --slurpfile a f   --rawfile a f
`;
