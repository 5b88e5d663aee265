import type { Resource } from '#lib/simulator/call.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { Dag, Task } from '#lib/simulator/world.ts';
import { showParams } from './dag-shape.ts';
import { PythonFloat } from './json.ts';
import { badRequest, notFound, ok } from './reply.ts';
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
			const task = dag.tasks.find(({ taskId }) => taskId === param('task_id'));
			return task ? ok(showTask(dag, task)) : notFound('Task not found');
		}
	})
} satisfies Resource;

/** What the tasks can be sorted by: attributes of the operator, not fields of the answer. */
const ATTRIBUTES: Record<string, (task: Task) => string | number> = {
	task_id: (task) => task.taskId,
	task_type: (task) => task.operator,
	pool: (task) => task.pool,
	pool_slots: (task) => task.poolSlots,
	priority_weight: (task) => task.priorityWeight,
	queue: (task) => task.queue,
	retries: (task) => task.retries,
	trigger_rule: (task) => task.triggerRule,
	owner: () => 0,
	start_date: () => 0
};

/** @source airflow/api_connexion/schemas/task_schema.py `TaskSchema` */
function showTask(dag: Dag, task: Task): Record<string, unknown> {
	const seconds = Math.floor(task.retryDelayMs / 1000);
	return {
		class_ref: { class_name: task.operator, module_path: 'airflow.operators.bash' },
		depends_on_past: false,
		doc_md: null,
		downstream_task_ids: dag.tasks
			.filter((other) => other.upstream.includes(task.taskId))
			.map((other) => other.taskId),
		end_date: null,
		execution_timeout: null,
		extra_links: [],
		is_mapped: false,
		operator_name: task.operator,
		owner: dag.owner,
		params: showParams(dag),
		pool: task.pool,
		pool_slots: new PythonFloat(task.poolSlots),
		priority_weight: new PythonFloat(task.priorityWeight),
		queue: task.queue,
		retries: new PythonFloat(task.retries),
		retry_delay: {
			__type: 'TimeDelta',
			days: Math.floor(seconds / 86_400),
			microseconds: (task.retryDelayMs % 1000) * 1000,
			seconds: seconds % 86_400
		},
		retry_exponential_backoff: false,
		start_date: isoUtc(dag.startDateMs),
		task_display_name: task.taskId,
		task_id: task.taskId,
		template_fields: ['bash_command', 'env', 'cwd'],
		trigger_rule: task.triggerRule,
		ui_color: '#f0ede4',
		ui_fgcolor: '#000',
		wait_for_downstream: false,
		weight_rule: 'downstream'
	};
}
