import { printedBy, renderCommand } from './render.ts';
import { pythonRepr } from './python-repr.ts';
import { leftAsideBy } from './outcomes.ts';
import { isFinished } from './states.ts';
import {
	taskKey,
	xcomKey,
	type Dag,
	type Task,
	type TaskInstance,
	type TaskTry,
	type World
} from './world.ts';

/** What an operator itself writes while it works, in the words of either Airflow. */
export interface OperatorLine {
	atMs: number;
	level: 'info' | 'error' | 'warning';
	text: string;
	/** Who says it: the operator's hook, the operator, its mixin for skipping. */
	by:
		| 'subprocess'
		| 'python'
		| 'branch'
		| 'skipmixin'
		| 'sensor'
		| 'base_sensor'
		| 'hitl'
		| 'trigger';
	/** Which of the lines of its source, by version. */
	line: { v1: number; v2: number };
}

/** One stretch of a try on a worker: a try that was deferred or looks again has several. */
export interface Stretch {
	startMs: number;
	/** Undefined while it goes on. */
	endMs?: number;
	how:
		'running' | 'success' | 'failed' | 'retry' | 'skipped' | 'deferred' | 'rescheduled' | 'asking';
	resumes: boolean;
	lines: OperatorLine[];
}

/** The tries that have a log: those that started, oldest first. */
export function triesOf(instance: TaskInstance): TaskTry[] {
	const current: TaskTry = {
		tryNumber: instance.tryNumber,
		...(instance.state === undefined ? {} : { state: instance.state }),
		...(instance.startMs === undefined ? {} : { startMs: instance.startMs }),
		...(instance.endMs === undefined ? {} : { endMs: instance.endMs }),
		...(instance.queuedMs === undefined ? {} : { queuedMs: instance.queuedMs })
	};
	const earlier = instance.history.filter((one) => one.tryNumber !== instance.tryNumber);
	return [...earlier, current].filter(
		(one) => one.tryNumber > 0 && one.startMs !== undefined && one.state !== 'upstream_failed'
	);
}

/** What one try wrote, as far as it has got; undefined when there was no such try. */
export function stretchesOf(
	world: World,
	dag: Dag,
	task: Task,
	instance: TaskInstance,
	tryNumber: number
): Stretch[] | undefined {
	const one = triesOf(instance).find((candidate) => candidate.tryNumber === tryNumber);
	if (one?.startMs === undefined || one.queuedMs === undefined) return undefined;
	const { startMs } = one;
	const isOver = one.endMs !== undefined && (isFinished(one.state) || one.state === 'up_for_retry');
	const rests: Stretch[] = [];
	let lastMs = startMs;
	if (task.rescheduleMs !== undefined) {
		const looks = isOver ? (task.looks ?? 1) - 1 : (instance.looks ?? 0);
		// Only the latest look's start is kept: the earlier ones were one wait and one try before each other.
		const everyMs = task.rescheduleMs + task.durationMs;
		for (let look = looks; look > 0; look--) {
			const atMs = startMs - look * everyMs;
			const endMs = atMs + task.durationMs;
			rests.push({ startMs: atMs, endMs, how: 'rescheduled', resumes: false, lines: pokes(atMs) });
		}
	}
	const pausesFor = task.deferMs !== undefined || task.asksHuman !== undefined;
	if (pausesFor) {
		const endMs = startMs + task.durationMs;
		const how = task.asksHuman ? ('asking' as const) : ('deferred' as const);
		const hasPaused = isOver || instance.state !== 'running' || instance.isResumed === true;
		const lines = task.asksHuman ? [sayer('hitl', 'Waiting for response', endMs, 0, 230)] : [];
		if (!hasPaused) return [{ startMs, how: 'running', resumes: false, lines: [] }];
		rests.push({ startMs, endMs, how, resumes: false, lines });
		if (!isOver && instance.state !== 'running') return rests;
		lastMs = isOver ? Math.max(endMs, (one.endMs ?? endMs) - task.durationMs) : endMs;
	}
	const lines = linesOf(world, dag, task, instance, tryNumber, lastMs, isOver ? one : undefined);
	const last: Stretch = {
		startMs: lastMs,
		how: endOf(task, instance, one, isOver),
		resumes: pausesFor,
		lines
	};
	if (isOver && one.endMs !== undefined) last.endMs = one.endMs;
	return [...rests, last];
}

