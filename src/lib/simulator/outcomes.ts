import { createRun } from './actions/create-run.ts';
import { assetByUri, recordAssetEvent } from './asset-triggers.ts';
import { planOf, relativesOf } from './dag-plan.ts';
import { printedBy, renderCommand } from './render.ts';
import { isoUtc } from './time.ts';
import { manualInterval } from './timetable.ts';
import {
	runKey,
	taskKey,
	xcomKey,
	type Dag,
	type DagRun,
	type Task,
	type TaskInstance,
	type World
} from './world.ts';

const isVersion3 = (world: World) => world.timetable === 'trigger';

/** What a new try does away with. @source airflow/models/taskinstance.py `clear_xcom_data` */
export function clearXComs(world: World, instance: TaskInstance): void {
	const key = keyOf(instance);
	for (const name of XCOM_KEYS) world.xcoms.delete(xcomKey(key, name));
}

const XCOM_KEYS = [
	'return_value',
	'skipmixin_key',
	'trigger_run_id',
	'trigger_logical_date_iso',
	'_link_TriggerDagRunLink',
	'pipeline_outlets'
];

/**
 * What a success leaves behind: XComs, asset events, runs of other DAGs.
 * @returns the run that was triggered, when one was.
 */
export function reap(world: World, task: Task, instance: TaskInstance): DagRun | undefined {
	// In version 3 a branch ends by skipping, before it could return anything.
	const isSilent = isVersion3(world) && Array.isArray(task.skipsTo);
	const value = isSilent ? undefined : returnedBy(world, task, instance);
	if (value !== undefined) push(world, instance, 'return_value', value);
	if (Array.isArray(task.skipsTo)) {
		push(world, instance, 'skipmixin_key', { followed: [...task.skipsTo] });
	}
	emit(world, task, instance);
	return task.triggersDag ? trigger(world, task.triggersDag, instance) : undefined;
}

/**
 * The direct followers that a branch leaves aside.
 * @source airflow/models/skipmixin.py `skip_all_except`
 */
export function leftAsideBy(dag: Dag, task: Task): Task[] {
	if (!Array.isArray(task.skipsTo)) return [];
	const plan = planOf(dag);
	const kept = new Set<Task>();
	for (const id of task.skipsTo) {
		const one = plan.tasks.get(id);
		if (!one) continue;
		kept.add(one);
		for (const other of relativesOf(plan, one, 'downstream')) kept.add(other);
	}
	return (plan.downstream.get(task.taskId) ?? []).filter((one) => !kept.has(one));
}

function returnedBy(world: World, task: Task, instance: TaskInstance): unknown {
	if (task.bashCommand !== undefined) {
		return printedBy(renderCommand(world, task, instance)).at(-1) ?? '';
	}
	if (task.asksHuman) {
		const question = world.humanQuestions.get(keyOf(instance));
		const chosen = question?.chosenOptions ?? [];
		return {
			chosen_options: chosen,
			params_input: question?.paramsInput ?? {},
			responded_at: serializedTime(question?.respondedMs ?? world.nowMs),
			responded_by_user: question?.respondedBy
				? { id: question.respondedBy, name: question.respondedBy }
				: null
		};
	}
	const isPart = instance.mapIndex >= 0 && Array.isArray(task.returns);
	return structuredClone(isPart ? (task.returns as unknown[])[instance.mapIndex] : task.returns);
}

/** A time as Airflow's own serialization writes it. @source airflow/serialization/serializers/datetime.py */
const serializedTime = (ms: number) => ({
	__classname__: 'datetime.datetime',
	__version__: 2,
	__data__: {
		timestamp: ms / 1000,
		tz: {
			__classname__: 'builtins.tuple',
			__version__: 1,
			__data__: ['UTC', 'pendulum.tz.timezone.Timezone', 1, true]
		}
	}
});

function push(world: World, instance: TaskInstance, key: string, value: unknown): void {
	const { dagId, runId, taskId, mapIndex } = instance;
	const row = { dagId, runId, taskId, mapIndex, key, value, atMs: world.nowMs };
	world.xcoms.set(xcomKey(keyOf(instance), key), row);
}

function emit(world: World, task: Task, instance: TaskInstance): void {
	const { dagId, runId, taskId, mapIndex } = instance;
	for (const uri of task.outlets ?? []) {
		const asset = assetByUri(world, uri);
		if (!asset) continue;
		recordAssetEvent(world, {
			assetId: asset.id,
			extra: {},
			sourceDagId: dagId,
			sourceRunId: runId,
			sourceTaskId: taskId,
			sourceMapIndex: mapIndex,
			aliases: []
		});
	}
	if (isVersion3(world) || !task.outlets) return;
	const outlets = [
		...task.outlets.map((uri) => `airflow.datasets.Dataset@version=1(uri=${uri},extra=None)`),
		...(task.outletAliases ?? []).map(
			(name) => `airflow.datasets.DatasetAlias@version=1(name=${name})`
		)
	];
	push(world, instance, 'pipeline_outlets', outlets);
}

/** @source airflow/operators/trigger_dagrun.py */
function trigger(
	world: World,
	{ dagId, conf }: NonNullable<Task['triggersDag']>,
	instance: TaskInstance
): DagRun | undefined {
	const target = world.dags.get(dagId);
	const parent = world.runs.get(runKey(instance.dagId, instance.runId));
	const stamp = isoUtc(world.nowMs);
	const runId = `manual__${stamp}`;
	if (!target || world.runs.has(runKey(dagId, runId))) return undefined;
	const interval = manualInterval(world, target, world.nowMs);
	const run = createRun(world, {
		dagId,
		runId,
		runType: isVersion3(world) ? 'operator_triggered' : 'manual',
		logicalDateMs: world.nowMs,
		dataIntervalStartMs: interval.startMs,
		dataIntervalEndMs: interval.endMs,
		runAfterMs: world.nowMs,
		conf: structuredClone(conf),
		triggeredBy: 'operator',
		triggeringUser: isVersion3(world) ? parent?.triggeringUser : undefined
	});
	push(world, instance, 'trigger_run_id', runId);
	if (isVersion3(world)) {
		push(world, instance, '_link_TriggerDagRunLink', `/dags/${dagId}/runs/${runId}`);
	} else push(world, instance, 'trigger_logical_date_iso', stamp);
	return run;
}

const keyOf = ({ dagId, runId, taskId, mapIndex }: TaskInstance) =>
	taskKey(dagId, runId, taskId, mapIndex);
