import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Version } from './line.ts';
import type { Run } from './play.ts';

/** What the real program printed, case by case, masked. Written by a recording, never by hand. */
export type Recording = Record<string, Run[]>;

const fileOf = (version: Version) =>
	fileURLToPath(new URL(`recorded-${version}.json`, import.meta.url));

/** @throws {Error} when nothing was ever recorded. */
export const recorded = (version: Version): Recording =>
	JSON.parse(readFileSync(fileOf(version), 'utf8')) as Recording;

export async function record(version: Version, recording: Recording): Promise<void> {
	const file = fileOf(version);
	const style = await resolveConfig(file);
	writeFileSync(file, await format(JSON.stringify(recording), { ...style, parser: 'json' }));
}
