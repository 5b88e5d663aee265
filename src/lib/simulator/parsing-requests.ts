import type { World } from './world.ts';

/** A request waits until the files are read again, some seconds later. */
const READ_AGAIN_MS = 5_000;

/** Asks for a file to be read again soon; false when that is asked already. */
export function askToParse(world: World, file: string): boolean {
	const waiting = (world.parsingAsked ?? []).filter(
		({ atMs }) => world.nowMs - atMs < READ_AGAIN_MS
	);
	const isNew = !waiting.some((one) => one.file === file);
	if (isNew) world.parsingAsked = [...waiting, { file, atMs: world.nowMs }];
	return isNew;
}
