import { isTruthy } from '#lib/simulator/python-text.ts';
import { clearTaskInstances, runsOf, selectForClear } from '#lib/simulator/actions/clear.ts';
import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import {
	runKey,
	type Dag,
	type DagRun,
	type TaskInstance,
	type World
} from '#lib/simulator/world.ts';
import { setNote } from './dag-run-changes.ts';
import { unknownRun } from './dag-runs.ts';
import { unknownDag } from './dags.ts';
import type { ZonedInstant } from './instant.ts';
import { missing, optional, readModel, type Model, type Values } from './model.ts';
import { operation } from './operation.ts';
import { repr } from './python-repr.ts';
import { dateTime, flag, isRecord, listOf, nullable, text } from './readers.ts';
import { badRequest, crash, isReply, ok, refuse, unprocessable } from './reply.ts';
import { asEntity, mayChange, type RunEntity } from './run-entity.ts';
import { dagRunShape } from './shapes.ts';
import { inIdOrder } from './task-instance-filters.ts';
import { taskInstanceShape } from './task-instance-shape.ts';

const partitionFields = {
	partition_key: optional(nullable(text()), null),
	partition_date_start: optional(nullable(dateTime(false)), null),
	partition_date_end: optional(nullable(dateTime(false)), null)
};
type Partition = Values<typeof partitionFields>;

const clearFields = {
	...partitionFields,
	dry_run: optional(flag, true),
	only_failed: optional(flag, false),
	only_new: optional(flag, false),
	run_on_latest_version: optional(nullable(flag), null),
	note: optional(nullable(text(1000)), null),
	dag_runs: optional(listOf(asEntity), [] as RunEntity[])
};
const clearBody: Model<typeof clearFields> = {
	fields: clearFields,
	before: ({ only_new, only_failed }) =>
		isTruthy(only_new) && isTruthy(only_failed)
			? 'only_new and only_failed are mutually exclusive'
			: undefined,
	after: (values) => badChoice(values, values.dag_runs.length > 0, 'dag_runs (non-empty)')
};

const partitionsFields = {
	...partitionFields,
	run_id: optional(nullable(text()), null),
	clear_task_instances: optional(flag, false),
	dry_run: optional(flag, true)
};
const partitionsBody: Model<typeof partitionsFields> = {
	fields: partitionsFields,
	after: (values) => badChoice(values, values.run_id !== null, 'run_id')
};

/** @source airflow/api_fastapi/core_api/routes/public/dag_run.py */
export const dagRunClears = {
	'POST /dags/{dag_id}/clearDagRuns': (world, call) => {
		if (call.body === undefined || call.body === null) {
			const issue = missing(['body'], null);
			return unprocessable([issue, issue]);
		}
		if (!isRecord(call.body)) return crash();
		const read = readModel(clearBody, call.body);
		// The check of permissions reads the body too, so everything is found wrong twice.
		if ('issues' in read) return unprocessable([...read.issues, ...read.issues]);
		const { values } = read.value;
		if (!mayChange(call, values.dag_runs.length > 0 ? values.dag_runs : [call.param('dag_id')])) {
			return refuse(403, 'Forbidden');
		}
		return clearRuns(world, call, values);
	},
	'POST /dags/{dag_id}/clearPartitions': operation(
		{ body: partitionsBody },
		(world, { param }, { body: { values } }) => {
			const dag = world.dags.get(param('dag_id'));
			if (!dag) return unknownDag(param('dag_id'));
			const found = runsOf(world, dag.dagId).filter((run) =>
				values.run_id === null ? fitsPartition(run, values) : run.runId === values.run_id
			);
			return resetPartitions(world, dag, found, values);
		}
	)
} satisfies Resource;

/** Exactly one way of choosing. @source datamodels/dag_run.py `PartitionSelectorMixin` */
function badChoice(values: Partition, isOther: boolean, name: string): string | undefined {
	const { partition_key: key, partition_date_start: start, partition_date_end: end } = values;
	const ways = [isOther, key !== null, start !== null || end !== null];
	if (ways.filter(Boolean).length !== 1) {
		return (
			`Exactly one of ${name}, partition_key, or a partition date window ` +
			'(partition_date_start / partition_date_end) must be provided.'
		);
	}
	return start && end && atOf(start) > atOf(end)
		? 'partition_date_start must be on or before partition_date_end.'
		: undefined;
}

