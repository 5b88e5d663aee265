/** A command line of HTTPie, parted. */
export interface HttpieOptions {
	method: string | undefined;
	url: string;
	items: string[];
	switches: Set<string>;
	values: Map<string, string>;
}

/** What is wrong with the command line. */
export class Misuse extends Error {}

const VALUES: Readonly<Record<string, string>> = {
	'-a': '--auth',
	'-A': '--auth-type',
	'-p': '--print',
	'-o': '--output',
	'-s': '--style'
};
const SWITCHES: Readonly<Record<string, string>> = {
	'-b': '--body',
	'-h': '--headers',
	'-m': '--meta',
	'-v': '--verbose',
	'-j': '--json',
	'-f': '--form',
	'-F': '--follow',
	'-I': '--ignore-stdin',
	'-q': '--quiet',
	'-S': '--stream'
};
const LONG_VALUES = new Set([
	...Object.values(VALUES),
	'--raw',
	'--pretty',
	'--timeout',
	'--max-redirects',
	'--verify',
	'--default-scheme',
	'--response-charset',
	'--response-mime',
	'--session',
	'--boundary'
]);
const LONG_SWITCHES = new Set([
	...Object.values(SWITCHES),
	'--check-status',
	'--path-as-is',
	'--offline',
	'--help',
	'--version',
	'--chunked',
	'--multipart',
	'--no-follow'
]);

/** @throws {Misuse} @source HTTPie 3.2 httpie/cli/definition.py */
export function readHttpie(argv: readonly string[]): HttpieOptions {
	const values = new Map<string, string>();
	const switches = new Set<string>();
	const places: string[] = [];
	const rest = [...argv];
	let isOver = false;
	const valueFor = (name: string, given: string | undefined) => {
		const value = given ?? rest.shift();
		if (value === undefined) throw new Misuse(`argument ${name}: expected one argument`);
		values.set(name, value);
	};
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		if (isOver || !word.startsWith('-') || word === '-') places.push(word);
		else if (word === '--') isOver = true;
		else if (word.startsWith('--')) {
			const [name = '', ...after] = word.split('=');
			if (LONG_VALUES.has(name)) valueFor(name, after.length > 0 ? after.join('=') : undefined);
			else if (LONG_SWITCHES.has(name)) switches.add(name);
			else throw new Misuse(`unrecognized arguments: ${word}`);
		} else
			for (let at = 1; at < word.length; at++) {
				const letter = `-${word[at]}`;
				const long = VALUES[letter];
				if (long !== undefined) {
					valueFor(long, word.slice(at + 1) || undefined);
					break;
				}
				if (!SWITCHES[letter]) throw new Misuse(`unrecognized arguments: ${word}`);
				switches.add(SWITCHES[letter]);
			}
	}
	const [first, second] = places;
	if (first === undefined) throw new Misuse('the following arguments are required: URL');
	// One word in capitals before another word is a method; else the first is the address.
	const hasMethod = /^[a-zA-Z]+$/.test(first) && second !== undefined && !isItem(second);
	return {
		method: hasMethod ? first.toUpperCase() : undefined,
		url: hasMethod ? (second ?? '') : first,
		items: places.slice(hasMethod ? 2 : 1),
		switches,
		values
	};
}

const isItem = (word: string) => /^[^:/]+(:=|==|=|@)/.test(word) && !/^https?:/.test(word);