function endOf(task: Task, instance: TaskInstance, one: TaskTry, isOver: boolean): Stretch['how'] {
	if (!isOver) return 'running';
	if (one.state === 'success' || one.state === 'skipped') return one.state;
	const wasLast = one.tryNumber === instance.tryNumber && instance.state === 'failed';
	return wasLast || task.retries === 0 ? 'failed' : 'retry';
}

function sayer(
	by: OperatorLine['by'],
	text: string,
	atMs: number,
	v1: number,
	v2: number,
	level: OperatorLine['level'] = 'info'
): OperatorLine {
	return { atMs, level, text, by, line: { v1, v2 } };
}

const pokes = (atMs: number) => [
	sayer('sensor', 'Poking callable: <function third_time at 0x7f5c573c9620>', atMs, 75, 75)
];

function linesOf(
	world: World,
	dag: Dag,
	task: Task,
	instance: TaskInstance,
	tryNumber: number,
	atMs: number,
	ended: TaskTry | undefined
): OperatorLine[] {
	const endMs = ended?.endMs ?? atMs;
	if (task.bashCommand !== undefined) {
		const command = renderCommand(world, task, instance, tryNumber);
		const fails = ended !== undefined && ended.state !== 'success';
		const lines = [
			sayer('subprocess', 'Tmp dir root location: /tmp', atMs, 78, 78),
			sayer(
				'subprocess',
				`Running command: ['/usr/bin/bash', '-c', ${pythonRepr(command)}]`,
				atMs,
				88,
				80
			),
			sayer('subprocess', 'Output:', atMs, 99, 92),
			...[...printedBy(command), ...(fails ? (task.printsWhenFailing ?? []) : [])].map((text) =>
				sayer('subprocess', text, atMs, 106, 99)
			)
		];
		if (!ended) return lines;
		const code = ended.state === 'success' ? 0 : 1;
		return [
			...lines,
			sayer('subprocess', `Command exited with return code ${code}`, endMs, 110, 103)
		];
	}
	if (!ended || (ended.state !== 'success' && ended.state !== 'skipped')) return [];
	if (task.rescheduleMs !== undefined) {
		return [
			...pokes(atMs),
			sayer('base_sensor', 'Success criteria met. Exiting.', endMs, 339, 339)
		];
	}
	if (!/Python/.test(task.operator) || task.skipsTo === 'self') return [];
	const key = taskKey(instance.dagId, instance.runId, instance.taskId, instance.mapIndex);
	const returned = world.xcoms.get(xcomKey(key, 'return_value'))?.value ?? task.returns;
	const shown = typeof returned === 'string' ? returned : pythonRepr(returned ?? null);
	const lines = [sayer('python', `Done. Returned value was: ${shown}`, endMs, 240, 233)];
	if (!Array.isArray(task.skipsTo)) return lines;
	const aside = leftAsideBy(dag, task).map((one) => `(${pythonRepr(one.taskId)}, -1)`);
	return [
		...lines,
		sayer('branch', `Branch into ${task.skipsTo.join(', ')}`, endMs, 38, 40),
		sayer('skipmixin', followed(world, task.skipsTo), endMs, 233, 124),
		sayer('skipmixin', `Skipping tasks [${aside.join(', ')}]`, endMs, 281, 163)
	];
}

/** A tuple in version 2, a set in version 3. */
function followed(world: World, taskIds: readonly string[]): string {
	const list = taskIds.map((id) => pythonRepr(id)).join(', ');
	if (world.timetable === 'trigger') return `Following branch {${list}}`;
	return `Following branch (${list}${taskIds.length === 1 ? ',' : ''})`;
}
