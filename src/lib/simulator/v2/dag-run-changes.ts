import { createRun, findDuplicate } from '#lib/simulator/actions/create-run.ts';
import { setRunState } from '#lib/simulator/actions/set-state.ts';
import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { manualInterval } from '#lib/simulator/timetable.ts';
import { runKey, type Dag, type DagRun, type World } from '#lib/simulator/world.ts';
import { unknownRun } from './dag-runs.ts';
import { texts } from './filters.ts';
import { isoZoned, type ZonedInstant } from './instant.ts';
import { optional, required, type Model, type Values } from './model.ts';
import { operation } from './operation.ts';
import { checkParams } from './params-check.ts';
import { dateTime, nullable, oneOf, record, text } from './readers.ts';
import { badRequest, noContent, notFound, ok, refuse, uniqueViolation } from './reply.ts';
import { dagRunShape } from './shapes.ts';

const awareDate = nullable(dateTime(true));

const triggerFields = {
	dag_run_id: optional(nullable(text()), null),
	data_interval_start: optional(awareDate, null),
	data_interval_end: optional(awareDate, null),
	logical_date: required(awareDate),
	run_after: optional(nullable(dateTime(false)), null),
	conf: optional(nullable(record), null),
	note: optional(nullable(text()), null),
	partition_key: optional(nullable(text()), null)
};
const triggerBody: Model<typeof triggerFields> = {
	fields: triggerFields,
	after: ({ data_interval_start: start, data_interval_end: end }) =>
		(start === null) === (end === null)
			? undefined
			: 'Either both data_interval_start and data_interval_end must be provided or both must be None'
};

const MUTABLE_STATES = ['queued', 'success', 'failed'] as const;

const patchFields = {
	state: optional(nullable(oneOf(MUTABLE_STATES)), null),
	note: optional(nullable(text(1000)), null)
};
const patchBody: Model<typeof patchFields> = { fields: patchFields };

/** @source airflow/api_fastapi/core_api/routes/public/dag_run.py */
export const dagRunChanges = {
	'POST /dags/{dag_id}/dagRuns': operation({ body: triggerBody }, (world, call, { body }) =>
		trigger(world, call, body.values)
	),
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': operation(
		{ query: { update_mask: texts }, body: patchBody },
		(world, { param }, { query: { update_mask: mask }, body: { values, given } }) => {
			const run = world.runs.get(runKey(param('dag_id'), param('dag_run_id')));
			if (!run) return unknownRun(param('dag_id'), param('dag_run_id'));
			const touches = (field: string) =>
				given.has(field) && (mask.length === 0 || mask.includes(field));
			if (touches('note')) setNote(run, values.note);
			if (touches('state') && values.state !== null) setRunState(world, run, values.state, true);
			return ok(dagRunShape(world, run));
		}
	),
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}': (world, { param }) => {
		const key = runKey(param('dag_id'), param('dag_run_id'));
		const run = world.runs.get(key);
		if (!run) return unknownRun(param('dag_id'), param('dag_run_id'));
		if (run.state === 'running') {
			const which = `dag_id: \`${run.dagId}\` and run_id: \`${run.runId}\``;
			return refuse(409, `The DagRun with ${which} cannot be deleted in ${run.state} state`);
		}
		world.runs.delete(key);
		for (const [id, one] of world.taskInstances) {
			if (one.dagId === run.dagId && one.runId === run.runId) world.taskInstances.delete(id);
		}
		return noContent();
	}
} satisfies Resource;

/** An empty note takes the note away. */
export function setNote(target: { note?: string }, note: string | null): void {
	if (note === null || note === '') delete target.note;
	else target.note = note;
}

