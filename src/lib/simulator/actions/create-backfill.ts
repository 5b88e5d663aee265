import { clearTaskInstances } from './clear.ts';
import { createRun, taskInstancesOf } from './create-run.ts';
import { touch } from '#lib/simulator/agenda.ts';
import { parseCron } from '#lib/simulator/cron.ts';
import { openRuns, runsOfDag } from '#lib/simulator/past/past.ts';
import { isRunFinished } from '#lib/simulator/states.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { Dag, DagRun, World } from '#lib/simulator/world.ts';
import type { Backfill } from '#lib/simulator/world-tables.ts';

export interface NewBackfill {
	dag: Dag;
	/** Both count. */
	fromMs: number;
	toMs: number;
	conf?: Record<string, unknown> | undefined;
	reprocess: Backfill['reprocess'];
	maxActiveRuns: number;
	runBackwards: boolean;
	user?: string | undefined;
}

/** Whether a DAG runs again and again by the clock, so that its past can be made up for. */
export const isPeriodic = ({ schedule }: Dag): boolean =>
	schedule !== undefined && parseCron(schedule) !== undefined;

export const hasActiveBackfill = (world: World, dagId: string): boolean =>
	[...world.backfills.values()].some(
		(backfill) => backfill.dagId === dagId && backfill.completedMs === undefined
	);

/**
 * Logical dates that the schedule has in the range and that are over, in the order of the backfill. Neither
 * the DAG's start nor its end bounds them.
 * @source airflow/models/backfill.py `_get_info_list`
 */
export function datesOf(world: World, wanted: NewBackfill): number[] {
	const cron = parseCron(wanted.dag.schedule ?? '');
	const found: number[] = [];
	if (!cron) return found;
	const endMs = Math.min(wanted.toMs, world.nowMs - 1);
	for (let atMs = cron.next(wanted.fromMs - 1); atMs <= endMs; atMs = cron.next(atMs)) {
		found.push(atMs);
	}
	return wanted.runBackwards ? found.reverse() : found;
}

/** The dates for which a backfill would make or repeat a run. @source the same file, `_do_dry_run` */
export function datesToRun(world: World, wanted: NewBackfill): number[] {
	const known = runsByDate(world, wanted.dag);
	return datesOf(world, wanted).filter((atMs) => mayRun(known.get(atMs), wanted));
}

/**
 * Adds a backfill with its runs; those of before are repeated, as far as `reprocess` says so.
 * @source airflow/models/backfill.py `_create_backfill`, `_create_backfill_dag_run_non_partitioned`
 */
export function createBackfill(world: World, wanted: NewBackfill): Backfill {
	const { dag, conf } = wanted;
	const backfill: Backfill = {
		id: Math.max(0, ...world.backfills.keys()) + 1,
		dagId: dag.dagId,
		fromMs: wanted.fromMs,
		toMs: wanted.toMs,
		isPaused: false,
		reprocess: wanted.reprocess,
		maxActiveRuns: wanted.maxActiveRuns,
		runBackwards: wanted.runBackwards,
		createdMs: world.nowMs,
		updatedMs: world.nowMs,
		...(conf === undefined ? {} : { conf }),
		...(wanted.user === undefined ? {} : { user: wanted.user })
	};
	const known = runsByDate(world, dag);
	const dates = datesToRun(world, wanted);
	world.backfills.set(backfill.id, backfill);
	for (const atMs of dates) {
		const earlier = known.get(atMs);
		if (earlier) {
			const instances = taskInstancesOf(world, dag, earlier);
			clearTaskInstances(world, instances, { resetDagRuns: true, alwaysStampRuns: true });
			earlier.runType = 'backfill';
			earlier.triggeredBy = 'backfill';
			earlier.backfillId = backfill.id;
			if (conf !== undefined) earlier.conf = structuredClone(conf);
			continue;
		}
		createRun(world, {
			dagId: dag.dagId,
			runId: `backfill__${isoUtc(atMs)}`,
			runType: 'backfill',
			logicalDateMs: atMs,
			dataIntervalStartMs: atMs,
			dataIntervalEndMs: atMs,
			runAfterMs: atMs,
			conf: structuredClone(conf ?? {}),
			triggeredBy: 'backfill',
			triggeringUser: wanted.user,
			backfillId: backfill.id
		});
	}
	touch(world);
	return backfill;
}

/**
 * Ends a backfill: what is queued fails, what runs goes on.
 * @source airflow/api_fastapi/core_api/routes/public/backfills.py `cancel_backfill`
 */
export function cancelBackfill(world: World, backfill: Backfill): void {
	backfill.isPaused = true;
	for (const run of openRuns(world)) {
		if (run.backfillId === backfill.id && run.state === 'queued') run.state = 'failed';
	}
	backfill.completedMs = world.nowMs;
	backfill.updatedMs = world.nowMs;
	touch(world);
}

/** The latest run of each logical date. */
function runsByDate(world: World, { dagId }: Dag): Map<number, DagRun> {
	const found = new Map<number, DagRun>();
	for (const run of runsOfDag(world, dagId)) {
		if (run.logicalDateMs === undefined || run.logicalDateMicros !== 0) continue;
		found.set(run.logicalDateMs, run);
	}
	return found;
}

function mayRun(earlier: DagRun | undefined, { reprocess }: NewBackfill): boolean {
	if (!earlier) return true;
	if (!isRunFinished(earlier.state) || reprocess === 'none') return false;
	return reprocess === 'completed' || earlier.state === 'failed';
}
