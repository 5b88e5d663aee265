/** A text as a YAML scalar on one line: plain where every parser reads it as text, else in double quotes. */
export function yamlText(text: string): string {
	return /^[A-Za-z][\w ./()-]*$/.test(text) && !KEYWORD.test(text) && text.trim() === text
		? text
		: doubleQuoted(text);
}

/**
 * Many lines as the value of a key that stands at `indent`: a block where one can hold them to the byte, else one
 * line in double quotes. @source YAML 1.2.2, 5.1 "Character Set", 8.1 "Block Scalar Styles"; YAML 1.1 on line breaks
 */
export function yamlBlock(text: string, indent: string): string {
	if (HIDDEN.test(text.replace(/[\t\n]/g, '')) || /^\s/.test(text)) return doubleQuoted(text);
	const lines = text.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`));
	return `|\n${lines.join('\n')}`;
}

const KEYWORD = /^(true|false|null|yes|no|on|off|y|n)$/i;
// What YAML 1.1 takes for a line break, what YAML forbids, and what a reader cannot see.
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/u;
const EACH_HIDDEN = new RegExp(HIDDEN, 'gu');

function doubleQuoted(text: string): string {
	return JSON.stringify(text).replace(
		EACH_HIDDEN,
		(char) => `\\U${(char.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
	);
}