function trigger(world: World, call: Call, body: Values<typeof triggerFields>): Reply {
	const dag = world.dags.get(call.param('dag_id'));
	if (!dag) return notFound(`Dag with dag_id: '${call.param('dag_id')}' not found`);
	if (body.partition_key !== null) {
		const rule = 'is not a partitioned Dag and does not accept a partition_key.';
		return badRequest(`Dag '${dag.dagId}' ${rule}`);
	}
	const runAfter = body.run_after ?? { ms: call.nowMs, micros: 0 };
	const runId = body.dag_run_id || freeRunId(world, dag.dagId, runAfter);
	const conf = body.conf ?? {};
	const refusal = badRunId(runId) ?? checkParams(dag, conf);
	if (refusal !== undefined) return badRequest(refusal);

	const { logical_date: logical } = body;
	if (findDuplicate(world, dag.dagId, runId, logical?.ms, logical?.micros)) {
		return uniqueViolation(world);
	}
	const interval = logical ? intervalOf(world, dag, body, logical) : undefined;
	const run = createRun(world, {
		dagId: dag.dagId,
		runId,
		runType: 'manual',
		logicalDateMs: logical?.ms,
		logicalDateMicros: logical?.micros ?? 0,
		dataIntervalStartMs: interval?.start.ms,
		dataIntervalEndMs: interval?.end.ms,
		runAfterMs: runAfter.ms,
		conf,
		note: body.note || undefined,
		triggeredBy: call.request.headers['referer'] ? 'ui' : 'rest_api',
		triggeringUser: call.user?.username
	});
	return ok({ ...dagRunShape(world, run), ...asWritten(run, logical, interval) });
}

interface Interval {
	start: ZonedInstant;
	end: ZonedInstant;
}

/** The interval that was given, or the one the timetable infers. */
function intervalOf(
	world: World,
	dag: Dag,
	{ data_interval_start: start, data_interval_end: end }: Values<typeof triggerFields>,
	logical: ZonedInstant
): Interval {
	if (start && end) return { start, end };
	if (world.timetable === 'trigger' || dag.schedule === undefined) {
		return { start: logical, end: logical };
	}
	const { startMs, endMs } = manualInterval(world, dag, logical.ms);
	const at = (ms: number) => ({ ms, micros: 0, naive: false, offsetMinutes: 0 });
	return { start: at(startMs), end: at(endMs) };
}

/** The answer to a trigger still has the dates in the zone of the request. */
function asWritten(run: DagRun, logical: ZonedInstant | null, interval: Interval | undefined) {
	if (!logical || !interval || run.logicalDateMs === undefined) return {};
	return {
		logical_date: isoZoned(logical),
		data_interval_start: isoZoned(interval.start),
		data_interval_end: isoZoned(interval.end)
	};
}

/** Virtual time has milliseconds only, so the microseconds keep two runs of one moment apart. */
function freeRunId(world: World, dagId: string, after: { ms: number; micros: number }): string {
	let { micros } = after;
	const id = () => `manual__${isoUtc(after.ms, micros)}`;
	while (micros < 999 && world.runs.has(runKey(dagId, id()))) micros++;
	return id();
}

const ALLOWED = '^[A-Za-z0-9_.~:+-]+$';
const BUILT_IN =
	'^(?:manual|scheduled|asset_triggered)__(?:\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+00:00)$';
const RESERVED = [
	'backfill',
	'scheduled',
	'operator_triggered',
	'asset_triggered',
	'asset_materialization'
];

/** @source airflow/serialization/definitions/dag.py `create_dagrun` */
function badRunId(runId: string): string | undefined {
	if (runId.includes('..')) {
		return `The run_id '${runId}' must not contain '..' to prevent path traversal`;
	}
	if (!new RegExp(ALLOWED).test(runId)) {
		return `The run_id provided '${runId}' does not match regex pattern '${ALLOWED}' or '${BUILT_IN}'`;
	}
	const type = RESERVED.find((one) => runId.startsWith(`${one}__`));
	return type && `A manual DAG run cannot use ID '${runId}' since it is reserved for ${type} runs`;
}
