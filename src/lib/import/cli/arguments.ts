import type { CliCommand, Slot } from './command.ts';

/** What a command line gives, by slot, and what has no place in the request. */
export interface Given {
	values: Map<Slot, string>;
	left: string[];
}

// What is printed, and where DAGs are looked for.
const QUIET = /^(-v|--verbose|-y|--yes|-h|--help|--no-backfill|--color)$/;
const QUIET_VALUE = /^(-o|--output|--columns)$/;
const PLACE = /^(-S|--subdir|-B|--bundle-name)$/;

/** The arguments after a command's name. @source Python argparse: `--name value`, `--name=value`, `-nvalue`, `--` */
export function readArguments(command: CliCommand, words: readonly string[]): Given {
	const options = spelled(command.options);
	const switches = spelled(command.switches);
	const operands = [...(command.operands ?? [])];
	const given: Given = { values: new Map(), left: [] };
	const rest = [...words];
	let isOver = false;
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		const [name, tied] = isOver ? [word, undefined] : split(word, options);
		const option = options.get(name);
		const onOff = switches.get(name);
		if (!isOver && word === '--') isOver = true;
		else if (isOver || !/^-[^\d]/.test(word)) {
			const slot = operands.shift();
			if (slot === undefined || slot === '') given.left.push(word);
			else given.values.set(slot, word);
		} else if (option !== undefined) {
			const value = tied ?? rest.shift() ?? '';
			if (option === '') given.left.push(`${name} ${value}`);
			else given.values.set(option, value);
		} else if (onOff !== undefined) {
			const [slot = '', value = ''] = onOff.split('=');
			if (slot !== '') given.values.set(slot, value);
			else if (!QUIET.test(name)) given.left.push(word);
		} else if (QUIET_VALUE.test(name)) {
			if (tied === undefined) rest.shift();
		} else if (PLACE.test(name)) given.left.push(`${name} ${tied ?? rest.shift() ?? ''}`);
		else if (!QUIET.test(name)) given.left.push(word);
	}
	return given;
}

function spelled(table: Readonly<Record<string, Slot>> = {}): Map<string, Slot> {
	return new Map(
		Object.entries(table).flatMap(([names, slot]) =>
			names.split(' ').map((name): [string, Slot] => [name, slot])
		)
	);
}

function split(word: string, options: ReadonlyMap<string, Slot>): [string, string | undefined] {
	const equals = /^(--[\w-]+)=([^]*)$/.exec(word);
	if (equals) return [equals[1] ?? '', equals[2]];
	const joined = /^(-[A-Za-z])([^]+)$/.exec(word);
	return joined && options.has(joined[1] ?? '') ? [joined[1] ?? '', joined[2]] : [word, undefined];
}
