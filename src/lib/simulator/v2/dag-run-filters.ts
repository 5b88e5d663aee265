import { aboutDate, type DateName, type Look } from '#lib/simulator/past/look.ts';
import type { DagRun, World } from '#lib/simulator/world.ts';
import {
	boundsOf,
	edgesOf,
	inOpenRange,
	inRange,
	microsOf,
	msOf,
	toMicros,
	type Bounds
} from './filters.ts';
import type { ZonedInstant } from './instant.ts';
import type { Columns } from './order.ts';
import { dumps } from './python-repr.ts';
import { dateTime, fail, type Reader } from './readers.ts';
import { seconds } from './shapes.ts';

export type FitsRun = Look<DagRun>;

/**
 * The ranges that were asked for.
 * @param nowMs left out for the batch, in which a date that is null fits no bound.
 */
export function runRanges(values: Record<string, unknown>, nowMs?: number): FitsRun[] {
	const tests: FitsRun[] = [];
	const range = (name: string, fits: (run: DagRun, bounds: Bounds) => boolean) => {
		if (!(`${name}_gte` in values)) return;
		const bounds = boundsOf(values, name);
		if (Object.values(bounds).every((bound) => bound === null)) return;
		const test = (run: DagRun) => fits(run, bounds);
		tests.push(
			name === 'duration' ? test : aboutDate<DagRun>(name as DateName, ...edgesOf(bounds), test)
		);
	};
	const date = (ms: number | undefined, bounds: Bounds) =>
		nowMs === undefined ? inRange(microsOf(ms), bounds) : inOpenRange(ms, bounds, nowMs);
	range('run_after', (run, bounds) => inRange(toMicros(run.runAfterMs), bounds));
	range('logical_date', (run, bounds) =>
		inRange(microsOf(run.logicalDateMs, run.logicalDateMicros), bounds)
	);
	range('start_date', (run, bounds) => date(run.startMs, bounds));
	range('end_date', (run, bounds) => date(run.endMs, bounds));
	range('duration', (run, bounds) => inRange(seconds(run.startMs, run.endMs), bounds));
	range('updated_at', (run, bounds) => inRange(toMicros(updatedMs(run)), bounds));
	return tests;
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
	id: { kind: 'number', value: (run) => run.id, follows: 'id', msOf: Number },
	state: { kind: 'text', value: (run) => run.state },
	dag_id: { kind: 'text', value: (run) => run.dagId, follows: 'dag' },
	run_id: { kind: 'text', value: (run) => run.runId, follows: 'run_id' },
	dag_run_id: { kind: 'text', value: (run) => run.runId, follows: 'run_id' },
	logical_date: {
		kind: 'date',
		value: (run) => microsOf(run.logicalDateMs, run.logicalDateMicros),
		follows: 'logical_date',
		msOf
	},
	partition_date: { kind: 'date', value: () => undefined },
	run_after: {
		kind: 'date',
		value: (run) => toMicros(run.runAfterMs),
		follows: 'run_after',
		msOf
	},
	start_date: { kind: 'date', value: (run) => microsOf(run.startMs), follows: 'start', msOf },
	end_date: { kind: 'date', value: (run) => microsOf(run.endMs), follows: 'start', msOf },
	updated_at: { kind: 'date', value: (run) => toMicros(updatedMs(run)), follows: 'start', msOf },
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
