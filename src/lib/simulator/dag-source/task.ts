import type { Dag, Task } from '#lib/simulator/world.ts';
import { functionOf, lookOf, type PythonFunction } from './callable.ts';
import { isDecorated, type NamedTask } from './names.ts';
import { isImported, type PythonFile } from './python.ts';
import { settingsOf, type Argument } from './settings.ts';

/** What is declared above a task, by id. */
export type Declared = ReadonlyMap<string, NamedTask>;

/** The lines that define one task, and tell what it follows where its own words do that. */
export function printTask(
	file: PythonFile,
	dag: Dag,
	one: NamedTask,
	declared: Declared
): string[] {
	return isDecorated(one.task)
		? printDecorated(file, dag, one, declared)
		: printOperator(file, dag, one, declared);
}

/** Whether the lines of a task say already that it follows the other one. */
export function tellsEdge(one: NamedTask, above: NamedTask, declared: Declared): boolean {
	const { task } = one;
	if (!declared.has(above.task.taskId)) return false;
	if (task.expandsOver?.taskId === above.task.taskId) return true;
	if (isDecorated(task) && isDecorated(above.task)) return true;
	return Boolean(task.isTeardown && above.task.isSetup);
}

function printDecorated(file: PythonFile, dag: Dag, one: NamedTask, declared: Declared): string[] {
	const { task, name, callable, localId } = one;
	const { takes, lines } = functionOf(file, task);
	const given = task.upstream.flatMap((id) => {
		const above = declared.get(id);
		const isArgument = above && isDecorated(above.task) && id !== task.expandsOver?.taskId;
		return isArgument ? [above] : [];
	});
	const source = task.expandsOver && declared.get(task.expandsOver.taskId);
	const parameters = [
		...(task.expandsOver ? [task.expandsOver.argument] : []),
		...given.map((above) => above.callable),
		...takes
	];
	const words = [
		...(localId === callable ? [] : [['task_id', file.text(localId)] as Argument]),
		...settingsOf(file, dag, task)
	].map(([key, value]) => `${key}=${value}`);
	const decorator = `@${file.use('task')}${words.length > 0 ? `(${words.join(', ')})` : ''}`;
	const call = source
		? `${partial(given)}.expand(${task.expandsOver?.argument ?? ''}=${outputOf(source)})`
		: `(${given.map((above) => above.name).join(', ')})`;
	return [
		decorator,
		`def ${callable}(${parameters.join(', ')}):`,
		...lines.map((line) => `    ${line}`),
		'',
		`${name} = ${callable}${call}${lifeOf(one, declared)}`
	];
}

function partial(given: readonly NamedTask[]): string {
	const words = given.map(({ callable, name }) => `${callable}=${name}`);
	return words.length > 0 ? `.partial(${words.join(', ')})` : '';
}

function printOperator(file: PythonFile, dag: Dag, one: NamedTask, declared: Declared): string[] {
	const { task, name, callable, localId } = one;
	const kind = isImported(task.operator) ? task.operator : 'EmptyOperator';
	const work = callableOf(file, task);
	const own: Argument[] = [
		['task_id', file.text(localId)],
		...(work ? [['python_callable', callable] as Argument] : []),
		...workOf(file, task),
		...settingsOf(file, dag, task)
	];
	const source = task.expandsOver && declared.get(task.expandsOver.taskId);
	const over = task.expandsOver?.argument ?? '';
	const opening = `${name} = ${file.use(kind)}${source ? '.partial' : ''}(`;
	const closing = source ? `).expand(${over}=${outputOf(source)})` : ')';
	const shown = own.filter(([key]) => !source || key !== over);
	return [
		...(work ? [...printFunction(callable, work), ''] : []),
		opening,
		...shown.map(([key, value]) => `    ${key}=${value},`),
		`${closing}${lifeOf(one, declared)}`
	];
}

const printFunction = (name: string, { takes, lines }: PythonFunction) => [
	`def ${name}(${takes.join(', ')}):`,
	...lines.map((line) => `    ${line}`)
];

/** What a task returned, as an argument of another one. */
const outputOf = ({ task, name }: NamedTask) => (isDecorated(task) ? name : `${name}.output`);

function lifeOf({ task }: NamedTask, declared: Declared): string {
	if (task.isSetup) return '.as_setup()';
	if (!task.isTeardown) return '';
	const setups = task.upstream
		.flatMap((id) => declared.get(id) ?? [])
		.filter((above) => above.task.isSetup)
		.map(({ name }) => name);
	const [only = ''] = setups;
	if (setups.length === 0) return '.as_teardown()';
	return `.as_teardown(setups=${setups.length > 1 ? `[${setups.join(', ')}]` : only})`;
}

function callableOf(file: PythonFile, task: Task): PythonFunction | undefined {
	if (task.operator === 'PythonSensor') return lookOf(file, task);
	return /Python/.test(task.operator) ? functionOf(file, task) : undefined;
}

function workOf(file: PythonFile, task: Task): Argument[] {
	const { text, literal } = file;
	switch (task.operator) {
		case 'BashOperator':
			return [['bash_command', text(task.bashCommand ?? `sleep ${task.durationMs / 1000}`)]];
		case 'TriggerDagRunOperator':
			return [
				['trigger_dag_id', text(task.triggersDag?.dagId ?? '')],
				['conf', literal(task.triggersDag?.conf ?? {})]
			];
		case 'PythonSensor':
			if (task.rescheduleMs === undefined) return [];
			return [
				['poke_interval', literal(task.rescheduleMs / 1000)],
				['mode', text('reschedule')]
			];
		case 'TimeDeltaSensor':
			return [
				['delta', file.duration(task.deferMs ?? 0)],
				...(file.airflow === 3 ? [['deferrable', 'True'] as Argument] : [])
			];
		case 'TimeDeltaSensorAsync':
			return [['delta', file.duration(task.deferMs ?? 0)]];
		default:
			return task.asksHuman ? questionOf(file, task, task.asksHuman) : [];
	}
}

function questionOf(
	file: PythonFile,
	{ operator }: Task,
	{ subject, body, options, multiple, params }: NonNullable<Task['asksHuman']>
): Argument[] {
	const all = Object.entries(params).map(
		([name, param]) => `${file.text(name)}: ${file.param(param)}`
	);
	return [
		['subject', file.text(subject)],
		...(body === undefined ? [] : [['body', file.text(body)] as Argument]),
		...(operator === 'HITLOperator'
			? [
					['options', file.literal(options)] as Argument,
					...(multiple ? [['multiple', 'True'] as Argument] : [])
				]
			: []),
		...(all.length > 0 ? [['params', `{${all.join(', ')}}`] as Argument] : [])
	];
}
