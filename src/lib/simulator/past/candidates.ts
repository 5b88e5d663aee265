import type { World } from '#lib/simulator/world.ts';
import type { Archive } from './archive.ts';
import type { Look } from './look.ts';
import type { View } from './view.ts';

/**
 * Rows that a filter lets through: of each of the archived `runs`, in their order, those at the
 * places that `cells` marks for the run's shape; and the `loose` ones, which are looked at one by one.
 */
export interface Candidates<Row> {
	runs: Uint32Array;
	/** By shape and place: shape × `width` + place. */
	cells: Uint8Array;
	/** How many cells of each shape are marked. */
	counts: Uint16Array;
	loose: readonly Row[];
	size: number;
}

/** Asks each question as seldom as may be: of a DAG, of a run, of a way in which tasks go. */
export function candidatesOf<Row>(
	world: World,
	view: View<Row>,
	looks: readonly Look<Row>[]
): Candidates<Row> {
	const { archive, isOut } = view;
	const { dag: dags, shape: shapes } = archive.columns;
	const { cells, counts } = markCells(world, view, looks);
	const mayBeOf = dagsThatFit(view, looks);
	const ids = looks.filter(({ about }) => about === 'run_id');
	const dates = looks.flatMap(({ between }) => (between ? [spanOf(archive, between)] : []));
	const mayBeNamed = ids.length > 0 ? namesThatFit(view, ids) : undefined;
	const fitsAll = (one: Row) => looks.every((look) => look(one));
	const loose: Row[] = [];
	for (const one of view.loose()) if (fitsAll(one)) loose.push(one);
	const runs = new Uint32Array(archive.size);
	let size = 0;
	let length = 0;
	for (let run = 0; run < archive.size; run++) {
		const count = counts[shapes[run] ?? 0] ?? 0;
		if (count === 0 || (mayBeOf && !mayBeOf[dags[run] ?? 0])) continue;
		if (isOut(run)) continue;
		if (mayBeNamed && !mayBeNamed(run)) continue;
		const place = dates.length === 0 ? IN : placeAmong(dates, run);
		if (place === OUT) continue;
		if (place === IN) {
			runs[length++] = run;
			size += count;
			continue;
		}
		for (let at = 0; at < view.places(shapes[run] ?? 0); at++) {
			const one = view.row(run, at);
			if (fitsAll(one)) loose.push(one);
		}
	}
	return { runs: runs.subarray(0, length), cells, counts, loose, size: size + loose.length };
}

/** The candidates as objects, in no order. */
export function listed<Row>(
	{ archive, width, row }: View<Row>,
	{ runs, cells, loose }: Candidates<Row>
): Row[] {
	const found = [...loose];
	for (const run of runs) {
		const first = (archive.columns.shape[run] ?? 0) * width;
		for (let place = 0; place < width; place++) {
			if (cells[first + place]) found.push(row(run, place));
		}
	}
	return found;
}

/** A row of each way in which things go, whatever its run; undefined where no DAG is left. */
export function samplesOf<Row>(
	{ dags }: World,
	{ archive, width, sample, samples }: View<Row>
): readonly (Row | undefined)[] {
	const known = samples.get(archive);
	if (known?.dags === dags.size) return known.rows;
	const rows = new Array<Row | undefined>(archive.shapes.length * width).fill(undefined);
	const seen = new Set<number>();
	for (let run = 0; run < archive.size && seen.size < archive.shapes.length; run++) {
		const shape = archive.columns.shape[run] ?? 0;
		if (seen.has(shape) || !dags.has(archive.dagOf(run).dagId)) continue;
		seen.add(shape);
		for (const [place, row] of sample(run).entries()) rows[shape * width + place] = row;
	}
	samples.set(archive, { dags: dags.size, rows });
	return rows;
}

function markCells<Row>(world: World, view: View<Row>, looks: readonly Look<Row>[]) {
	const { archive, width } = view;
	const asked = looks.filter((look) => look.about === undefined && look.between === undefined);
	const cells = new Uint8Array(archive.shapes.length * width);
	const counts = new Uint16Array(archive.shapes.length);
	if (asked.length === 0) {
		for (let shape = 0; shape < counts.length; shape++) {
			const places = view.places(shape);
			counts[shape] = places;
			cells.fill(1, shape * width, shape * width + places);
		}
		return { cells, counts };
	}
	for (const [cell, one] of samplesOf(world, view).entries()) {
		if (!one || !asked.every((look) => look(one))) continue;
		const shape = Math.floor(cell / width);
		cells[cell] = 1;
		counts[shape] = (counts[shape] ?? 0) + 1;
	}
	return { cells, counts };
}

function dagsThatFit<Row>(view: View<Row>, looks: readonly Look<Row>[]): Uint8Array | undefined {
	const asked = looks.filter(({ about }) => about === 'dag');
	if (asked.length === 0) return undefined;
	return Uint8Array.from(view.archive.dags, (dag) => {
		const stub = view.stubOfDag(dag);
		return asked.every((look) => look(stub)) ? 1 : 0;
	});
}

/** Many runs have the same name: each name is asked for once. */
function namesThatFit<Row>(view: View<Row>, ids: readonly Look<Row>[]): (run: number) => boolean {
	const { names, ranks } = view.archive.runIds();
	const fits = Uint8Array.from(names, (name) => {
		const stub = view.stubOfRunId(name);
		return ids.every((look) => look(stub)) ? 1 : 0;
	});
	return (run) => fits[ranks[run] ?? 0] === 1;
}

const [OUT, IN, BOTH] = [0, 1, 2];

/** Where a run's dates lie: from when to when, beside what is asked for. */
interface Span {
	first(run: number): number;
	slackMs: (run: number) => number;
	fromMs: number;
	toMs: number;
}

function placeAmong(spans: readonly Span[], run: number): number | undefined {
	let place = IN;
	for (const { first, slackMs, fromMs, toMs } of spans) {
		const early = first(run);
		const late = early + slackMs(run);
		if (late < fromMs || early > toMs) return OUT;
		if (!(early > fromMs && late < toMs)) place = BOTH;
	}
	return place;
}

function spanOf(archive: Archive, { date, fromMs, toMs }: NonNullable<Look['between']>): Span {
	const { runAfterMs, logicalMs } = archive.columns;
	const none = () => 0;
	const at = { fromMs, toMs };
	if (date === 'run_after') return { first: (run) => runAfterMs[run] ?? 0, slackMs: none, ...at };
	if (date === 'logical_date') return { first: (run) => logicalMs[run] ?? 0, slackMs: none, ...at };
	return {
		first: (run) => archive.startMs(run),
		slackMs: (run) => archive.shapeOf(run).lastsMs,
		...at
	};
}
