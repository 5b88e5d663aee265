/** just-bash's words for a syntax error in bash's. */
export const bashWords = (stderr: string): string =>
	stderr
		.replace(/^bash: line \d+: (?=unexpected EOF)/gm, 'bash: ')
		.replace(
			/^bash: (?:line \d+: )?syntax error: (.*)$/gm,
			(_, what: string) => `bash: ${inBash(what)}`
		);

function inBash(what: string): string {
	const [near] = /syntax error near unexpected token `.*'/.exec(what) ?? [];
	if (near !== undefined) return near;
	const [, got] = /got ([A-Z_]+|'[^']*')/.exec(what) ?? [];
	if (got === 'EOF' || /unexpected (end|EOF)|unterminated/i.test(what))
		return 'syntax error: unexpected end of file';
	if (got === undefined) return `syntax error: ${what.replace(/^Parse error at \d+:\d+: /, '')}`;
	return `syntax error near unexpected token \`${TOKENS[got] ?? got.replace(/'/g, '').toLowerCase()}'`;
}

const TOKENS: Readonly<Record<string, string>> = {
	SEMICOLON: ';',
	NEWLINE: 'newline',
	DSEMI: ';;',
	PIPE: '|',
	AMP: '&',
	AND_AND: '&&',
	OR_OR: '||',
	LPAREN: '(',
	RPAREN: ')',
	LBRACE: '{',
	RBRACE: '}'
};