const atOf = ({ ms, micros }: ZonedInstant) => ms * 1000 + micros;

/** Nothing here is partitioned by date, so a window of dates holds no run. */
const fitsPartition = (run: DagRun, { partition_key: key }: Partition) =>
	key !== null && run.partitionKey === key;

function clearRuns(world: World, call: Call, values: Values<typeof clearFields>): Reply {
	const runs = chooseRuns(world, call, values);
	if (isReply(runs)) return runs;
	const chosen: TaskInstance[] = [];
	for (const { dagId, runId } of runs) {
		const dag = world.dags.get(dagId);
		// DAGs do not change here, so no task is ever new.
		if (!dag || values.only_new) continue;
		chosen.push(...selectForClear(world, dag, { runId, onlyFailed: values.only_failed }));
	}
	if (values.dry_run) {
		const places = new Map(runs.map((run, index) => [runKey(run.dagId, run.runId), index]));
		const place = ({ dagId, runId }: TaskInstance) => places.get(runKey(dagId, runId)) ?? 0;
		const shapes = inIdOrder(world, chosen)
			.sort((a, b) => place(a) - place(b))
			.map((instance) => taskInstanceShape(world, instance));
		return ok({ task_instances: shapes, total_entries: shapes.length });
	}
	clearTaskInstances(world, chosen, { resetDagRuns: true, alwaysStampRuns: true });
	for (const run of runs) if (values.note !== null) setNote(run, values.note);
	const shapes = runs.map((run) => dagRunShape(world, run));
	const frame = { total_entries_limit: null, next_cursor: null, previous_cursor: null };
	return ok({ dag_runs: shapes, total_entries: shapes.length, ...frame });
}

function chooseRuns(
	world: World,
	{ param }: Call,
	values: Values<typeof clearFields>
): DagRun[] | Reply {
	const dagId = param('dag_id');
	const isAny = dagId === '~';
	if (values.dag_runs.length === 0) {
		if (isAny) {
			return badRequest("Partition selectors require a concrete dag_id; '~' is not supported.");
		}
		if (!world.dags.has(dagId)) return unknownDag(dagId);
		return runsOf(world, dagId).filter((run) => fitsPartition(run, values));
	}
	const keys = new Map<string, [string, string]>();
	for (const { dag_id: own, dag_run_id: runId } of values.dag_runs) {
		if (isAny && (!own || own === '~')) {
			return badRequest(
				"When the URL dag_id is '~', every entry must provide a concrete dag_id " +
					`(missing on dag_run_id: ${repr(runId)}).`
			);
		}
		if (!isAny && own && own !== dagId) {
			const rule = `does not match the URL dag_id ${repr(dagId)}.`;
			return badRequest(`Entry dag_id ${repr(own)} ${rule}`);
		}
		const of = own || dagId;
		keys.set(runKey(of, runId), [of, runId]);
	}
	const runs: DagRun[] = [];
	for (const [key, [of, runId]] of keys) {
		const run = world.runs.get(key);
		if (!run) return unknownRun(of, runId);
		runs.push(run);
	}
	return runs;
}

/** @source airflow/models/dagrun.py `clear_partition_runs` */
function resetPartitions(
	world: World,
	dag: Dag,
	runs: readonly DagRun[],
	values: Values<typeof partitionsFields>
): Reply {
	const keyed = runs.filter((run) => run.partitionKey !== undefined);
	const touched = values.clear_task_instances ? runs : [];
	const instances = touched.flatMap(({ runId }) => selectForClear(world, dag, { runId }));
	if (!values.dry_run) {
		for (const run of keyed) delete run.partitionKey;
		clearTaskInstances(world, instances, { resetDagRuns: true, alwaysStampRuns: true });
	}
	return ok({
		dag_runs_cleared: keyed.length,
		task_instances_cleared: instances.length,
		dry_run: values.dry_run
	});
}
