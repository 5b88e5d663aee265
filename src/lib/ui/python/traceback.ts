import type { Piece } from '#lib/runtimes/run.ts';

/** Text as written, or a mention of a line of the learner's program. */
export interface Part {
	text: string;
	/** Counted from 1. */
	line?: number;
}

/** The mentions of the learner's lines in what Python wrote to stderr. */
export function partsOf({ to, text }: Piece): Part[] {
	if (to === 'out') return [{ text }];
	const parts: Part[] = [];
	let at = 0;
	for (const mention of text.matchAll(MENTION)) {
		const [whole, file = '', line = ''] = mention;
		if (!PROGRAM.test(file)) continue;
		if (mention.index > at) parts.push({ text: text.slice(at, mention.index) });
		parts.push({ text: whole, line: Number(line) });
		at = mention.index + whole.length;
	}
	if (at < text.length) parts.push({ text: text.slice(at) });
	return parts;
}

/** @source CPython Lib/traceback.py (StackSummary.format_frame_summary) */
const MENTION = /File "([^"\n]*)", line (\d+)/g;

/** The name that the learner's program runs under. */
const PROGRAM = /(^|\/)(program|main|script)\.py$|^<(exec|string|stdin)>$/;
