import { repr } from '#lib/simulator/cli/airflowctl-python.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import type { Argument, Value } from './argument.ts';

/** What a parser says of a command line that it cannot read. */
export class Misuse extends Error {}

/** Which folders there are, for the arguments that name one. */
export interface Folders {
	hasFolder(path: string): boolean;
}

/** How an error names an argument. */
export const nameOf = ({ flags, metavar, dest }: Argument) =>
	flags.length > 0 ? flags.join('/') : (metavar ?? dest);

export const invalidChoice = (word: string, choices: readonly string[]) =>
	`invalid choice: ${repr(word)} (choose from ${choices.map(repr).join(', ')})`;

/**
 * What Python's `type=` makes of a word.
 * @throws {Misuse} when it refuses the word, or the word is none of the choices.
 * @source airflow/cli/cli_config.py `string_list_type`, `string_lower_type`, `positive_int`
 */
export function convert(argument: Argument, word: string, folders: Folders): Value {
	const refuse = (why: string) => new Misuse(`argument ${nameOf(argument)}: ${why}`);
	const value = typed(argument, word);
	if (value === undefined) {
		const { type = 'str' } = argument;
		const isCount = type === 'natural' || type === 'positive';
		throw refuse(
			isCount
				? `invalid positive int value: '${word}'`
				: `invalid ${NAMES[type] ?? type} value: ${repr(word)}`
		);
	}
	if (argument.type === 'folder' && !folders.hasFolder(word))
		throw new Misuse(`The directory '${word}' does not exist!`);
	if (argument.type === 'file' && !canWrite(word, folders))
		throw refuse(`can't open '${word}': [Errno 2] No such file or directory: '${word}'`);
	if (argument.choices && !argument.choices.includes(String(value)))
		throw refuse(invalidChoice(String(value), argument.choices));
	return value;
}

/** Python's names of the functions. */
const NAMES: Readonly<Record<string, string>> = { instant: 'parse', json: 'loads' };

/** `undefined` = refused. */
function typed({ type }: Argument, word: string): Value | undefined {
	switch (type) {
		case 'int':
			return wholeNumber(word);
		case 'natural':
		case 'positive': {
			const count = wholeNumber(word);
			return count !== undefined && count >= (type === 'natural' ? 0 : 1) ? count : undefined;
		}
		case 'float':
			return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(word) ? Number(word) : undefined;
		case 'list':
			return word.split(',').map((part) => part.trim());
		case 'lower':
			return word === '' ? null : word.trim().toLowerCase();
		case 'instant':
			return parseInstant(word) === undefined ? undefined : word;
		case 'json':
			return fromJson(word);
		default:
			return word;
	}
}

const wholeNumber = (word: string) =>
	/^\s*[+-]?\d+(_\d+)*\s*$/.test(word) ? Number(word.replaceAll('_', '')) : undefined;

function fromJson(word: string): Value | undefined {
	try {
		return JSON.parse(word) as Value;
	} catch {
		return undefined;
	}
}

const canWrite = (path: string, folders: Folders) =>
	path === '-' || folders.hasFolder(path.replace(/\/?[^/]*$/, '') || '/');
