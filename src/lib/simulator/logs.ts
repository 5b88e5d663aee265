import { printedBy, renderCommand } from './render.ts';
import type { Task, TaskInstance, TaskTry, World } from './world.ts';

export interface LogLine {
	atMs: number;
	level: 'INFO' | 'ERROR';
	text: string;
}

/** The tries that have a log: those that started, oldest first. */
export function triesOf(instance: TaskInstance): TaskTry[] {
	const current: TaskTry = {
		tryNumber: instance.tryNumber,
		...(instance.state === undefined ? {} : { state: instance.state }),
		...(instance.startMs === undefined ? {} : { startMs: instance.startMs }),
		...(instance.endMs === undefined ? {} : { endMs: instance.endMs })
	};
	const earlier = instance.history.filter((one) => one.tryNumber !== instance.tryNumber);
	return [...earlier, current].filter(
		(one) => one.tryNumber > 0 && one.startMs !== undefined && one.state !== 'upstream_failed'
	);
}

/** What one try wrote, as far as it has got; undefined when there was no such try. */
export function logOf(
	world: World,
	task: Task,
	instance: TaskInstance,
	tryNumber: number
): LogLine[] | undefined {
	const one = triesOf(instance).find((candidate) => candidate.tryNumber === tryNumber);
	if (one?.startMs === undefined) return undefined;
	const atMs = one.startMs;
	const command = renderCommand(world, task, instance, tryNumber);
	const name = `${instance.dagId}.${instance.taskId} ${instance.runId}`;
	const lines: LogLine[] = [
		{ atMs, level: 'INFO', text: `Starting attempt ${tryNumber} of ${instance.maxTries + 1}` },
		{ atMs, level: 'INFO', text: `Executing <Task(${task.operator}): ${task.taskId}> on ${name}` },
		{ atMs, level: 'INFO', text: `Running command: ['/usr/bin/bash', '-c', '${command}']` },
		{ atMs, level: 'INFO', text: 'Output:' },
		...printedBy(command).map((text): LogLine => ({ atMs, level: 'INFO', text }))
	];
	const isOver = one.endMs !== undefined && one.endMs > atMs;
	if (!isOver || one.endMs === undefined) return lines;
	const endMs = one.endMs;
	if (one.state === 'success') {
		lines.push({ atMs: endMs, level: 'INFO', text: 'Command exited with return code 0' });
		lines.push({ atMs: endMs, level: 'INFO', text: `Marking task as SUCCESS. ${name}` });
	} else {
		const mark = one.state === 'up_for_retry' ? 'UP_FOR_RETRY' : 'FAILED';
		lines.push({ atMs: endMs, level: 'INFO', text: 'Command exited with return code 1' });
		lines.push({ atMs: endMs, level: 'ERROR', text: 'Task failed with exception' });
		lines.push({ atMs: endMs, level: 'INFO', text: `Marking task as ${mark}. ${name}` });
	}
	return lines;
}

/** `[2026-11-23T02:49:02.566+0000] {subprocess.py} INFO - hello` */
export function writeLogLine({ atMs, level, text }: LogLine): string {
	const stamp = new Date(atMs).toISOString().replace('Z', '+0000');
	return `[${stamp}] {taskinstance.py} ${level} - ${text}`;
}
