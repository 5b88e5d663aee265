import type { Piece } from '#lib/runtimes/run.ts';

/** What a page shows of one run; nobody reads more, and it would slow the page down. */
export const MOST_SHOWN = 2_000_000;

/** Lets the beginning of a run's output through, and says at its end how much was left out. */
export function shownOf(tell: (piece: Piece) => void, most = MOST_SHOWN) {
	let shown = 0;
	let hidden = 0;
	return {
		tell({ to, text }: Piece) {
			const part = text.slice(0, Math.max(0, most - shown));
			shown += part.length;
			hidden += text.length - part.length;
			if (part !== '') tell({ to, text: part });
		},
		end() {
			if (hidden === 0) return;
			const size = hidden < 1e5 ? `${hidden} B` : `${(hidden / 1e6).toFixed(1)} MB`;
			const text = `\nwindsock: ${size} more were printed and are not shown; | head or > file would help\n`;
			tell({ to: 'err', text });
		}
	};
}
