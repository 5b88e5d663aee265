import type { NamedTask } from './names.ts';

/**
 * The lines that put tasks one after the other: `a >> b >> c`, `[a, b] >> d`.
 * @param isTold whether a task's own line says already that it follows the other
 */
export function printEdges(
	tasks: readonly NamedTask[],
	isTold: (task: NamedTask, above: NamedTask) => boolean
): string[] {
	const byId = new Map(tasks.map((one) => [one.task.taskId, one]));
	const lines: string[] = [];
	let end: string | undefined;
	for (const one of tasks) {
		const above = one.task.upstream
			.flatMap((id) => byId.get(id) ?? [])
			.filter((other) => !isTold(one, other))
			.map(({ name }) => name);
		if (above.length === 0) continue;
		if (above.length === 1 && above[0] === end) lines.push(`${lines.pop() ?? ''} >> ${one.name}`);
		else lines.push(...printList(above, one.name));
		end = one.name;
	}
	return lines;
}

const WIDTH = 90;

function printList(above: readonly string[], name: string): string[] {
	const [only = ''] = above;
	const line = `${above.length === 1 ? only : `[${above.join(', ')}]`} >> ${name}`;
	if (line.length <= WIDTH) return [line];
	return ['[', ...above.map((one) => `    ${one},`), `] >> ${name}`];
}
