import type { Task } from '#lib/simulator/world.ts';
import type { PythonFile } from './python.ts';

/** What a task's Python function takes beside its own arguments, and what it does. */
export interface PythonFunction {
	takes: string[];
	lines: string[];
}

/** Does what the simulator lets the task do: prints, fails, skips, returns. */
export function functionOf(file: PythonFile, task: Task): PythonFunction {
	const lines = [
		...(task.printsWhenFailing ?? []).map((said) => `print(${file.text(said)})`),
		...failure(task),
		...outcome(file, task)
	];
	const takes = lines.some((line) => /\bti\./.test(line)) ? ['ti=None'] : [];
	return { takes, lines: lines.length > 0 ? lines : ['print("done")'] };
}

/** Whether the sensor may go on: true at its so-and-so-manieth look. */
export function lookOf(file: PythonFile, task: Task): PythonFunction {
	const looks = (task.looks ?? 1) - 1;
	if (looks <= 0) return { takes: [], lines: ['return True'] };
	const now = `${file.use('datetime')}.now(${file.use('timezone')}.utc)`;
	const waited = file.duration(looks * (task.rescheduleMs ?? 0));
	return { takes: ['dag_run'], lines: [`return ${now} - dag_run.start_date > ${waited}`] };
}

function failure({ failsTries, taskId }: Task): string[] {
	if (failsTries <= 0) return [];
	const raise = `raise RuntimeError("${taskId} failed")`;
	if (failsTries === Infinity) return [raise];
	return [`if ti.try_number <= ${failsTries}:`, `    ${raise}`];
}

function outcome(file: PythonFile, task: Task): string[] {
	const { skipsTo, returns, expandsOver, failsTries } = task;
	if (failsTries === Infinity) return [];
	if (skipsTo === 'self') return [`raise ${file.use('AirflowSkipException')}("nothing to do")`];
	if (skipsTo) {
		const [only = null] = skipsTo;
		return [`return ${file.literal(skipsTo.length > 1 ? skipsTo : only)}`];
	}
	if (returns === undefined) return [];
	const isByPart = expandsOver !== undefined && Array.isArray(returns);
	return [`return ${file.literal(returns)}${isByPart ? '[ti.map_index]' : ''}`];
}
