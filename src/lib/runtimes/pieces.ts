import type { Piece } from './run.ts';

/** Longer texts go out at once, shorter ones wait for company. */
const FULL = 32_000;
const WAIT_MS = 30;

/** Joins output that comes in small pieces, so that a page is told of it some thirty times a second at most. */
export function joinPieces(
	post: (pieces: Piece[]) => void,
	later: (act: () => void, ms: number) => void,
	nowMs: () => number = () => performance.now()
) {
	let postedMs = -Infinity;
	let waiting: Piece[] = [];
	let size = 0;
	let isDue = false;
	const flush = () => {
		isDue = false;
		if (waiting.length === 0) return;
		const pieces = waiting;
		waiting = [];
		size = 0;
		postedMs = nowMs();
		post(pieces);
	};
	return {
		tell(piece: Piece) {
			const last = waiting.at(-1);
			if (last?.to === piece.to) last.text += piece.text;
			else waiting.push({ ...piece });
			size += piece.text.length;
			// A loop that never waits lets no timer come.
			if (size > FULL || nowMs() - postedMs > WAIT_MS) flush();
			else if (!isDue) {
				isDue = true;
				later(flush, WAIT_MS);
			}
		},
		flush
	};
}
