import type { Archive } from './archive.ts';
import type { Candidates } from './candidates.ts';
import type { Followed, Order, Sortable } from './order.ts';

/**
 * The candidates among which ranks `start` to `end` are found, and how many others come before. Runs lie in
 * the order of their time, and an instance is not earlier than its run and not later than the run's end: so
 * these are all the instances of a few runs.
 */
export function partInTime<Row>(
	archive: Archive,
	found: Candidates<Row>,
	{ value, descending, follows = 'made', msOf }: Order<Row>,
	start: number,
	end: number
): { part: Candidates<Row>; skipped: number } {
	const { counts } = found;
	const runs = inOrderOf(archive, found.runs, follows);
	const { shape } = archive.columns;
	const time = timeOf(archive, follows);
	const slackMs = slackOf(archive, follows);
	const timeOfValue = msOf ?? rankIn(archive, follows);
	// From here on times are such that they rise: what comes first is least.
	const firstOf = (run: number) => (descending ? -(time(run) + slackMs) : time(run));
	const nth = (index: number) => runs[descending ? runs.length - 1 - index : index] ?? 0;
	const sizeOf = (run: number) => counts[shape[run] ?? 0] ?? 0;
	const loose = found.loose
		.map((one) => ({ one, at: (descending ? -1 : 1) * timeOfValue(value(one)) }))
		.sort((a, b) => a.at - b.at);

	// Between which times the page lies: found by the least time that each instance may have.
	let from: number | undefined;
	let to = Infinity;
	for (let index = 0, other = 0, passed = 0; index < runs.length || other < loose.length;) {
		const next = index < runs.length ? firstOf(nth(index)) : Infinity;
		const lone = loose[other];
		const isLone = lone !== undefined && (lone.at <= next || index >= runs.length);
		passed += isLone ? 1 : sizeOf(nth(index));
		const at = isLone ? lone.at : next;
		if (passed > start) from ??= at;
		if (passed >= end) {
			to = at + slackMs;
			break;
		}
		if (isLone) other++;
		else index++;
	}

	const near: number[] = [];
	let skipped = 0;
	for (let index = 0; index < runs.length; index++) {
		const run = nth(index);
		const first = firstOf(run);
		if (first > to) break;
		if (first + slackMs < (from ?? -Infinity)) skipped += sizeOf(run);
		else near.push(run);
	}
	const nearLoose = loose.filter(({ at }) => at >= (from ?? -Infinity) && at <= to);
	skipped += loose.filter(({ at }) => at < (from ?? -Infinity)).length;
	const part = { ...found, runs: Uint32Array.from(near), loose: nearLoose.map(({ one }) => one) };
	return { part: { ...part, size: end - start }, skipped };
}

/** The candidates that may have the same time as a value, and how many come before those for certain. */
export function aroundTime<Row>(
	archive: Archive,
	found: Candidates<Row>,
	{ descending, follows = 'made', msOf }: Order<Row>,
	value: Sortable
): { near: Candidates<Row>; before: number } {
	const { shape } = archive.columns;
	const time = timeOf(archive, follows);
	const slackMs = slackOf(archive, follows);
	const wantedMs = (msOf ?? rankIn(archive, follows))(value);
	const near: number[] = [];
	let before = 0;
	for (const run of found.runs) {
		const isEarlier = time(run) + slackMs < wantedMs;
		const isLater = time(run) > wantedMs;
		if (!isEarlier && !isLater) near.push(run);
		else if (isEarlier !== descending) before += found.counts[shape[run] ?? 0] ?? 0;
	}
	// No more than a few are left: they are looked at one by one.
	return { near: { ...found, runs: Uint32Array.from(near), size: 0 }, before };
}

function timeOf(archive: Archive, follows: Followed): (run: number) => number {
	const { runAfterMs, logicalMs } = archive.columns;
	if (follows === 'id') return (run) => archive.firstId + run;
	if (follows === 'dag') return (run) => archive.columns.dag[run] ?? 0;
	if (follows === 'run_id') return (run) => archive.runIds().ranks[run] ?? 0;
	if (follows === 'logical_date') return (run) => logicalMs[run] ?? 0;
	if (follows === 'start') return (run) => archive.startMs(run);
	const lagMs = follows === 'made' ? archive.lagMs : 0;
	return (run) => (runAfterMs[run] ?? 0) + lagMs;
}

/** The place of a name among those of the archive; between two when it is none of them. */
function rankIn(archive: Archive, follows: Followed): (value: Sortable) => number {
	const count = follows === 'dag' ? archive.dags.length : archive.runIds().names.length;
	const nth = (place: number) =>
		(follows === 'dag' ? archive.dags[place]?.dagId : archive.runIds().names[place]) ?? '';
	return (value) => {
		let [low, high] = [0, count];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (nth(middle) < String(value)) low = middle + 1;
			else high = middle;
		}
		return nth(low) === value ? low : low - 0.5;
	};
}

/** Runs lie in the order of their making, others have to be made once. */
function inOrderOf(archive: Archive, runs: Uint32Array, follows: Followed): Uint32Array {
	const all = wholeOrderOf(archive, follows);
	if (!all) return runs;
	if (runs.length === archive.size) return all;
	const wanted = new Uint8Array(archive.size);
	for (const run of runs) wanted[run] = 1;
	return all.filter((run) => wanted[run] === 1);
}

function wholeOrderOf(archive: Archive, follows: Followed): Uint32Array | undefined {
	if (follows === 'dag') return archive.byDag;
	if (follows === 'run_id') return archive.runIds().inOrder;
	return follows === 'logical_date' ? archive.byLogicalDate : undefined;
}

/** How much later than that time an instance may be. */
const slackOf = ({ shapes }: Archive, follows: Followed) =>
	follows === 'start' ? shapes.reduce((most, { lastsMs }) => Math.max(most, lastsMs), 0) : 0;
