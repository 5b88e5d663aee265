import type { Resource } from '#lib/simulator/call.ts';
import { planOf, taskOf } from '#lib/simulator/dag-plan.ts';
import { operatorName, operatorOf } from '#lib/simulator/operators.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { Dag, Task } from '#lib/simulator/world.ts';
import { showDelta, showParams } from './dag-shape.ts';
import { PythonFloat } from './json.ts';
import { badRequest, crash, notFound, ok } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/task_endpoint.py */
export const tasks = {
	'GET /dags/{dag_id}/tasks': rule({
		role: 'viewer',
		query: { order_by: 'string' },
		answer(world, { param, args }) {
			const dag = world.dags.get(param('dag_id'));
			if (!dag) return notFound('DAG not found');
			const orderBy = args.text('order_by') ?? 'task_id';
			if (UNCOMPARABLE.includes(orderBy.replace(/^-+/, '')) && dag.tasks.length > 1) return crash();
			const key = ATTRIBUTES[orderBy.replace(/^-+/, '')];
			if (!key) {
				const name = orderBy.replace(/^-+/, '');
				return badRequest(`'SerializedBaseOperator' object has no attribute '${name}'`);
			}
			const sign = orderBy.startsWith('-') ? -1 : 1;
			const sorted = [...dag.tasks].sort((a, b) => {
				const [left, right] = [key(a), key(b)];
				return left === right ? 0 : left < right ? -sign : sign;
			});
			return ok({
				tasks: sorted.map((task) => showTask(dag, task)),
				total_entries: sorted.length
			});
		}
	}),
	'GET /dags/{dag_id}/tasks/{task_id}': rule({
		role: 'viewer',
		query: {},
		answer(world, { param }) {
			const dag = world.dags.get(param('dag_id'));
			if (!dag) return notFound('DAG not found');
			const task = taskOf(dag, param('task_id'));
			return task ? ok(showTask(dag, task)) : notFound('Task not found');
		}
	})
} satisfies Resource;

/** What the tasks can be sorted by: attributes of the operator, not fields of the answer. */
const ATTRIBUTES: Record<string, (task: Task) => string | number> = {
	task_id: (task) => task.taskId,
	node_id: (task) => task.taskId,
	label: (task) => task.taskId,
	dag_id: () => 0,
	dag: () => 0,
	task_type: (task) => task.operator,
	pool: (task) => task.pool,
	pool_slots: (task) => task.poolSlots,
	priority_weight: (task) => task.priorityWeight,
	queue: (task) => task.queue,
	retries: (task) => task.retries,
	trigger_rule: (task) => task.triggerRule,
	owner: () => 0,
	start_date: () => 0,
	task_display_name: (task) => task.displayName ?? task.taskId,
	depends_on_past: (task) => Number(task.dependsOnPast ?? false),
	wait_for_downstream: (task) => Number(task.waitForDownstream ?? false),
	retry_delay: (task) => task.retryDelayMs,
	ui_color: (task) => operatorOf(task).color,
	operator_name: (task) => operatorName(task)
};

/** Attributes that Python cannot compare. */
const UNCOMPARABLE = ['doc_md', 'email', 'end_date', 'execution_timeout', 'params', 'weight_rule'];

/** @source airflow/api_connexion/schemas/task_schema.py `TaskSchema` */
function showTask(dag: Dag, task: Task): Record<string, unknown> {
	const { module, color, templateFields } = operatorOf(task);
	const modulePath = `airflow.${module}`;
	return {
		class_ref: { class_name: task.operator, module_path: modulePath },
		depends_on_past: task.dependsOnPast ?? false,
		doc_md: task.docMd ?? null,
		downstream_task_ids: planOf(dag)
			.downstream.get(task.taskId)
			?.map((other) => other.taskId),
		end_date: isoUtc(dag.endDateMs),
		execution_timeout: showDelta(task.executionTimeoutMs),
		extra_links:
			task.operator === 'TriggerDagRunOperator'
				? [{ class_name: 'TriggerDagRunLink', module_path: modulePath }]
				: [],
		is_mapped: task.expandsOver !== undefined,
		operator_name: operatorName(task),
		owner: dag.owner,
		params: task.expandsOver ? {} : showParams(dag),
		pool: task.pool,
		pool_slots: new PythonFloat(task.poolSlots),
		priority_weight: new PythonFloat(task.priorityWeight),
		queue: task.queue,
		retries: new PythonFloat(task.retries),
		retry_delay: showDelta(task.retryDelayMs),
		retry_exponential_backoff: task.retryExponentialBackoff ?? false,
		start_date: isoUtc(dag.startDateMs),
		task_display_name: task.displayName ?? task.taskId,
		task_id: task.taskId,
		template_fields: templateFields,
		trigger_rule: task.triggerRule,
		ui_color: color,
		ui_fgcolor: '#000',
		wait_for_downstream: task.waitForDownstream ?? false,
		weight_rule: task.weightRule ?? 'downstream'
	};
}
