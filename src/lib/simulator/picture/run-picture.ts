import { runsToRead } from '#lib/simulator/past/past.ts';
import { taskInstancesOf } from '#lib/simulator/actions/create-run.ts';
import type { DagRun, TaskInstance, World } from '#lib/simulator/world.ts';

/** A stretch of time, as parts of the whole picture from 0 to 1. */
export interface Bar {
	from: number;
	to: number;
	state: string;
}

export interface GanttRow {
	taskId: string;
	mapIndex: number;
	state: string | null;
	tryNumber: number;
	/** Waiting in the queue, then running, of each try. */
	bars: Bar[];
	/** Of all tries together, milliseconds at work. */
	workMs: number;
}

export interface RunPicture {
	rows: GanttRow[];
	startMs: number;
	endMs: number;
}

/** When each task of a run waited and worked, up to now where it has not ended. */
export function pictureOfRun(world: World, run: DagRun): RunPicture {
	const instances = taskInstancesOf(world, world.dags.get(run.dagId), run);
	const startMs = run.startMs ?? run.queuedAtMs ?? world.nowMs;
	const ends = instances.map((one) => one.endMs ?? (one.startMs === undefined ? 0 : world.nowMs));
	const endMs = Math.max(run.endMs ?? world.nowMs, startMs + 1, ...ends);
	const part = (ms: number) => Math.min(1, Math.max(0, (ms - startMs) / (endMs - startMs)));

	const rows = instances.map((instance): GanttRow => {
		const tries = [...instance.history, instance as Pick<TaskInstance, 'queuedMs' | 'startMs'>];
		let workMs = 0;
		const bars = tries.flatMap((one, index) => {
			const { queuedMs, startMs: workFromMs, endMs: workToMs, state } = one as TaskInstance;
			// The dates of an earlier try stay on the instance until its next one starts.
			const earlier = instance.history.at(-1);
			if (index === tries.length - 1 && earlier && earlier.startMs === workFromMs) return [];
			const found: Bar[] = [];
			if (queuedMs !== undefined && queuedMs < (workFromMs ?? world.nowMs)) {
				found.push({ from: part(queuedMs), to: part(workFromMs ?? world.nowMs), state: 'queued' });
			}
			if (workFromMs !== undefined) {
				const untilMs = workToMs ?? world.nowMs;
				workMs += Math.max(0, untilMs - workFromMs);
				found.push({ from: part(workFromMs), to: part(untilMs), state: state ?? 'running' });
			}
			return found;
		});
		return {
			taskId: instance.taskId,
			mapIndex: instance.mapIndex,
			state: instance.state ?? null,
			tryNumber: instance.tryNumber,
			bars,
			workMs
		};
	});
	return { rows, startMs, endMs };
}

/** The latest runs of a DAG, oldest first. */
export function latestRuns(world: World, dagId: string, most: number): DagRun[] {
	return [...runsToRead(world, new Set([dagId]))]
		.sort((a, b) => a.runAfterMs - b.runAfterMs || a.id - b.id)
		.slice(-most);
}
