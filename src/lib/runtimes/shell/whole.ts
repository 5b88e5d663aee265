import type { ScriptNode } from './syntax.ts';

/** Whether a text is a whole script: no open quote, here-document, loop, pipe. What is wrong in itself is whole. */
export function isWhole(script: string, parse: (script: string) => ScriptNode): boolean {
	if (/(^|[^\\])(\\\\)*\\$/.test(script)) return false;
	try {
		parse(script);
	} catch (error) {
		return !isAtEnd(String(error), script);
	}
	return !/(^|[^\\])(\||&&)\s*$/.test(script);
}

/** Whether a script went wrong for want of more. */
function isAtEnd(error: string, script: string): boolean {
	if (/unterminated|got EOF|unexpected EOF/.test(error)) return true;
	const [, line, column] = /at (\d+):(\d+):/.exec(error) ?? [];
	const lines = script.split('\n');
	const last = lines.at(-1) ?? '';
	// just-bash cuts the indentation off before it counts.
	return Number(line) === lines.length && Number(column) > last.trimStart().length;
}
