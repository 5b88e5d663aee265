import { readProgressFile, type ProgressFile } from '#lib/course/progress-file.ts';
import type { Speech } from '#lib/state/language.svelte.ts';
import { text } from './progress.text.ts';

const LONGEST_FILE = 20_000_000;

const REASONS = {
	'no-json': text.noJson,
	'another-file': text.another,
	newer: text.newer,
	'bad-event': text.badEvent,
	'too-many': text.tooMany
};

/** A chosen file as progress, or the sentence that says why it is none. */
export async function readProgress(
	file: File,
	say: Speech['say']
): Promise<ProgressFile | { why: string }> {
	if (file.size > LONGEST_FILE) return { why: say(text.tooLong) };
	const read = readProgressFile(await file.text());
	if (!('issue' in read)) return read;
	return { why: say(REASONS[read.issue.id], read.issue.values) };
}
