import type { Reply } from '#lib/simulator/call.ts';
import { beginWatch, glance } from '#lib/simulator/timeline/watch.ts';
import { bodyText } from './wire.ts';
import type { WorldKeep } from './world-keep.ts';

export interface FollowOptions {
	keep: WorldKeep;
	/** Milliseconds since the epoch. */
	wallMs(): number;
	/** Resolves after so many milliseconds. */
	wait(ms: number): Promise<void>;
	/** Nobody listens any more. */
	signal?: AbortSignal;
}

/**
 * A reply's body in the pieces in which it is said, as time in the world passes. Whoever takes no more may
 * leave at any piece.
 * @throws Error when what is told of is no more: the answer breaks off
 */
export async function* piecesOf(
	name: string,
	reply: Reply,
	{ keep, wallMs, wait, signal }: FollowOptions
): AsyncGenerator<string> {
	yield bodyText(reply) ?? '';
	const begun = reply.follow && (await keep.read(name));
	if (!begun || !reply.follow) return;
	let watch = beginWatch(reply.follow, begun.life, wallMs());
	while (!signal?.aborted) {
		const kept = await keep.read(name);
		const { look, next } = kept
			? glance(kept.life, watch, wallMs())
			: { look: 'gone' as const, next: undefined };
		if (look === 'gone') throw new Error('What was told of is no more.');
		if (look) yield look.line;
		if (!next) return;
		({ watch } = next);
		await wait(next.inWallMs);
	}
}

/** The pieces as the body of a `Response`. */
export function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { value, done } = await pieces.next();
				if (done) controller.close();
				else controller.enqueue(encoder.encode(value));
			},
			async cancel() {
				await pieces.return(undefined);
			}
		},
		// Each piece is made when somebody takes it, not before.
		{ highWaterMark: 0 }
	);
}
