import { taskOf } from '#lib/simulator/dag-plan.ts';
import { secondsOf } from '#lib/simulator/instance-duration.ts';
import {
	aboutDag,
	aboutDate,
	aboutRunId,
	type DateName,
	type Look
} from '#lib/simulator/past/look.ts';
import { runToRead } from '#lib/simulator/past/past.ts';
import { runKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { isWithin } from './collection.ts';

/** An empty list leaves the choice open: SQL's `or_()` of nothing is no condition. */
type Texts = readonly (string | null)[] | undefined;

export interface Choice {
	dagIds?: Texts;
	runIds?: Texts;
	taskIds?: Texts;
	states?: Texts;
	pools?: Texts;
	queues?: Texts;
	executors?: Texts;
}

/** What is asked of task instances. Only what was asked for is looked at. */
export function looksOf(
	world: World,
	choice: Choice,
	bound: (name: string) => number | undefined
): Look[] {
	const tests: Look[] = [];
	const among = (
		values: Texts,
		value: (instance: TaskInstance) => string | undefined,
		mark = (fits: (instance: TaskInstance) => boolean): Look => fits
	) => {
		if (!values?.length) return;
		const wanted = new Set<string | null | undefined>(values);
		tests.push(mark((instance) => wanted.has(value(instance))));
	};
	const within = (name: string, value: (instance: TaskInstance) => number | undefined) => {
		const [from, to] = [bound(`${name}_gte`), bound(`${name}_lte`)];
		if (from === undefined && to === undefined) return;
		const fits = (instance: TaskInstance) => isWithin(value(instance), from, to);
		const date = DATES[name];
		tests.push(date ? aboutDate(date, from, to, fits) : fits);
	};
	const task = ({ dagId, taskId }: TaskInstance) => taskOf(world.dags.get(dagId), taskId);
	among(choice.dagIds, ({ dagId }) => dagId, aboutDag);
	among(choice.runIds, ({ runId }) => runId, aboutRunId);
	among(choice.taskIds, ({ taskId }) => taskId);
	among(
		choice.states?.map((state) => state ?? 'none'),
		({ state }) => state ?? 'none'
	);
	among(choice.pools, (instance) => task(instance)?.pool ?? '');
	among(choice.queues, (instance) => task(instance)?.queue ?? '');
	// No task names an executor of its own, so any such filter finds nothing.
	among(choice.executors, () => undefined);
	within('execution_date', ({ dagId, runId }) => {
		const run = runToRead(world, runKey(dagId, runId));
		return run?.logicalDateMs === undefined
			? undefined
			: run.logicalDateMs + run.logicalDateMicros / 1000;
	});
	within('start_date', ({ startMs }) => startMs);
	within('end_date', ({ endMs }) => endMs);
	within('duration', (instance) => secondsOf(world, instance));
	within('updated_at', updatedMs);
	return tests;
}

const DATES: Readonly<Record<string, DateName>> = {
	execution_date: 'logical_date',
	start_date: 'start_date',
	end_date: 'end_date',
	updated_at: 'updated_at'
};

/** The newest of its own dates. */
function updatedMs({ scheduledMs, queuedMs, startMs, endMs }: TaskInstance): number {
	return Math.max(scheduledMs ?? 0, queuedMs ?? 0, startMs ?? 0, endMs ?? 0);
}
