import { taskInstancesOf } from './actions/create-run.ts';
import { Heap, type Timed } from './heap.ts';
import { openRuns } from '#lib/simulator/past/past.ts';
import { isRunFinished } from './states.ts';
import { plannedSlot } from './timetable.ts';
import type { Dag, DagRun, TaskInstance, World } from './world.ts';

/** A queued run is picked up no sooner than this after it was queued. */
export const START_DELAY_MS = 200;
/** How long the triggerer takes to see that a human has answered. */
export const ANSWER_DELAY_MS = 1_000;

/**
 * What the scheduler has to do next in a world: worked out from it, never kept with it. Lost (a clone, a
 * reload) or thrown away (`touch`), it is made anew, and the world goes on the same.
 */
export interface Agenda {
	/** Ends of waits and tries. An entry counts while its instance still has that `dueMs`. */
	timers: Heap<Timed & { instance: TaskInstance }>;
	/** Runs to look at, or to start, at the first tick after that time. */
	wakes: Heap<Timed & { run: DagRun }>;
	/** Scheduled runs to make. An entry counts while it is its DAG's latest in `planned`. */
	creations: Heap<Timed & { dag: Dag }>;
	planned: Map<Dag, number>;
	/** Unfinished runs by DAG. */
	unfinished: Map<string, Set<DagRun>>;
	queuedRuns: Set<DagRun>;
	/** Running runs in which something changed. */
	changed: Set<DagRun>;
	/** Instances that are scheduled. */
	waiting: Set<TaskInstance>;
	/** Instances that hold, or may hold, a slot. */
	occupying: Set<TaskInstance>;
	/** What the next tick has to look at beside `changed`. */
	mayStart: boolean;
	mayQueue: boolean;
	mayTriggerByAssets: boolean;
	/** Sizes of the tables when the scheduler last looked: another change without `touch` shows there. */
	sizes: string;
}

const agendas = new WeakMap<World, Agenda>();

/** To be called after every change of a world that is not the scheduler's own. */
export const touch = (world: World): void => void agendas.delete(world);

export function agendaOf(world: World): Agenda {
	const known = agendas.get(world);
	if (known && known.sizes === sizesOf(world)) return known;
	const made = makeAgenda(world);
	agendas.set(world, made);
	return made;
}

export const sizesOf = ({ runs, taskInstances, dags }: World) =>
	`${runs.size} ${taskInstances.size} ${dags.size}`;

function makeAgenda(world: World): Agenda {
	const agenda: Agenda = {
		timers: new Heap(),
		wakes: new Heap(),
		creations: new Heap(),
		planned: new Map(),
		unfinished: new Map(),
		queuedRuns: new Set(),
		changed: new Set(),
		waiting: new Set(),
		occupying: new Set(),
		mayStart: false,
		mayQueue: true,
		mayTriggerByAssets: world.queuedAssetEvents.length > 0,
		sizes: sizesOf(world)
	};
	for (const run of openRuns(world)) {
		if (!isRunFinished(run.state)) admit(world, agenda, run);
	}
	for (const dag of world.dags.values()) planCreation(world, agenda, dag);
	return agenda;
}

/** Takes an unfinished run in. */
export function admit(world: World, agenda: Agenda, run: DagRun): void {
	const others = agenda.unfinished.get(run.dagId) ?? new Set();
	agenda.unfinished.set(run.dagId, others.add(run));
	if (run.state === 'queued') {
		agenda.queuedRuns.add(run);
		const atMs = (run.queuedAtMs ?? world.bornMs) + START_DELAY_MS;
		agenda.wakes.push({ atMs, tie: run.id, run });
	} else {
		agenda.changed.add(run);
		wakeForTimeout(world, agenda, run);
	}
	for (const instance of taskInstancesOf(world, world.dags.get(run.dagId), run)) {
		place(world, agenda, instance);
	}
}

/** A run has ended. */
export function dismiss(world: World, agenda: Agenda, run: DagRun): void {
	agenda.unfinished.get(run.dagId)?.delete(run);
	agenda.changed.delete(run);
	agenda.mayStart = true;
	const dag = world.dags.get(run.dagId);
	if (dag) planCreation(world, agenda, dag);
}

export function wakeForTimeout(world: World, agenda: Agenda, run: DagRun): void {
	const timeoutMs = world.dags.get(run.dagId)?.dagrunTimeoutMs;
	if (timeoutMs === undefined || run.startMs === undefined) return;
	agenda.wakes.push({ atMs: run.startMs + timeoutMs, tie: run.id, run });
}

/** Files an instance by its state; to be called after each change of it. */
export function place(world: World, agenda: Agenda, instance: TaskInstance): void {
	const { state } = instance;
	if (state === 'scheduled') {
		agenda.waiting.add(instance);
		agenda.mayQueue = true;
	} else agenda.waiting.delete(instance);
	if (state !== undefined && HOLDS_SLOT.has(state)) agenda.occupying.add(instance);
	else if (agenda.occupying.delete(instance)) agenda.mayQueue = true;
	if (state === 'awaiting_input') expectAnswer(world, instance);
	if (instance.dueMs !== undefined)
		agenda.timers.push({ atMs: instance.dueMs, tie: instance.uuid, instance });
}

const HOLDS_SLOT = new Set<string>(['queued', 'running', 'restarting', 'deferred']);

function expectAnswer(world: World, instance: TaskInstance): void {
	const { dagId, runId, taskId, mapIndex } = instance;
	const question = world.humanQuestions.get(`${dagId}\n${runId}\n${taskId}\n${mapIndex}`);
	if (question?.respondedMs === undefined) return;
	instance.dueMs = question.respondedMs + ANSWER_DELAY_MS;
}

/** Plans a DAG's next scheduled run, unless it is paused or has as many as it may. */
export function planCreation(world: World, agenda: Agenda, dag: Dag): void {
	agenda.planned.delete(dag);
	if (dag.isPaused || dag.schedule === undefined) return;
	const slot = plannedSlot(world, dag);
	if (!slot || !Number.isFinite(slot.runAfterMs)) return;
	if (countUnfinished(agenda, dag) >= dag.maxActiveRuns) return;
	agenda.planned.set(dag, slot.runAfterMs);
	agenda.creations.push({ atMs: slot.runAfterMs, tie: dag.dagId, dag });
}

/** Backfills have a limit of their own. */
function countUnfinished(agenda: Agenda, dag: Dag): number {
	let count = 0;
	for (const run of agenda.unfinished.get(dag.dagId) ?? []) if (run.runType !== 'backfill') count++;
	return count;
}
