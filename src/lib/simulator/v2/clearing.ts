import { isTruthy } from '#lib/simulator/python-text.ts';
import {
	clearTaskInstances,
	logicalMs,
	selectForClear,
	type TaskMarker
} from '#lib/simulator/actions/clear.ts';
import type { Call, Handler, Reply, Resource } from '#lib/simulator/call.ts';
import { runKey, type World } from '#lib/simulator/world.ts';
import { setNote } from './dag-run-changes.ts';
import { unknownRun } from './dag-runs.ts';
import { unknownDag } from './dags.ts';
import type { ZonedInstant } from './instant.ts';
import { missing, optional, type Model, type Values } from './model.ts';
import { operation } from './operation.ts';
import {
	dateTime,
	fail,
	flag,
	integer,
	isRecord,
	listOf,
	nullable,
	text,
	type Loc,
	type Reader
} from './readers.ts';
import { badRequest, crash, isReply, notFound, ok, refuse } from './reply.ts';
import { dagRunShape } from './shapes.ts';
import { taskInstanceShape } from './task-instance-shape.ts';
import { collection } from './task-instance-changes.ts';
import { inIdOrder } from './task-instance-filters.ts';

/** A task's id, or the id and a map index. */
const taskMarker: Reader<TaskMarker> = (input, loc) => {
	if (typeof input === 'string') return { value: input };
	const asText = fail('string_type', [...loc, 'str'], 'Input should be a valid string', input);
	const pair = idAndIndex(input, [...loc, 'tuple[str, int]']);
	return 'value' in pair ? pair : { issues: [...asText.issues, ...pair.issues] };
};

const idAndIndex: Reader<TaskMarker> = (input, loc) => {
	if (!Array.isArray(input)) return fail('tuple_type', loc, 'Input should be a valid tuple', input);
	const items = input as unknown[];
	if (items.length > 2) {
		const msg = `Tuple should have at most 2 items after validation, not ${items.length}`;
		const ctx = { field_type: 'Tuple', max_length: 2, actual_length: items.length };
		return fail('too_long', loc, msg, input, ctx);
	}
	const id = items.length > 0 ? text()(items[0], [...loc, 0]) : absent([...loc, 0], input);
	const index = items.length > 1 ? integer()(items[1], [...loc, 1]) : absent([...loc, 1], input);
	if ('value' in id && 'value' in index) return { value: [id.value, index.value] };
	return { issues: [id, index].flatMap((read) => ('issues' in read ? read.issues : [])) };
};

const absent = (loc: Loc, input: unknown) => ({ issues: [missing(loc, input)] });

const clearFields = {
	dry_run: optional(flag, true),
	start_date: optional(nullable(dateTime(true)), null),
	end_date: optional(nullable(dateTime(true)), null),
	only_failed: optional(flag, true),
	only_running: optional(flag, false),
	reset_dag_runs: optional(flag, true),
	task_ids: optional(nullable(listOf(taskMarker)), null),
	dag_run_id: optional(nullable(text()), null),
	include_upstream: optional(flag, false),
	include_downstream: optional(flag, false),
	include_future: optional(flag, false),
	include_past: optional(flag, false),
	run_on_latest_version: optional(nullable(flag), null),
	prevent_running_task: optional(flag, false),
	note: optional(nullable(text(1000)), null)
};

const ONE_OF = 'Exactly one of dag_run_id or';
const clearBody: Model<typeof clearFields> = {
	fields: clearFields,
	/** @source datamodels/task_instances.py `ClearTaskInstancesBody.validate_model`, on the raw body */
	before({ only_failed, only_running, start_date: start, end_date: end, dag_run_id, task_ids }) {
		if (only_failed && only_running) return 'only_failed and only_running both are set to True';
		if (start && end && String(start) > String(end)) return 'end_date is sooner than start_date';
		if (start && end && dag_run_id) return `${ONE_OF} (start_date and end_date) must be provided`;
		if (start && dag_run_id) return `${ONE_OF} start_date must be provided`;
		if (end && dag_run_id) return `${ONE_OF} end_date must be provided`;
		const isEmpty = Array.isArray(task_ids) && task_ids.length === 0;
		return isEmpty ? 'task_ids list should have at least 1 element.' : undefined;
	}
};

