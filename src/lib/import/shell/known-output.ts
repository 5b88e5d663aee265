import type { ShellCommand } from './command.ts';

/**
 * What a command writes, where that is written out: `echo '{}'`, `printf '%s' x`, `cat <<END`; else undefined.
 * @source Bash Reference Manual, 4.2 "echo", "printf"
 */
export function knownOutput({
	words,
	stdin
}: Pick<ShellCommand, 'words' | 'stdin'>): string | undefined {
	const [program, ...rest] = words;
	if (rest.some(({ unknown }) => unknown.length > 0)) return undefined;
	const texts = rest.map(({ text }) => text);
	if (program?.text === 'cat') return texts.every((text) => text === '-') ? stdin : undefined;
	if (program?.text === 'echo') {
		const isBare = texts[0] === '-n';
		const said = isBare ? texts.slice(1) : texts;
		if (/^-[neE]+$/.test(said[0] ?? '')) return undefined;
		return said.join(' ') + (isBare ? '' : '\n');
	}
	if (program?.text !== 'printf') return undefined;
	const [format = '', value = ''] = texts;
	if (texts.length === 2 && /^%s(\\n)?$/.test(format)) return value + (format === '%s' ? '' : '\n');
	return texts.length === 1 && !/[%\\]/.test(format) ? format : undefined;
}
