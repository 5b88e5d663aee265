import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Run } from './play.ts';

/** What the real program printed, case by case, masked. Written by a recording, never by hand. */
export type Recording = Record<string, Run[]>;

const file = fileURLToPath(new URL('recorded.json', import.meta.url));

/** @throws {Error} when nothing was ever recorded. */
export const recorded = (): Recording => JSON.parse(readFileSync(file, 'utf8')) as Recording;

export async function record(recording: Recording): Promise<void> {
	const style = await resolveConfig(file);
	writeFileSync(file, await format(JSON.stringify(recording), { ...style, parser: 'json' }));
}
