import { taskOf } from '#lib/simulator/dag-plan.ts';
import { aboutDag, aboutRunId } from '#lib/simulator/past/look.ts';
import { operatorName } from '#lib/simulator/operators.ts';
import type { TaskInstance, World } from '#lib/simulator/world.ts';
import { fitsPattern, fitsPrefix } from './filters.ts';
import { taskOfInstance, type Fits } from './task-instance-filters.ts';
import type { BatchForm, ListQuery } from './task-instances.ts';

type Word = (instance: TaskInstance) => string | undefined;
type Mark = (fits: (instance: TaskInstance) => boolean) => Fits;

const unmarked: Mark = (fits) => fits;

/** Filters by name, state and number; those that were not sent are not looked at. */
export function wordTests(world: World, query: ListQuery): Fits[] {
	const tests: Fits[] = [];
	const task = (instance: TaskInstance) => taskOfInstance(world, instance);
	const among = <Value>(
		asked: readonly Value[],
		value: (one: TaskInstance) => Value | undefined
	) => {
		if (asked.length === 0) return;
		const wanted = new Set<Value | undefined>(asked);
		tests.push((one) => {
			const found = value(one);
			return found !== undefined && wanted.has(found);
		});
	};
	const pattern = (
		asked: string | null | undefined,
		prefix: typeof asked,
		value: Word,
		mark = unmarked
	) => {
		if (asked !== null && asked !== undefined)
			tests.push(mark((one) => fitsPattern(value(one), asked)));
		if (prefix !== null && prefix !== undefined)
			tests.push(mark((one) => fitsPrefix(value(one), prefix)));
	};
	const { task_id: taskId } = query;
	if (taskId !== null && taskId !== undefined) tests.push((one) => one.taskId === taskId);
	among(query.state, ({ state }) => state ?? 'none');
	among(query.pool, (one) => task(one)?.pool);
	among(query.queue, (one) => task(one)?.queue);
	// No task names an executor of its own.
	among(query.executor, () => undefined);
	among(query.version_number, () => 1);
	among(query.try_number, ({ tryNumber }) => tryNumber);
	among(query.operator, (one) => task(one)?.operator);
	among(query.map_index, ({ mapIndex }) => mapIndex);
	pattern(
		query.task_display_name_pattern,
		query.task_display_name_prefix_pattern,
		(one) => task(one)?.displayName ?? one.taskId
	);
	pattern(query.dag_id_pattern, query.dag_id_prefix_pattern, ({ dagId }) => dagId, aboutDag);
	pattern(query.run_id_pattern, query.run_id_prefix_pattern, ({ runId }) => runId, aboutRunId);
	pattern(query.pool_name_pattern, query.pool_name_prefix_pattern, (one) => task(one)?.pool);
	pattern(query.queue_name_pattern, query.queue_name_prefix_pattern, (one) => task(one)?.queue);
	pattern(query.operator_name_pattern, query.operator_name_prefix_pattern, (one) => {
		const found = task(one);
		return found && operatorName(found);
	});
	pattern(
		query.rendered_map_index_pattern,
		query.rendered_map_index_prefix_pattern,
		({ mapIndex }) => (mapIndex < 0 ? undefined : String(mapIndex))
	);
	return tests;
}

/** The same for the body of the batch list. */
export function batchTests(world: World, form: BatchForm): Fits[] {
	const tests: Fits[] = [];
	const among = <Value>(
		asked: readonly Value[] | null,
		value: (one: TaskInstance) => Value,
		mark = unmarked
	) => {
		if (!asked?.length) return;
		const wanted = new Set(asked);
		tests.push(mark((one) => wanted.has(value(one))));
	};
	const task = ({ dagId, taskId }: TaskInstance) => taskOf(world.dags.get(dagId), taskId);
	among(form.dag_ids, ({ dagId }) => dagId, aboutDag);
	among(form.dag_run_ids, ({ runId }) => runId, aboutRunId);
	among(form.task_ids, ({ taskId }) => taskId);
	among<string | null>(form.state, ({ state }) => state ?? null);
	among(form.pool, (one) => task(one)?.pool ?? '');
	among(form.queue, (one) => task(one)?.queue ?? '');
	among<string | null>(form.executor, () => null);
	return tests;
}
