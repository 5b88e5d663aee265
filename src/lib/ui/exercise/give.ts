import type { GivenRequest } from '#lib/course/lesson.ts';
import type { Playground } from '#lib/state/playground.svelte.ts';

/** Opens an operation with what is given of its request; the rest is the operation's example. */
export function give(playground: Playground, given: GivenRequest): void {
	playground.open(given.operation);
	const { path, query, body } = given;
	const { draft } = playground;
	if (!draft || !(path ?? query ?? body)) return;
	playground.take({
		...draft,
		...(path ? { path } : {}),
		...(query ? { query } : {}),
		...(body === undefined ? {} : { body })
	});
}
