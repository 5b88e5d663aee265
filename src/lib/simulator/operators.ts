import { planOf, taskOf } from './dag-plan.ts';
import { renderCommand } from './render.ts';
import { taskInstancesOf } from './actions/create-run.ts';
import { runKey, xcomKey, taskKey, type Task, type TaskInstance, type World } from './world.ts';

/** What Airflow's operators say of themselves. @source airflow/operators, providers/standard */
export interface Operator {
	/** Below `airflow.` in Airflow 2 and below `airflow.providers.standard.` in 3. */
	module: string;
	/** As the lists of tasks name it, where that is not its class. */
	name?: string;
	color: string;
	templateFields: readonly string[];
}

const CALLABLE = ['templates_dict', 'op_args', 'op_kwargs'];

const OPERATORS: Record<string, Operator> = {
	BashOperator: {
		module: 'operators.bash',
		color: '#f0ede4',
		templateFields: ['bash_command', 'env', 'cwd']
	},
	PythonOperator: { module: 'operators.python', color: '#ffefeb', templateFields: CALLABLE },
	BranchPythonOperator: { module: 'operators.python', color: '#ffefeb', templateFields: CALLABLE },
	_PythonDecoratedOperator: {
		module: 'decorators.python',
		name: '@task',
		color: '#ffefeb',
		templateFields: CALLABLE
	},
	EmptyOperator: { module: 'operators.empty', color: '#e8f7e4', templateFields: [] },
	TriggerDagRunOperator: {
		module: 'operators.trigger_dagrun',
		color: '#ffefeb',
		templateFields: [
			'trigger_dag_id',
			'trigger_run_id',
			'logical_date',
			'conf',
			'wait_for_completion',
			'skip_when_already_exists'
		]
	},
	PythonSensor: { module: 'sensors.python', color: '#e6f1f2', templateFields: CALLABLE },
	TimeDeltaSensorAsync: { module: 'sensors.time_delta', color: '#e6f1f2', templateFields: [] },
	TimeDeltaSensor: { module: 'sensors.time_delta', color: '#e6f1f2', templateFields: ['delta'] },
	ApprovalOperator: {
		module: 'operators.hitl',
		color: '#fff',
		templateFields: ['subject', 'body']
	},
	HITLOperator: { module: 'operators.hitl', color: '#fff', templateFields: ['subject', 'body'] }
};

const UNKNOWN: Operator = { module: 'models.baseoperator', color: '#fff', templateFields: [] };

export const operatorOf = (task: Task): Operator => OPERATORS[task.operator] ?? UNKNOWN;

export const operatorName = (task: Task): string => operatorOf(task).name ?? task.operator;

/** The templates of a task, filled in, by the name of their field. */
export function renderedFields(
	world: World,
	task: Task,
	instance: TaskInstance
): Record<string, unknown> {
	const values: Record<string, unknown> = {
		bash_command: task.bashCommand === undefined ? null : renderCommand(world, task, instance),
		op_args: argumentsOf(world, task, instance),
		op_kwargs: namedArgumentsOf(world, task, instance),
		trigger_dag_id: task.triggersDag?.dagId,
		logical_date: world.timetable === 'trigger' ? 'NOTSET' : null,
		conf: task.triggersDag?.conf,
		wait_for_completion: false,
		skip_when_already_exists: false,
		delta: pythonDelta(task.deferMs ?? 0),
		subject: task.asksHuman?.subject,
		body: task.asksHuman?.body
	};
	return Object.fromEntries(
		operatorOf(task).templateFields.map((field) => [field, values[field] ?? null])
	);
}

/** A task that takes what the parts of a mapped one returned is given a lazy list of them. */
function argumentsOf(world: World, task: Task, instance: TaskInstance): unknown {
	const dag = world.dags.get(instance.dagId);
	const run = world.runs.get(runKey(instance.dagId, instance.runId));
	if (!dag || !run || operatorOf(task).name !== '@task') return [];
	const mapped = task.upstream.find((id) => planOf(dag).tasks.get(id)?.expandsOver);
	if (mapped === undefined) return [];
	if (world.timetable === 'trigger') return ['LazyXComSequence(<unevaluated length>)'];
	const parts = taskInstancesOf(world, dag, run).filter((one) => one.taskId === mapped);
	return `(LazySelectSequence([${parts.length} items]),)`;
}

function namedArgumentsOf(world: World, task: Task, instance: TaskInstance): unknown {
	const { dagId, runId, mapIndex } = instance;
	if (!task.expandsOver || mapIndex < 0) return {};
	const source = taskKey(dagId, runId, task.expandsOver.taskId);
	const list = world.xcoms.get(xcomKey(source, 'return_value'))?.value;
	return { [task.expandsOver.argument]: Array.isArray(list) ? (list[mapIndex] as unknown) : null };
}

/** `0:00:05`: a timedelta as Python prints it, below a day. */
function pythonDelta(ms: number): string {
	const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
	const seconds = ms / 1000;
	return `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Left aside by a branch before it: nobody took the time of that. */
export function wasLeftAside(world: World, instance: TaskInstance): boolean {
	if (instance.state !== 'skipped' || instance.tryNumber > 0) return false;
	const dag = world.dags.get(instance.dagId);
	return (taskOf(dag, instance.taskId)?.upstream ?? []).some((id) => {
		const above = taskOf(dag, id);
		return Array.isArray(above?.skipsTo) || above?.operator === 'ApprovalOperator';
	});
}
