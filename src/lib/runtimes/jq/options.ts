import type { CommandAround } from '#lib/runtimes/command.ts';
import { BadJson, readJson } from './read.ts';
import type { Json, Layout } from './value.ts';

export interface JqOptions {
	program: string | undefined;
	files: string[];
	variables: Map<string, Json>;
	layout: Layout;
	isRaw: boolean;
	isJoined: boolean;
	isSlurping: boolean;
	readsLines: boolean;
	readsNothing: boolean;
	setsStatus: boolean;
	/** Instead of a run. */
	asks?: 'version' | 'help';
}

/** Options that jq 1.6 does not take, or takes otherwise than given. */
export class Misuse extends Error {
	readonly exitCode: number;
	constructor(words: string, exitCode = 2) {
		super(words);
		this.exitCode = exitCode;
	}
}

const LONG: Readonly<Record<string, string>> = {
	'null-input': 'n',
	'raw-input': 'R',
	'raw-output': 'r',
	'join-output': 'j',
	'compact-output': 'c',
	'color-output': 'C',
	'monochrome-output': 'M',
	'sort-keys': 'S',
	slurp: 's',
	'exit-status': 'e',
	'ascii-output': 'a',
	'from-file': 'f',
	unbuffered: 'u',
	help: 'h',
	version: 'V'
};

/** @throws Misuse */
export async function readOptions(
	argv: readonly string[],
	around: Pick<CommandAround, 'read'>
): Promise<JqOptions> {
	const options: JqOptions = {
		program: undefined,
		files: [],
		variables: new Map(),
		layout: { indent: '  ' },
		isRaw: false,
		isJoined: false,
		isSlurping: false,
		readsLines: false,
		readsNothing: false,
		setsStatus: false
	};
	const named = new Map<string, Json>();
	const positional: Json[] = [];
	let rest: 'files' | 'texts' | 'values' = 'files';
	let fromFile = false;
	const flag = (letter: string): boolean => {
		if (letter === 'n') options.readsNothing = true;
		else if (letter === 'R') options.readsLines = true;
		else if (letter === 'r') options.isRaw = true;
		else if (letter === 'j') options.isRaw = options.isJoined = true;
		else if (letter === 'c') options.layout.indent = undefined;
		else if (letter === 'S') options.layout.sortsKeys = true;
		else if (letter === 's') options.isSlurping = true;
		else if (letter === 'e') options.setsStatus = true;
		else if (letter === 'a') options.layout.asciiOnly = true;
		else if (letter === 'f') fromFile = true;
		else if (letter === 'h') options.asks = 'help';
		else if (letter === 'V') options.asks = 'version';
		// Colours belong to a screen.
		else if (!'CMu'.includes(letter)) return false;
		return true;
	};
	const words = [...argv];
	const give = async (name: string, count: number) => {
		const given = words.splice(0, count);
		if (given.length < count)
			throw new Misuse(
				`jq: --${name} takes ${count === 1 ? 'one parameter' : 'two parameters'} (e.g. --${name} ${EXAMPLES[name] ?? 'name value'})`
			);
		return given as [string, string];
	};
	let isOver = false;
	for (let word = words.shift(); word !== undefined; word = words.shift()) {
		if (isOver || !/^-[-a-zA-Z]/.test(word)) {
			if (options.program === undefined) options.program = word;
			else if (rest === 'files') options.files.push(word);
			else
				positional.push(
					rest === 'texts' ? word : parsed(word, `jq: Invalid JSON text passed to --jsonargs`)
				);
			continue;
		}
		if (word === '--') isOver = true;
		else if (word === '--tab') options.layout.indent = '\t';
		else if (word === '--indent') {
			const [count] = await give('indent', 1);
			if (!/^[0-7]$/.test(count))
				throw new Misuse(
					`jq: Cannot indent ${Number(count) < 0 ? 'less than 0' : 'more than 7'} characters`
				);
			options.layout.indent = count === '0' ? undefined : ' '.repeat(Number(count));
		} else if (word === '--args') rest = 'texts';
		else if (word === '--jsonargs') rest = 'values';
		else if (word === '--arg') {
			const [name, value] = await give('arg', 2);
			if (!named.has(name)) named.set(name, value);
		} else if (word === '--argjson') {
			const [name, value] = await give('argjson', 2);
			if (!named.has(name))
				named.set(name, parsed(value, 'jq: Invalid JSON text passed to --argjson'));
		} else if (word === '--slurpfile' || word === '--rawfile') {
			const [name, path] = await give(word.slice(2), 2);
			const text = await around.read(path);
			if (text === undefined)
				throw new Misuse(
					`jq: Bad JSON in --${word.slice(2)} ${name} ${path}: Could not open ${path}: No such file or directory`
				);
			named.set(name, word === '--rawfile' ? text : [...readJson(text)].map(({ value }) => value));
		} else {
			const letters = word.startsWith('--') ? [LONG[word.slice(2)] ?? '-'] : [...word.slice(1)];
			for (const letter of letters)
				if (!flag(letter))
					throw new Misuse(`jq: Unknown option ${word.replace(/^(--|-)/, '$1')}\n${SEE}`);
		}
	}
	if (fromFile && options.program !== undefined) {
		const path = options.program;
		options.program = await around.read(path);
		if (options.program === undefined)
			throw new Misuse(`jq: error: Could not open ${path}: No such file or directory`);
	}
	options.variables = new Map(named).set(
		'ARGS',
		new Map<string, Json>([
			['positional', positional],
			['named', named]
		])
	);
	return options;
}

const EXAMPLES: Readonly<Record<string, string>> = {
	arg: 'varname value',
	argjson: 'varname text',
	slurpfile: 'varname filename',
	rawfile: 'varname filename',
	indent: '7'
};

const SEE =
	'Use jq --help for help with command-line options,\nor see the jq manpage, or online docs  at https://stedolan.github.io/jq';

function parsed(text: string, words: string): Json {
	try {
		const [first] = readJson(text);
		if (first) return first.value;
	} catch (error) {
		if (!(error instanceof BadJson)) throw error;
	}
	throw new Misuse(`${words}\n${SEE}`);
}
