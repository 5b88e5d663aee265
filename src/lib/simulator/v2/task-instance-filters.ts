import { taskOf } from '#lib/simulator/dag-plan.ts';
import { secondsOf } from '#lib/simulator/instance-duration.ts';
import { birthOf } from '#lib/simulator/instance-lookup.ts';
import {
	runKey,
	type DagRun,
	type Task,
	type TaskInstance,
	type World
} from '#lib/simulator/world.ts';
import { aboutDate, type DateName, type Look } from '#lib/simulator/past/look.ts';
import type { Sortable } from '#lib/simulator/past/order.ts';
import { instanceOfUuid, msOfUuid } from '#lib/simulator/past/by-uuid.ts';
import { runToRead } from '#lib/simulator/past/past.ts';
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
import type { Columns } from './order.ts';

export type Fits = Look;

export const runOf = (world: World, { dagId, runId }: TaskInstance): DagRun | undefined =>
	runToRead(world, runKey(dagId, runId));

export const taskOfInstance = (world: World, { dagId, taskId }: TaskInstance): Task | undefined =>
	taskOf(world.dags.get(dagId), taskId);

/**
 * The ranges that were asked for; those left out are not looked at. In the body of a batch a date that is
 * not there yet fits no bound; in a query it may.
 */
export function rangeTests(world: World, query: Record<string, unknown>, inBody = false): Fits[] {
	const { nowMs } = world;
	const tests: Fits[] = [];
	const range = (name: string, fits: (instance: TaskInstance, bounds: Bounds) => boolean) => {
		if (!(`${name}_gte` in query)) return;
		const bounds = boundsOf(query, name);
		if (Object.values(bounds).every((bound) => bound === null)) return;
		const test = (instance: TaskInstance) => fits(instance, bounds);
		tests.push(name === 'duration' ? test : aboutDate(name as DateName, ...edgesOf(bounds), test));
	};
	range('run_after', (one, bounds) => inRange(microsOf(runOf(world, one)?.runAfterMs), bounds));
	range('logical_date', (one, bounds) => {
		const run = runOf(world, one);
		return inRange(microsOf(run?.logicalDateMs, run?.logicalDateMicros), bounds);
	});
	const date = (ms: number | undefined, bounds: Bounds) =>
		inBody ? inRange(microsOf(ms), bounds) : inOpenRange(ms, bounds, nowMs);
	range('start_date', (one, bounds) => date(one.startMs, bounds));
	range('end_date', (one, bounds) => date(one.endMs, bounds));
	range('duration', (one, bounds) => inRange(secondsOf(world, one), bounds));
	range('updated_at', (one, bounds) => inRange(toMicros(updatedMs(world, one)), bounds));
	return tests;
}

/** What `order_by` of task instances allows. */
export function taskInstanceColumns(world: World): Columns<TaskInstance> {
	const run = (instance: TaskInstance) => runOf(world, instance);
	const id = {
		kind: 'text' as const,
		follows: 'made' as const,
		msOf: (rank: Sortable) => msOfUuid(String(rank)),
		value: (instance: TaskInstance) => rankOf(world, instance),
		token: {
			write: ({ uuid }: TaskInstance) => uuid,
			read: (uuid: string) => {
				const one = instanceOfUuid(world, uuid);
				return one ? rankOf(world, one) : uuid;
			}
		}
	};
	return {
		id,
		state: { kind: 'text', value: ({ state }) => state },
		duration: { kind: 'number', value: (instance) => secondsOf(world, instance) },
		start_date: { kind: 'date', value: ({ startMs }) => microsOf(startMs), follows: 'start', msOf },
		end_date: { kind: 'date', value: ({ endMs }) => microsOf(endMs), follows: 'start', msOf },
		map_index: { kind: 'number', value: ({ mapIndex }) => mapIndex },
		try_number: { kind: 'number', value: ({ tryNumber }) => tryNumber },
		logical_date: {
			kind: 'date',
			value: (one) => microsOf(run(one)?.logicalDateMs, run(one)?.logicalDateMicros),
			follows: 'logical_date',
			msOf
		},
		run_after: {
			kind: 'date',
			value: (one) => microsOf(run(one)?.runAfterMs),
			follows: 'run_after',
			msOf
		},
		data_interval_start: {
			kind: 'date',
			value: (one) => microsOf(run(one)?.dataIntervalStartMs),
			follows: 'logical_date',
			msOf
		},
		data_interval_end: {
			kind: 'date',
			value: (one) => microsOf(run(one)?.dataIntervalEndMs),
			follows: 'run_after',
			msOf
		},
		rendered_map_index: { kind: 'number', value: ({ mapIndex }) => mapIndex },
		operator: { kind: 'text', value: (one) => taskOfInstance(world, one)?.operator }
	};
}

/** In the order of their ids. */
export function inIdOrder(world: World, instances: readonly TaskInstance[]): TaskInstance[] {
	return instances
		.map((instance) => ({ instance, rank: rankOf(world, instance) }))
		.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
		.map(({ instance }) => instance);
}

/**
 * Place in the order of the ids: they begin with the millisecond of their making, and those of one
 * millisecond follow the run and the DAG file.
 */
function rankOf(world: World, instance: TaskInstance): string {
	const run = runOf(world, instance)?.id ?? 0;
	const place = placeOf(world.dags.get(instance.dagId)?.tasks ?? [], instance.taskId);
	const digits = (value: number, size: number) => String(value).padStart(size, '0');
	const at = digits(instance.mapIndex + 1, 6);
	return `${birthOf(instance)}-${digits(run, 9)}-${digits(place, 5)}-${at}`;
}

const places = new WeakMap<readonly Task[], Map<string, number>>();

function placeOf(tasks: readonly Task[], taskId: string): number {
	let known = places.get(tasks);
	if (!known) {
		known = new Map(tasks.map((task, index) => [task.taskId, index]));
		places.set(tasks, known);
	}
	return known.get(taskId) ?? 0;
}

const updatedMs = (world: World, instance: TaskInstance) =>
	Math.max(
		runOf(world, instance)?.queuedAtMs ?? 0,
		instance.scheduledMs ?? 0,
		instance.queuedMs ?? 0,
		instance.startMs ?? 0,
		instance.endMs ?? 0
	);
