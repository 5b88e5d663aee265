import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Answer } from './compare.ts';

/** The answers of a real Airflow, case by case, masked. */
export type Recording = Record<string, Answer[]>;

const folder = new URL('recorded/', import.meta.url);

/** @throws {Error} when the group was never recorded. */
export function recorded(group: string): Recording {
	return JSON.parse(readFileSync(new URL(`${group}.json`, folder), 'utf8')) as Recording;
}

/** Writes a group's answers down, in the style of the project. */
export async function record(group: string, recording: Recording): Promise<void> {
	const file = fileURLToPath(new URL(`${group}.json`, folder));
	const style = await resolveConfig(file);
	const text = await format(JSON.stringify(recording), { ...style, parser: 'json' });
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, text);
}
