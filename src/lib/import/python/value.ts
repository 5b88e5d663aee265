/** A text, or bytes; expansions that only the program knows stand in it as they were written. */
export interface PyText {
	kind: 'text' | 'bytes';
	text: string;
	unknown: readonly string[];
}

/** What a Python expression stands for, as far as requests are made of it. */
export type PyValue =
	| PyText
	| { kind: 'constant'; value: true | false | null }
	/** A number's digits as JSON writes them: of any length, floats as `repr` gives them. */
	| { kind: 'number'; digits: string }
	| { kind: 'list'; items: readonly PyValue[] }
	| { kind: 'dict'; entries: readonly (readonly [key: PyValue, value: PyValue])[] }
	/** A call of something that is not known here: `HTTPBasicAuth('a', 'b')`, `open('x')`. */
	| { kind: 'call'; name: string; given: PyArguments; source: string };

export interface PyArguments {
	plain: readonly PyValue[];
	named: ReadonlyMap<string, PyValue>;
}

export const pyText = (text: string, unknown: readonly string[] = []): PyText => ({
	kind: 'text',
	text,
	unknown
});

/** An expression that only the program can work out, standing for itself. */
export const pyUnknown = (source: string, shown = source): PyText => pyText(shown, [shown]);

/** A value where a text is wanted, as `str()` gives it. */
export function asPyText(value: PyValue): PyText {
	if (value.kind === 'text' || value.kind === 'bytes') return value;
	if (value.kind === 'number') return pyText(value.digits);
	if (value.kind === 'constant')
		return pyText(value.value === null ? 'None' : value.value ? 'True' : 'False');
	return value.kind === 'call' ? pyUnknown(value.source) : pyText('');
}

/** Texts put together; bytes stay bytes. */
export function joinPy(parts: readonly PyText[]): PyText {
	return {
		kind: parts.some(({ kind }) => kind === 'bytes') ? 'bytes' : 'text',
		text: parts.map(({ text }) => text).join(''),
		unknown: parts.flatMap(({ unknown }) => unknown)
	};
}

/** The value under a key that is a text. */
export function itemOf(value: PyValue | undefined, key: string): PyValue | undefined {
	if (value?.kind !== 'dict') return undefined;
	return value.entries.findLast(([one]) => asPyText(one).text === key)?.[1];
}
