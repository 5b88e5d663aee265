/** A text whose value may hang on what only the shell knows; that stands in it as it was written. */
export interface PsText {
	kind: 'text';
	text: string;
	unknown: readonly string[];
}

/** What an expression of PowerShell stands for, as far as requests are made of it. */
export type PsValue =
	| PsText
	/** The UTF-8 bytes of a text. */
	| { kind: 'bytes'; of: PsText }
	| { kind: 'list'; items: readonly PsValue[] }
	/** A table grows after it was made: `$headers.Add('a', 'b')`. */
	| { kind: 'table'; entries: (readonly [key: string, value: PsValue])[] }
	| { kind: 'constant'; value: true | false | null }
	| { kind: 'number'; text: string }
	| PsObject;

/** A `New-Object`: its type, what it was made of, and what was set on it since. */
export interface PsObject {
	kind: 'object';
	type: string;
	given: readonly PsValue[];
	members: Map<string, PsValue>;
	/** Arguments of methods called on it or on its members: `Cookies.Add`. */
	calls: { method: string; given: readonly PsValue[] }[];
}

/** A word of a command. */
export interface PsArgument {
	value: PsValue;
	/** The name of a parameter, when it is one: `Method` for `-Method`. */
	parameter?: string;
	/** A table whose entries are parameters: `@request`. */
	isSplat?: boolean;
}

/** One command of a pipeline. */
export interface PsCommand {
	name: string;
	given: readonly PsArgument[];
	/** What is written out before the pipe. */
	input?: PsValue;
	isPiped: boolean;
	offset: number;
}

export const text = (value: string, unknown: readonly string[] = []): PsText => ({
	kind: 'text',
	text: value,
	unknown
});

/** An expression that only PowerShell can work out, standing for itself. */
export const unknownText = (source: string): PsText => text(source, [source]);

/** A value as a program or a header gets it. */
export function asText(value: PsValue): PsText {
	if (value.kind === 'text') return value;
	if (value.kind === 'bytes') return value.of;
	if (value.kind === 'number') return text(value.text);
	if (value.kind === 'constant')
		return text(value.value === null ? '' : value.value ? 'True' : 'False');
	if (value.kind !== 'list') return text('');
	const parts = value.items.map(asText);
	return text(
		parts.map((part) => part.text).join(' '),
		parts.flatMap((part) => part.unknown)
	);
}

/** Texts put together. */
export function joinTexts(parts: readonly PsText[], joint = ''): PsText {
	return text(
		parts.map((part) => part.text).join(joint),
		parts.flatMap((part) => part.unknown)
	);
}
