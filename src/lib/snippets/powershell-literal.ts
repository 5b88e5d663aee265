/**
 * Any text as a PowerShell string: in single quotes, where only quotes are doubled (also the curly ones, which
 * PowerShell takes for straight), else in double quotes with escapes that Windows PowerShell 5.1 knows too.
 * @source Microsoft, "about_Quoting_Rules", "about_Special_Characters"; PowerShell language specification, 2.3.5.2
 */
export function powershellString(text: string): string {
	if (!CONTROL.test(text)) return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
	const escaped = text.replace(/[`$"“”„]/g, '`$&').replace(CONTROLS, escapeControl);
	return `"${escaped}"`;
}

/** A text of many lines as a list of lines joined again, so that no line ending of a file or a terminal gets in. */
export function powershellText(text: string, indent: string): string {
	const lines = text.split('\n');
	if (lines.length < 3) return powershellString(text);
	const items = lines.map((line) => `${indent}    ${powershellString(line)}`);
	return `(@(\n${items.join('\n')}\n${indent}) -join "\`n")`;
}

// Format characters and separators, which nobody sees, are escaped as well.
const CONTROL = /[\p{C}\p{Zl}\p{Zp}]/u;
const CONTROLS = /[\p{C}\p{Zl}\p{Zp}]/gu;

const NAMED: Record<string, string> = { '\0': '`0', '\n': '`n', '\r': '`r', '\t': '`t' };

// As UTF-16 units, because [char] holds no more than one.
function escapeControl(char: string): string {
	const named = NAMED[char];
	if (named !== undefined) return named;
	return Array.from({ length: char.length }, (_, i) => `$([char]${char.charCodeAt(i)})`).join('');
}