const runFields = {
	dry_run: optional(flag, true),
	only_failed: optional(flag, false),
	only_new: optional(flag, false),
	run_on_latest_version: optional(nullable(flag), null),
	note: optional(nullable(text(1000)), null)
};
const runBody: Model<typeof runFields> = {
	fields: runFields,
	before: ({ only_new, only_failed }) =>
		isTruthy(only_new) && isTruthy(only_failed)
			? 'only_new and only_failed are mutually exclusive'
			: undefined
};

/** @source airflow/api_fastapi/core_api/routes/public/{task_instances,dag_run}.py */
export const clearing = {
	'POST /dags/{dag_id}/clearTaskInstances': wantObject(
		operation({ body: clearBody }, (world, call, { body }) => clearTasks(world, call, body.values))
	),
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': wantObject(
		operation({ body: runBody }, (world, call, { body }) => clearRun(world, call, body.values))
	)
} satisfies Resource;

/** The server's own check of these bodies falls over anything but an object. */
function wantObject(handler: Handler): Handler {
	return (world, call) =>
		call.body === undefined || call.body === null || isRecord(call.body)
			? handler(world, call)
			: crash();
}

function clearTasks(world: World, { param }: Call, body: Values<typeof clearFields>): Reply {
	const dag = world.dags.get(param('dag_id'));
	if (!dag) return unknownDag(param('dag_id'));
	const span = spanOf(world, dag.dagId, body);
	if (isReply(span)) return span;
	const chosen = selectForClear(world, dag, {
		...span,
		taskIds: body.task_ids ?? undefined,
		upstream: body.include_upstream,
		downstream: body.include_downstream,
		onlyFailed: body.only_failed,
		onlyRunning: body.only_running
	});
	if (!body.dry_run) {
		if (body.prevent_running_task && chosen.some(({ state }) => state === 'running')) {
			return refuse(409, RUNNING);
		}
		clearTaskInstances(world, chosen, {
			resetDagRuns: body.reset_dag_runs,
			alwaysStampRuns: true
		});
	}
	// The answer is made before the note is written.
	const reply = collection(world, chosen);
	if (!body.dry_run && body.note !== null)
		for (const instance of chosen) setNote(instance, body.note);
	return reply;
}

const RUNNING =
	"AirflowClearRunningTaskException: Disable 'prevent_running_task' to proceed, or wait until the " +
	'task is not running, queued, or scheduled state.';

/** One run, or the runs between two dates; past and future widen a run to its neighbours. */
function spanOf(
	world: World,
	dagId: string,
	body: Values<typeof clearFields>
): { runId?: string; fromMs?: number | undefined; toMs?: number | undefined } | Reply {
	const { include_past: past, include_future: future, dag_run_id: runId } = body;
	let [fromMs, toMs] = [exactMs(body.start_date), exactMs(body.end_date)];
	if (runId !== null) {
		const run = world.runs.get(runKey(dagId, runId));
		if (!run) return notFound(`Dag Run id ${runId} not found in dag ${dagId}`);
		if (!past && !future) return { runId };
		if (run.logicalDateMs === undefined) {
			return badRequest(
				'Cannot use include_past or include_future with no logical_date' +
					'(e.g. manually or asset-triggered).'
			);
		}
		[fromMs, toMs] = [logicalMs(run), logicalMs(run)];
	}
	return { fromMs: past ? undefined : fromMs, toMs: future ? undefined : toMs };
}

const exactMs = (at: ZonedInstant | null) => (at ? at.ms + at.micros / 1000 : undefined);

function clearRun(world: World, { param }: Call, body: Values<typeof runFields>): Reply {
	const [dagId, runId] = [param('dag_id'), param('dag_run_id')];
	const run = world.runs.get(runKey(dagId, runId));
	const dag = world.dags.get(dagId);
	if (!run || !dag) return unknownRun(dagId, runId);
	// DAGs do not change here, so no task is ever new.
	const chosen = body.only_new
		? []
		: selectForClear(world, dag, { runId, onlyFailed: body.only_failed });
	if (!body.dry_run) {
		clearTaskInstances(world, chosen, { resetDagRuns: true, alwaysStampRuns: true });
		if (body.note !== null) setNote(run, body.note);
		return ok(dagRunShape(world, run));
	}
	const shapes = inIdOrder(world, chosen).map((one) => taskInstanceShape(world, one));
	return ok({ task_instances: shapes, total_entries: shapes.length });
}
