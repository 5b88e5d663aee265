/**
 * One argument for a program started by cmd.exe, at the prompt and in a batch file alike, as programs of Microsoft's
 * C runtime take it apart. cmd knows quotes but not `\"`: what it believes to stand outside of quotes gets a caret.
 * A percent sign is {@link PERCENT}; a line break stands in carets too.
 * @source Microsoft, "Parsing C command-line arguments" and "CommandLineToArgvW"; "cmd", section on special characters
 */
export function cmdWord(text: string): string {
	const argument = `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
	const quotes = argument.split('"').length - 1;
	const marked =
		quotes % 2 === 0 && !text.includes('\n') ? outsideCareted(argument) : allCareted(argument);
	return marked.replaceAll('%', PERCENT);
}

/** A text with the value of a variable after it, as one argument. A quote in the value ends the argument. */
export function cmdWordWith(text: string, variable: string): string {
	return cmdWord(`${text}\0`).replace('\0', () => `%${variable}%`);
}

/**
 * Stands for `%`, which no single spelling gives both at the prompt and in a batch file: `%%` is one sign in the file
 * and two at the prompt, and the first of either is one.
 */
export const PERCENT = '%p%';
export const PERCENT_LINES = ['set "p=%%"', 'set "p=%p:~0,1%"'] as const;

/** What no argument of cmd holds: other control characters, and letters that it hands on in a Windows code page. */
export function isCmdText(text: string): boolean {
	return /^[\n\x20-\x7e]*$/.test(text);
}

const SPECIAL = /[&|<>()^"!]/;

// Between the quotes cmd takes all but % as it is.
function outsideCareted(argument: string): string {
	let isInside = false;
	let out = '';
	for (const char of argument) {
		if (char === '"') isInside = !isInside;
		out += !isInside && char !== '"' && SPECIAL.test(char) ? `^${char}` : char;
	}
	return out;
}

// cmd never sees a quote; a caret, a line break and an empty line make one line break of the argument.
function allCareted(argument: string): string {
	return argument.replace(/[&|<>()^"!]/g, '^$&').replaceAll('\n', '^\n\n');
}
