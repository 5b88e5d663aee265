import { repr } from './v2/python-repr.ts';
import type { Dag, Task, World } from './world.ts';

/**
 * A DAG file that defines the DAGs that the world has in it: readable Python for Airflow 2 or 3.
 * Tasks that call Python get a function that says what the simulator makes of them.
 */
export function sourceOf(world: World, relativeFileloc: string): string | undefined {
	const dags = [...world.dags.values()].filter((dag) => dag.relativeFileloc === relativeFileloc);
	if (dags.length === 0) return undefined;
	const isV3 = world.timetable === 'trigger';
	const body = dags.map(printDag).join('\n\n');
	const imports = importsFor(body, isV3);
	return `${imports.join('\n')}\n\n\n${body}\n`;
}

const MODULES: [word: string, v2: string, v3: string][] = [
	['BashOperator', 'airflow.operators.bash', 'airflow.providers.standard.operators.bash'],
	['EmptyOperator', 'airflow.operators.empty', 'airflow.providers.standard.operators.empty'],
	[
		'BranchPythonOperator',
		'airflow.operators.python',
		'airflow.providers.standard.operators.python'
	],
	['PythonOperator', 'airflow.operators.python', 'airflow.providers.standard.operators.python'],
	['PythonSensor', 'airflow.sensors.python', 'airflow.providers.standard.sensors.python'],
	[
		'TimeDeltaSensorAsync',
		'airflow.sensors.time_delta',
		'airflow.providers.standard.sensors.time_delta'
	],
	[
		'TimeDeltaSensor',
		'airflow.sensors.time_delta',
		'airflow.providers.standard.sensors.time_delta'
	],
	[
		'TriggerDagRunOperator',
		'airflow.operators.trigger_dagrun',
		'airflow.providers.standard.operators.trigger_dagrun'
	],
	['ApprovalOperator', '', 'airflow.providers.standard.operators.hitl'],
	['HITLOperator', '', 'airflow.providers.standard.operators.hitl'],
	['Param', 'airflow.models.param', 'airflow.sdk'],
	['DAG', 'airflow', 'airflow.sdk']
];

function importsFor(body: string, isV3: boolean): string[] {
	const found = MODULES.filter(([word]) => new RegExp(`\\b${word}\\(`).test(body)).map(
		([word, v2, v3]) => `from ${isV3 ? v3 : v2} import ${word}`
	);
	const asset = isV3
		? 'from airflow.sdk import Asset'
		: 'from airflow.datasets import Dataset as Asset';
	return [
		'from datetime import datetime, timedelta, timezone',
		'',
		...(/\bAsset\(/.test(body) ? [asset] : []),
		...found.sort()
	];
}

function printDag(dag: Dag): string {
	const schedule = dag.scheduleAssets
		? `[${dag.scheduleAssets.map((uri) => `Asset(${repr(uri)})`).join(', ')}]`
		: repr(dag.schedule ?? null);
	const params = Object.entries(dag.params).map(([name, { value, schema, description }]) => {
		const facts = description === undefined ? schema : { ...schema, description };
		const words = Object.entries(facts).map(([key, fact]) => `, ${key}=${repr(fact)}`);
		return `\t\t${repr(name)}: Param(${repr(value)}${words.join('')}),`;
	});
	const lines = [
		'with DAG(',
		`\t${repr(dag.dagId)},`,
		...(dag.description === undefined ? [] : [`\tdescription=${repr(dag.description)},`]),
		`\tschedule=${schedule},`,
		`\tstart_date=${date(dag.startDateMs)},`,
		...(dag.endDateMs === undefined ? [] : [`\tend_date=${date(dag.endDateMs)},`]),
		`\tcatchup=${dag.catchup ? 'True' : 'False'},`,
		`\tmax_active_runs=${dag.maxActiveRuns},`,
		`\ttags=${repr(dag.tags)},`,
		`\tdefault_args={"owner": ${repr(dag.owner)}},`,
		...(params.length > 0 ? ['\tparams={', ...params, '\t},'] : []),
		'):'
	];
	const names = new Map(dag.tasks.map((task) => [task.taskId, variable(task)]));
	const tasks = dag.tasks.map((task) => `\t${variable(task)} = ${printTask(task)}`);
	const edges = dag.tasks.flatMap((task) => {
		const above = task.upstream.flatMap((id) => names.get(id) ?? []);
		if (above.length === 0) return [];
		const left = above.length === 1 ? above[0] : `[${above.join(', ')}]`;
		return [`\t${left} >> ${variable(task)}`];
	});
	return [...lines, ...tasks, ...(edges.length > 0 ? ['', ...edges] : [])]
		.join('\n')
		.replaceAll('\t', '    ');
}

const date = (ms: number) => {
	const day = new Date(ms);
	return `datetime(${day.getUTCFullYear()}, ${day.getUTCMonth() + 1}, ${day.getUTCDate()}, tzinfo=timezone.utc)`;
};
const seconds = (ms: number) => `timedelta(seconds=${ms / 1000})`;
const variable = ({ taskId }: Task) => `task_${taskId.replaceAll(/\W/g, '_')}`;

function printTask(task: Task): string {
	const words = [`task_id=${repr(task.taskId)}`, ...settingsOf(task), ...workOf(task)];
	const kind = task.operator.startsWith('_') ? 'PythonOperator' : task.operator;
	return `${kind}(${words.join(', ')})`;
}

function settingsOf(task: Task): string[] {
	return [
		...(task.retries > 0
			? [`retries=${task.retries}`, `retry_delay=${seconds(task.retryDelayMs)}`]
			: []),
		...(task.retryExponentialBackoff ? ['retry_exponential_backoff=True'] : []),
		...(task.pool === 'default_pool' ? [] : [`pool=${repr(task.pool)}`]),
		...(task.poolSlots === 1 ? [] : [`pool_slots=${task.poolSlots}`]),
		...(task.triggerRule === 'all_success' ? [] : [`trigger_rule=${repr(task.triggerRule)}`]),
		...(task.queue === 'default' ? [] : [`queue=${repr(task.queue)}`]),
		...(task.outlets
			? [`outlets=[${task.outlets.map((uri) => `Asset(${repr(uri)})`).join(', ')}]`]
			: [])
	];
}

function workOf(task: Task): string[] {
	if (task.bashCommand !== undefined) return [`bash_command=${repr(task.bashCommand)}`];
	if (task.triggersDag) {
		const { dagId, conf } = task.triggersDag;
		return [`trigger_dag_id=${repr(dagId)}`, `conf=${repr(conf)}`];
	}
	if (task.asksHuman) {
		const { subject, body, options } = task.asksHuman;
		return [
			`subject=${repr(subject)}`,
			...(body === undefined ? [] : [`body=${repr(body)}`]),
			...(task.operator === 'HITLOperator' ? [`options=${repr(options)}`] : [])
		];
	}
	if (task.deferMs !== undefined) return [`delta=${seconds(task.deferMs)}`];
	if (task.operator === 'PythonSensor')
		return ['python_callable=lambda: True', 'mode="reschedule"'];
	if (Array.isArray(task.skipsTo))
		return [`python_callable=lambda: ${repr(task.skipsTo[0] ?? null)}`];
	if (task.operator.includes('Python')) {
		return [`python_callable=lambda: ${repr(task.returns ?? null)}`];
	}
	return [];
}
