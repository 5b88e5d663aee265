/** One argument in single quotes, which bash, zsh and sh read alike, also in an interactive shell. */
export function quote(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

/** One argument, in quotes only when a shell would read it as anything but itself. */
export function word(text: string): string {
	return /^[\w@%+:,./-][\w@%+=:,./-]*$/.test(text) ? text : quote(text);
}

/** A command on one line, or, when that is too long to read or asked for, one argument a line. */
export function commandLines(
	words: readonly string[],
	lines: 'fit' | 'one' | 'many' = 'fit'
): string {
	const line = words.join(' ');
	if (lines === 'one') return line;
	if (lines === 'many') return words.join(' \\\n  ');
	return line.length <= WIDTH && !line.includes('\n') ? line : words.join(' \\\n  ');
}

const WIDTH = 88;
