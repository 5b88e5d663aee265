import { commandLines, word } from '#lib/snippets/shell-word.ts';
import type { SnippetInput, SnippetWarning } from '#lib/snippets/target.ts';
import { Ask, type Commands } from './ask.ts';

/** A request as a command line, with what is lost of it. */
export interface Spelled {
	/** Undefined when there is no command for the request. */
	code: string | undefined;
	warnings: SnippetWarning[];
	lost: string[];
}

/** Writes the command that a table has for the operation, behind the words that begin every line. */
export function spell(
	before: readonly string[],
	commands: Commands,
	{ operation, draft, request, options }: SnippetInput
): Spelled {
	const origin = /^[a-z]+:\/\/[^/?#]+/i.exec(request.url)?.[0] ?? request.url;
	const ask = new Ask(draft, origin);
	const command = Object.hasOwn(commands, operation.key) ? commands[operation.key] : undefined;
	const words = command?.(ask);
	// No argument can hold a NUL byte.
	if (words?.some((value) => value.includes('\0')))
		return { code: undefined, warnings: [], lost: [] };
	const parts = words && pairs([...before, ...words].map(word));
	return {
		code: parts && wellFormed(commandLines(parts, options?.lines)),
		warnings: ask.warnings,
		lost: words ? ask.lost() : []
	};
}

/** True for code with a character that a terminal acts on. */
export function hasControl(code: string): boolean {
	// eslint-disable-next-line no-control-regex -- control characters are what is looked for
	return /[\x01-\x08\x0b-\x1f\x7f]/.test(code);
}

function wellFormed(text: string): string {
	return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

// Where a long command breaks: an option stays with its value, and the command's own words stay together.
function pairs(words: readonly string[]): string[] {
	const lines: string[] = [];
	for (const next of words) {
		const last = lines.at(-1);
		const isValue = last !== undefined && /^--[a-z-]+$/.test(last) && !WITHOUT_VALUE.test(last);
		const isSubcommand = lines.length === 1;
		if (!next.startsWith('-') && (isValue || isSubcommand))
			lines[lines.length - 1] = `${last} ${next}`;
		else lines.push(next);
	}
	return lines;
}

const WITHOUT_VALUE =
	/^--(no-.+|only-.+|exclude-.+|treat-.+|run-backwards|run-on-latest-version|include-deferred|is-alive|upstream|downstream|yes|dry-run|alias|permission|remote|clear-task-instances|local|mark-success|force|ignore-.+)$/;
