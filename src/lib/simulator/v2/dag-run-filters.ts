import type { DagRun, World } from '#lib/simulator/world.ts';
import { boundsOf, inOpenRange, inRange, microsOf, toMicros, type Bounds } from './filters.ts';
import type { ZonedInstant } from './instant.ts';
import type { Columns } from './order.ts';
import { dumps } from './python-repr.ts';
import { dateTime, fail, type Reader } from './readers.ts';
import { seconds } from './shapes.ts';

/** The ranges that runs and task instances can be asked for. */
export interface Ranges {
	runAfter: Bounds;
	logicalDate: Bounds;
	start: Bounds;
	end: Bounds;
	duration: Bounds;
	updatedAt: Bounds;
}

export function rangesOf(values: Record<string, unknown>): Ranges {
	return {
		runAfter: boundsOf(values, 'run_after'),
		logicalDate: boundsOf(values, 'logical_date'),
		start: boundsOf(values, 'start_date'),
		end: boundsOf(values, 'end_date'),
		duration: boundsOf(values, 'duration'),
		updatedAt: boundsOf(values, 'updated_at')
	};
}

/** @param nowMs left out for the batch, in which a date that is null fits no bound. */
export function fitsRanges(run: DagRun, ranges: Ranges, nowMs?: number): boolean {
	const fits = (ms: number | undefined, bounds: Bounds) =>
		nowMs === undefined ? inRange(microsOf(ms), bounds) : inOpenRange(ms, bounds, nowMs);
	return (
		inRange(toMicros(run.runAfterMs), ranges.runAfter) &&
		inRange(microsOf(run.logicalDateMs, run.logicalDateMicros), ranges.logicalDate) &&
		fits(run.startMs, ranges.start) &&
		fits(run.endMs, ranges.end) &&
		inRange(seconds(run.startMs, run.endMs), ranges.duration) &&
		inRange(toMicros(updatedMs(run)), ranges.updatedAt)
	);
}

/**
 * Whether a run took in an event of an asset whose name or URI holds the words, whatever their case.
 * @source airflow/api_fastapi/common/parameters.py `_ConsumingAssetFilter`
 */
export function consumersOf(world: World, words: string | null): (run: DagRun) => boolean {
	if (!words) return () => true;
	const low = words.toLowerCase();
	const fits = (text: string) => text.toLowerCase().includes(low);
	const assets = new Set<number>();
	for (const { id, name, uri } of world.assets.values())
		if (fits(name) || fits(uri)) assets.add(id);
	const events = new Set<number>();
	for (const { id, assetId } of world.assetEvents) if (assets.has(assetId)) events.add(id);
	return ({ consumedAssetEvents: consumed }) => consumed?.some((id) => events.has(id)) ?? false;
}

/** A day; a time of day beside it must be midnight. @source pydantic, "Date types" */
export const calendarDay: Reader<ZonedInstant> = (input, loc) => {
	const read = dateTime(false)(input, loc);
	if ('issues' in read) {
		const error = read.issues[0]?.ctx?.['error'];
		const msg = `Input should be a valid date or datetime, ${String(error)}`;
		return fail('date_from_datetime_parsing', loc, msg, input, { error });
	}
	const { ms, micros } = read.value;
	if (ms % DAY_MS === 0 && micros === 0) return read;
	const msg = 'Datetimes provided to dates should have zero time - e.g. be exact dates';
	return fail('date_from_datetime_inexact', loc, msg, input);
};

const DAY_MS = 86_400_000;

/** What `order_by` of runs allows. @source airflow/api_fastapi/core_api/routes/public/dag_run.py */
export const dagRunColumns: Columns<DagRun> = {
	id: { kind: 'number', value: (run) => run.id },
	state: { kind: 'text', value: (run) => run.state },
	dag_id: { kind: 'text', value: (run) => run.dagId },
	run_id: { kind: 'text', value: (run) => run.runId },
	dag_run_id: { kind: 'text', value: (run) => run.runId },
	logical_date: {
		kind: 'date',
		value: (run) => microsOf(run.logicalDateMs, run.logicalDateMicros)
	},
	partition_date: { kind: 'date', value: () => undefined },
	run_after: { kind: 'date', value: (run) => toMicros(run.runAfterMs) },
	start_date: { kind: 'date', value: (run) => microsOf(run.startMs) },
	end_date: { kind: 'date', value: (run) => microsOf(run.endMs) },
	updated_at: { kind: 'date', value: (run) => toMicros(updatedMs(run)) },
	conf: { kind: 'text', value: (run) => dumps(run.conf) },
	duration: { kind: 'number', value: (run) => seconds(run.startMs, run.endMs) }
};

/** The world keeps no such date; the latest of those it keeps comes near. */
const updatedMs = (run: DagRun) =>
	Math.max(
		run.queuedAtMs ?? 0,
		run.startMs ?? 0,
		run.endMs ?? 0,
		run.lastSchedulingDecisionMs ?? 0
	);
