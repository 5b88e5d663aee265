import type { ImportFormat } from '#lib/import/imported.ts';

/** What `--from` takes. */
export const FORMATS = [
	'auto',
	'curl',
	'cmd',
	'powershell',
	'har',
	'postman',
	'http',
	'cli',
	'python'
] as const satisfies readonly ('auto' | ImportFormat)[];

export type Format = (typeof FORMATS)[number];

export function isFormat(name: string): name is Format {
	return (FORMATS as readonly string[]).includes(name);
}
