import { brief, isTrue, Raised, type Json, type JsonObject } from './value.ts';

/** What a pattern finds, as `match` tells it; offsets and lengths in characters. @throws Raised */
export function matches(value: Json, pattern: Json, flags: Json): JsonObject[] {
	if (typeof value !== 'string')
		throw new Raised(`${brief(value)} cannot be matched, as it is not a string`);
	if (typeof pattern !== 'string')
		throw new Raised(`${brief(pattern)} cannot be matched, as it is not a string`);
	if (flags !== null && typeof flags !== 'string')
		throw new Raised(`${brief(flags)} is not a string`);
	const letters = flags ?? '';
	const unknown = [...letters].find((letter) => !'ginsxlp'.includes(letter));
	if (unknown !== undefined) throw new Raised(`${letters} is not a valid modifier string`);
	const regex = compiled(pattern, letters);
	const found = letters.includes('g') ? value.matchAll(regex) : [regex.exec(value)];
	const told: JsonObject[] = [];
	for (const one of found) {
		if (!one || (letters.includes('n') && one[0] === '')) continue;
		// jq 1.6 does not look behind the last character.
		if (letters.includes('g') && value !== '' && one.index === value.length) continue;
		told.push(matchOf(value, one));
	}
	return told;
}

function compiled(pattern: string, letters: string): RegExp {
	const extended = letters.includes('x')
		? pattern.replace(/\\.|\s+|#[^\n]*/g, (part) => (part.startsWith('\\') ? part : ''))
		: pattern;
	const [, inline = ''] = /^\(\?([imsx]+)\)/.exec(extended) ?? [];
	const source = extended
		.replace(/^\(\?[imsx]+\)/, '')
		.replaceAll('[[:alpha:]]', '[A-Za-z]')
		.replaceAll('[[:digit:]]', '\\d')
		.replaceAll('[[:alnum:]]', '[A-Za-z0-9]')
		.replaceAll('[[:space:]]', '\\s')
		.replaceAll('[:digit:]', '0-9')
		.replaceAll('[:alpha:]', 'A-Za-z')
		.replaceAll('[:space:]', '\\s')
		.replaceAll('\\h', '[0-9a-fA-F]')
		.replaceAll('\\A', '^')
		.replace(/\\[zZ]/g, '$');
	const isI = letters.includes('i') || inline.includes('i');
	const isS = /[sp]/.test(letters) || inline.includes('m');
	const flags = `dm${letters.includes('g') ? 'g' : ''}${isI ? 'i' : ''}${isS ? 's' : ''}`;
	try {
		return new RegExp(source, `${flags}u`);
	} catch {
		// Without `u` escapes are allowed that mean nothing.
	}
	try {
		return new RegExp(source, flags);
	} catch {
		throw new Raised(`${pattern} (at offset 0) is not a valid regex: invalid pattern`);
	}
}

function matchOf(value: string, found: RegExpExecArray): JsonObject {
	const offset = (at: number) => [...value.slice(0, at)].length;
	const names = new Map<number, string>();
	const { indices } = found;
	// A named group is the numbered group at the same place.
	for (const [name, range] of Object.entries(indices?.groups ?? {})) {
		const number = indices?.findIndex(
			(one, at) => at > 0 && !names.has(at) && one?.[0] === range?.[0] && one?.[1] === range?.[1]
		);
		if (number !== undefined) names.set(number, name);
	}
	const part = (text: string | undefined, at: number): [string, Json][] => [
		['offset', text === undefined ? -1 : offset(indices?.[at]?.[0] ?? 0)],
		['length', text === undefined ? 0 : [...text].length],
		['string', text ?? null]
	];
	const captures = found
		.slice(1)
		.map(
			(text, at) =>
				new Map<string, Json>([...part(text, at + 1), ['name', names.get(at + 1) ?? null]])
		);
	return new Map<string, Json>([...part(found[0], 0), ['captures', captures]]);
}

/** The named captures of a match. */
export const captured = (match: JsonObject): JsonObject =>
	new Map(
		(match.get('captures') as JsonObject[])
			.filter((one) => isTrue(one.get('name') ?? null))
			.map((one) => [one.get('name') as string, one.get('string') ?? null])
	);
