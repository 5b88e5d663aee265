import type { Resource } from '#lib/simulator/call.ts';
import { planOf, taskOf } from '#lib/simulator/dag-plan.ts';
import { operatorName, operatorOf } from '#lib/simulator/operators.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { Dag, Task } from '#lib/simulator/world.ts';
import { paramShapes } from './dag-shape.ts';
import { unknownDag } from './dags.ts';
import { optional } from './model.ts';
import { operation } from './operation.ts';
import { cannotOrderBy } from './order.ts';
import { text } from './readers.ts';
import { notFound, ok } from './reply.ts';

type Shape = ReturnType<typeof taskShape>;

/** @source airflow/api_fastapi/core_api/routes/public/tasks.py `_SORTABLE_TASK_FIELDS` */
const SORTABLE: readonly (keyof Shape)[] = [
	'task_id',
	'task_display_name',
	'owner',
	'start_date',
	'end_date',
	'trigger_rule',
	'depends_on_past',
	'wait_for_downstream',
	'retries',
	'queue',
	'pool',
	'pool_slots',
	'execution_timeout',
	'retry_exponential_backoff',
	'priority_weight',
	'weight_rule',
	'ui_color',
	'ui_fgcolor',
	'operator_name'
];

/** @source airflow/api_fastapi/core_api/routes/public/tasks.py */
export const tasks = {
	'GET /dags/{dag_id}/tasks': operation(
		{ query: { order_by: optional(text(), 'task_id') } },
		(world, { param }, { query }) => {
			const dag = world.dags.get(param('dag_id'));
			if (!dag) return unknownDag(param('dag_id'));
			const name = query.order_by.replace(/^-+/, '');
			const field = [...SORTABLE, 'retry_delay' as const].find((one) => one === name);
			if (!field) return cannotOrderBy(name);
			const sign = query.order_by.startsWith('-') ? -1 : 1;
			const shapes = dag.tasks.map((task) => taskShape(dag, task));
			shapes.sort((a, b) => sign * compare(keyOf(a, field), keyOf(b, field)));
			return ok({ tasks: shapes, total_entries: shapes.length });
		}
	),
	'GET /dags/{dag_id}/tasks/{task_id}': (world, { param }) => {
		const dag = world.dags.get(param('dag_id'));
		if (!dag) return unknownDag(param('dag_id'));
		const task = taskOf(dag, param('task_id'));
		return task
			? ok(taskShape(dag, task))
			: notFound(`Task with id ${param('task_id')} was not found`);
	}
} satisfies Resource;

/** @source airflow/api_fastapi/core_api/datamodels/tasks.py `TaskResponse` */
function taskShape(dag: Dag, task: Task) {
	const { module, color, templateFields } = operatorOf(task);
	return {
		task_id: task.taskId,
		task_display_name: task.displayName ?? task.taskId,
		owner: dag.owner,
		start_date: isoZ(dag.startDateMs),
		end_date: isoZ(dag.endDateMs),
		trigger_rule: task.triggerRule,
		depends_on_past: task.dependsOnPast ?? false,
		wait_for_downstream: task.waitForDownstream ?? false,
		retries: task.retries,
		queue: task.queue,
		pool: task.pool,
		pool_slots: task.poolSlots,
		execution_timeout:
			task.executionTimeoutMs === undefined ? null : delta(task.executionTimeoutMs),
		retry_delay: delta(task.retryDelayMs),
		// The base that the delay is multiplied by for each try.
		retry_exponential_backoff: task.retryExponentialBackoff ? 2 : 0,
		priority_weight: task.priorityWeight,
		weight_rule: task.weightRule ?? 'downstream',
		ui_color: color,
		ui_fgcolor: '#000',
		template_fields: templateFields,
		downstream_task_ids: (planOf(dag).downstream.get(task.taskId) ?? []).map(
			({ taskId }) => taskId
		),
		doc_md: task.docMd ?? null,
		operator_name: operatorName(task),
		params: {
			...(task.expandsOver ? {} : paramShapes(dag, 'dag')),
			...(task.asksHuman ? paramShapes(task.asksHuman, 'task') : {})
		},
		class_ref: {
			module_path: `airflow.providers.standard.${module}`,
			class_name: task.operator
		},
		is_mapped: task.expandsOver !== undefined,
		extra_links: []
	};
}

function delta(ms: number) {
	const seconds = Math.floor(ms / 1000);
	return {
		__type: 'TimeDelta',
		days: Math.floor(seconds / 86_400),
		seconds: seconds % 86_400,
		microseconds: (ms % 1000) * 1000
	};
}

function keyOf(shape: Shape, field: keyof Shape): string | number {
	const value = shape[field];
	if (field === 'retry_delay') return shape.retry_delay.days * 86_400 + shape.retry_delay.seconds;
	return typeof value === 'number' ? value : String(value);
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
