import { longFlag, shortFlag, type Flag } from '#lib/import/curl/flags.ts';

/** The options of one curl command, between two `--next`. */
export interface CurlOptions {
	/** Long names; of an option given twice the last one counts, but for those of `LISTS`. */
	values: Map<string, string>;
	switches: Set<string>;
	/** In the order in which they were given: data, headers, addresses, files for answers. */
	ordered: { name: string; value: string }[];
}

/** What is wrong with the command line: curl ends with 2. */
export class Misuse extends Error {}

const LISTS =
	/^(data(-.+)?|json|header|url|url-query|output|remote-name|form|form-string|cookie|config)$/;
const NUMBERS = new Set(['max-time', 'connect-timeout', 'retry', 'retry-delay', 'retry-max-time']);

/**
 * Reads curl's arguments as curl does.
 * @param files texts of what `-K` names; undefined = there is no such file
 * @throws {Misuse}
 */
export async function readCurl(
	argv: readonly string[],
	read: (path: string) => Promise<string | undefined>
): Promise<CurlOptions[]> {
	const groups: CurlOptions[] = [none()];
	const set = async (flag: Flag, isOff: boolean, value: string): Promise<void> => {
		const group = groups.at(-1) as CurlOptions;
		if (flag.name === 'next') groups.push(none());
		else if (flag.name === 'config') await readConfig(value);
		else if (!flag.takesValue) {
			if (isOff) group.switches.delete(flag.name);
			else group.switches.add(flag.name);
			if (LISTS.test(flag.name)) group.ordered.push({ name: flag.name, value: '' });
		} else if (LISTS.test(flag.name)) group.ordered.push({ name: flag.name, value });
		else group.values.set(flag.name, value);
	};
	const readConfig = async (path: string): Promise<void> => {
		const text = await read(path);
		if (text === undefined) throw new Misuse(`option -K: error encountered when reading a file`);
		for (const line of text.split(/\r?\n/)) {
			const [, name = '', quoted, plain] =
				/^\s*(?!#)-{0,2}([\w.-]+)(?:\s*[=:]\s*|\s+|$)(?:"((?:[^"\\]|\\[^])*)"|(.*?))\s*$/.exec(
					line
				) ?? [];
			const flag = name.length === 1 ? shortFlag(name) : name === '' ? undefined : longFlag(name);
			const value =
				quoted?.replace(/\\([^])/g, (_, char: string) => ESCAPES[char] ?? char) ?? plain;
			if (flag) await set(flag, false, value ?? '');
		}
	};

	const rest = [...argv];
	let isOver = false;
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		if (isOver || !word.startsWith('-') || word === '-')
			groups.at(-1)?.ordered.push({ name: 'url', value: word });
		else if (word === '--') isOver = true;
		else if (word.startsWith('--')) {
			const flag = longFlag(word.slice(2));
			if (!flag) throw new Misuse(`option ${word}: is unknown`);
			const isOff = word.startsWith('--no-') && !flag.takesValue;
			const known = isOff && flag.name.startsWith('no-') ? longFlag(flag.name.slice(3)) : flag;
			await set(known ?? flag, isOff, flag.takesValue ? valueOf(word, flag, rest.shift()) : '');
		} else {
			for (let at = 1; at < word.length; at++) {
				const letter = word[at] ?? '';
				const flag = shortFlag(letter);
				if (!flag) throw new Misuse(`option ${word}: is unknown`);
				if (!flag.takesValue) {
					await set(flag, false, '');
					continue;
				}
				const tail = word.slice(at + 1);
				await set(flag, false, valueOf(word, flag, tail === '' ? rest.shift() : tail));
				break;
			}
		}
	}
	return groups;
}

const none = (): CurlOptions => ({ values: new Map(), switches: new Set(), ordered: [] });

function valueOf(word: string, flag: Flag, value: string | undefined): string {
	if (value === undefined) throw new Misuse(`option ${word}: requires parameter`);
	if (NUMBERS.has(flag.name) && !/^\d+(\.\d+)?$/.test(value))
		throw new Misuse(`option ${word}: expected a proper numerical parameter`);
	return value;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v' };
