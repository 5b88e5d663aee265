import { createRun, findDuplicate } from '#lib/simulator/actions/create-run.ts';
import type { Call, Reply } from '#lib/simulator/call.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { manualInterval } from '#lib/simulator/timetable.ts';
import { runKey, type Dag, type DagRun, type World } from '#lib/simulator/world.ts';
import { isoZoned, type ZonedInstant } from './instant.ts';
import { optional, required, type Model, type Values } from './model.ts';
import { checkParams } from './params-check.ts';
import { dateTime, nullable, record, text } from './readers.ts';
import { badRequest, ok, uniqueViolation } from './reply.ts';
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

/** @source airflow/api_fastapi/core_api/datamodels/dag_run.py `TriggerDAGRunPostBody` */
export const triggerBody: Model<typeof triggerFields> = {
	fields: triggerFields,
	after: ({ data_interval_start: start, data_interval_end: end }) =>
		(start === null) === (end === null)
			? undefined
			: 'Either both data_interval_start and data_interval_end must be provided or both must be None'
};

const materializeFields = { ...triggerFields, logical_date: optional(awareDate, null) };

/** The same, but the logical date may be left out. @source the same folder, assets.py */
export const materializeBody: Model<typeof materializeFields> = {
	...triggerBody,
	fields: materializeFields
};

/** Makes a run of a DAG as a POST asks for it, or says why not. */
export function triggerRun(
	world: World,
	call: Call,
	dag: Dag,
	body: Values<typeof triggerFields>,
	runType: 'manual' | 'asset_materialization' = 'manual'
): Reply {
	if (body.partition_key !== null) {
		const rule = 'is not a partitioned Dag and does not accept a partition_key.';
		return badRequest(`Dag '${dag.dagId}' ${rule}`);
	}
	const runAfter = body.run_after ?? { ms: call.nowMs, micros: 0 };
	const runId = body.dag_run_id || freeRunId(world, dag.dagId, runAfter, runType);
	const conf = body.conf ?? {};
	const refusal = badRunId(runId, runType) ?? checkParams(dag, conf);
	if (refusal !== undefined) return badRequest(refusal);

	const { logical_date: logical } = body;
	if (findDuplicate(world, dag.dagId, runId, logical?.ms, logical?.micros)) {
		return uniqueViolation(world);
	}
	const interval = logical ? intervalOf(world, dag, body, logical) : undefined;
	const isFromPage = runType === 'manual' && call.request.headers['referer'];
	const run = createRun(world, {
		dagId: dag.dagId,
		runId,
		runType,
		logicalDateMs: logical?.ms,
		logicalDateMicros: logical?.micros ?? 0,
		dataIntervalStartMs: interval?.start.ms,
		dataIntervalEndMs: interval?.end.ms,
		runAfterMs: runAfter.ms,
		conf,
		note: body.note || undefined,
		triggeredBy: isFromPage ? 'ui' : 'rest_api',
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
function freeRunId(
	world: World,
	dagId: string,
	after: { ms: number; micros: number },
	runType: string
): string {
	let { micros } = after;
	const id = () => `${runType}__${isoUtc(after.ms, micros)}`;
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
function badRunId(runId: string, runType: string): string | undefined {
	if (runId.includes('..')) {
		return `The run_id '${runId}' must not contain '..' to prevent path traversal`;
	}
	if (!new RegExp(ALLOWED).test(runId)) {
		return `The run_id provided '${runId}' does not match regex pattern '${ALLOWED}' or '${BUILT_IN}'`;
	}
	const type = RESERVED.find((one) => runId.startsWith(`${one}__`));
	if (!type || runType !== 'manual') return undefined;
	return `A manual DAG run cannot use ID '${runId}' since it is reserved for ${type} runs`;
}
