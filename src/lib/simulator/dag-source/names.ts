import type { Dag, Task, TaskGroup } from '#lib/simulator/world.ts';

/** A task, the variable that holds it in the file, and the function that does its work. */
export interface NamedTask {
	task: Task;
	name: string;
	callable: string;
	/** The id within its group. */
	localId: string;
}

export type Node = NamedTask | { group: TaskGroup; localId: string; children: Node[] };

/** The DAG's tasks in an order in which each can name those that it follows. */
export function nameTasks(dag: Dag): NamedTask[] {
	const byId = new Map(dag.tasks.map((task) => [task.taskId, task]));
	const taken = new Set<string>();
	const seen = new Set<string>();
	const named: NamedTask[] = [];
	const visit = (task: Task) => {
		if (seen.has(task.taskId)) return;
		seen.add(task.taskId);
		for (const id of task.upstream) {
			const above = byId.get(id);
			if (above) visit(above);
		}
		const localId = within(task.groupId, task.taskId);
		const [word, other] = [wordFor(task.taskId, taken), isDecorated(task) ? 'result' : 'callable'];
		const longer = wordFor(`${word}_${other}`, taken);
		const names = isDecorated(task) ? [longer, word] : [word, longer];
		const [name = word, callable = word] = names;
		named.push({ task, name, callable, localId });
	};
	dag.tasks.forEach(visit);
	return named;
}

/** Its function is the task. */
export const isDecorated = ({ operator }: Task) => operator === '_PythonDecoratedOperator';

/** The same as they lie in their groups. */
export function nest(dag: Dag, tasks: readonly NamedTask[]): Node[] {
	const groups = new Map((dag.taskGroups ?? []).map((group) => [group.groupId, group]));
	const root: Node[] = [];
	const branches = new Map<string, Node[]>();
	const childrenOf = (groupId: string | undefined): Node[] => {
		const group = groups.get(groupId ?? '');
		if (!group) return root;
		const found = branches.get(group.groupId);
		if (found) return found;
		const children: Node[] = [];
		branches.set(group.groupId, children);
		const localId = within(group.parentGroupId, group.groupId);
		childrenOf(group.parentGroupId).push({ group, localId, children });
		return children;
	};
	for (const one of tasks) childrenOf(one.task.groupId).push(one);
	return root;
}

const within = (groupId: string | undefined, id: string) =>
	groupId !== undefined && id.startsWith(`${groupId}.`) ? id.slice(groupId.length + 1) : id;

function wordFor(taskId: string, taken: Set<string>): string {
	const word = taskId.replaceAll(/\W/g, '_').replace(/^(?=\d)/, 'task_');
	const free = RESERVED.has(word) ? `${word}_task` : word;
	let name = free;
	for (let number = 2; taken.has(name); number++) name = `${free}_${number}`;
	taken.add(name);
	return name;
}

/** Python's own words, and what the file imports. */
const RESERVED = new Set(
	(
		'False None True and as assert async await break class continue def del elif else except ' +
		'finally for from global if import in is lambda nonlocal not or pass raise return try while ' +
		'with yield print task time datetime timedelta timezone'
	).split(' ')
);
