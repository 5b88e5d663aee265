import { runKey, type DagRun, type Task, type TaskInstance, type World } from './world.ts';

/** The operator's command with its templates filled in: DAG params (with the run's conf) and the try. */
export function renderCommand(
	world: World,
	task: Task,
	instance: TaskInstance,
	tryNumber = instance.tryNumber
): string {
	const params = world.dags.get(instance.dagId)?.params ?? {};
	const run = world.runs.get(runKey(instance.dagId, instance.runId));
	const conf = run?.conf ?? {};
	return (task.bashCommand ?? '').replace(/\{\{\s*([\w.]+)\s*\}\}/g, (written, name: string) => {
		if (name === 'ti.try_number') return String(tryNumber);
		if (name === 'ds') return dateStamp(run);
		const param = /^params\.(\w+)$/.exec(name)?.[1];
		if (param === undefined) return written;
		return String(param in conf ? conf[param] : (params[param]?.value ?? ''));
	});
}

const dateStamp = (run: DagRun | undefined) =>
	new Date(run?.logicalDateMs ?? run?.runAfterMs ?? 0).toISOString().slice(0, 10);

/** What the command prints: the words of its `echo`s. */
export function printedBy(command: string): string[] {
	return command
		.split(';')
		.map((part) => /^\s*echo\s+(.*?)\s*$/.exec(part)?.[1])
		.filter((line) => line !== undefined);
}
