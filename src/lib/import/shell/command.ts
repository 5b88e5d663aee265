/** One argument, after its shell has taken the quotes off. */
export interface ShellWord {
	/** Bytes that are no UTF-8 stand as U+DC80 … U+DCFF, see byte-text.ts. */
	text: string;
	/** Where it begins in the text. */
	offset: number;
	/** Expansions whose value nobody but the shell knows; they stand in `text` as they were written. */
	unknown: readonly string[];
}

/** One program with its arguments. */
export interface ShellCommand {
	words: readonly ShellWord[];
	/** What it reads from its input, where that is written out: a here-document, a list piped into it. */
	stdin?: string;
	/** Expansions in `stdin`, as in a word. */
	stdinUnknown?: readonly string[];
	/** True when another program reads its output, or a file does. */
	isPiped: boolean;
}

/** What a shell would start, and what the reader has to say about it. */
export interface ShellScript {
	commands: ShellCommand[];
	/** Texts of command substitutions, which may hold commands themselves. */
	substitutions: string[];
	warnings: { id: string; values?: Record<string, string> }[];
}

/** The program's name without its folder and without `.exe`. */
export function programOf({ words }: ShellCommand): string {
	const name = words[0]?.text ?? '';
	return name.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '');
}
