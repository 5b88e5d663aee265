import { createRun, findDuplicate } from '#lib/simulator/actions/create-run.ts';
import { paramProblem } from '#lib/simulator/actions/params.ts';
import type { Reply } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { isoInZone, isoUtc, parseInstant, type Instant } from '#lib/simulator/time.ts';
import { manualInterval } from '#lib/simulator/timetable.ts';
import type { World } from '#lib/simulator/world.ts';
import { showRun } from './dag-run-shape.ts';
import { formErrors, schemaProblem } from './form.ts';
import { badRequest, conflict, crash, isReply, notFound, ok, problem } from './reply.ts';
import type { V1Call } from './rule.ts';

const date: JsonSchema = { type: 'string', format: 'date-time', nullable: true };
const readOnly: JsonSchema = { readOnly: true };

export const triggerBody: JsonSchema = {
	properties: {
		dag_run_id: { type: 'string', nullable: true },
		dag_id: readOnly,
		logical_date: date,
		execution_date: date,
		start_date: readOnly,
		end_date: readOnly,
		data_interval_start: date,
		data_interval_end: date,
		last_scheduling_decision: readOnly,
		run_type: readOnly,
		state: readOnly,
		external_trigger: readOnly,
		conf: { type: 'object' },
		note: { type: 'string', nullable: true }
	}
};

const form = {
	dag_run_id: { notNull: true },
	logical_date: { notNull: true },
	conf: {},
	data_interval_start: {},
	data_interval_end: {},
	note: { maxLength: 1000 }
};

/** `[scheduler] allowed_run_id_pattern` */
const RUN_ID = /^[A-Za-z0-9_.~:+-]+$/;
const RESERVED = ['backfill', 'scheduled', 'dataset_triggered'];

/** @source airflow/api_connexion/endpoints/dag_run_endpoint.py `post_dag_run` */
export function triggerRun(world: World, { param, form: sent, user }: V1Call): Reply {
	const dagId = param('dag_id');
	const dag = world.dags.get(dagId);
	if (!dag) return notFound('DAG not found', `DAG with dag_id: '${dagId}' not found`);
	const dates = readDates(world, sent);
	if (isReply(dates)) return dates;
	const { logical, start, end } = dates;

	const generated = `manual__${isoInZone(logical)}`;
	const runId = 'dag_run_id' in sent ? String(sent.dag_run_id) : generated;
	const duplicate = findDuplicate(world, dagId, runId, logical.ms, logical.micros);
	if (duplicate) {
		const sameDate =
			duplicate.run.logicalDateMs === logical.ms &&
			duplicate.run.logicalDateMicros === logical.micros;
		const what = sameDate
			? `DAGRun logical date: '${isoUtc(logical.ms, logical.micros).replace('T', ' ')}'`
			: `DAGRun ID: '${runId}'`;
		return conflict(`DAGRun with DAG ID: '${dagId}' and ${what} already exists`);
	}
	const reserved = RESERVED.find((type) => runId.startsWith(`${type}__`));
	if (reserved) {
		return badRequest(
			`A manual DAG run cannot use ID '${runId}' since it is reserved for ${reserved} runs`
		);
	}
	if (runId !== '' && !RUN_ID.test(runId)) return crash();
	const conf = (sent.conf ?? {}) as Record<string, unknown>;
	const wrong = paramProblem(dag, conf);
	if (wrong) return badRequest(wrong);

	const inferred = manualInterval(world, dag, logical.ms);
	const run = createRun(world, {
		dagId,
		runId: runId === '' ? generated : runId,
		runType: 'manual',
		logicalDateMs: logical.ms,
		logicalDateMicros: logical.micros,
		dataIntervalStartMs: start?.ms ?? inferred.startMs,
		dataIntervalEndMs: end?.ms ?? inferred.endMs,
		runAfterMs: world.nowMs,
		conf,
		note: sent.note ? String(sent.note) : undefined,
		triggeredBy: 'rest_api',
		triggeringUser: user?.username
	});
	return ok({ ...showRun(run), ...inOwnZone(dates, dag.schedule === undefined) });
}

/** The answer to a trigger repeats the dates as they were written; later answers have them in UTC. */
function inOwnZone({ logical, start, end }: RunDates, isUnscheduled: boolean) {
	const exact = isUnscheduled ? logical : undefined;
	const from = start ?? exact;
	const to = end ?? exact;
	return {
		execution_date: isoInZone(logical),
		logical_date: isoInZone(logical),
		...(from ? { data_interval_start: isoInZone(from) } : {}),
		...(to ? { data_interval_end: isoInZone(to) } : {})
	};
}

interface RunDates {
	logical: Instant;
	start?: Instant | undefined;
	end?: Instant | undefined;
}

/** @source airflow/api_connexion/schemas/dag_run_schema.py `autogenerate`, `validate_data_interval_dates` */
function readDates(world: World, sent: Record<string, unknown>): RunDates | Reply {
	const { logical_date: logicalDate, execution_date: executionDate } = sent;
	if (logicalDate !== undefined && executionDate !== undefined && logicalDate !== executionDate) {
		const detail = `${pythonRepr(logicalDate)} != ${pythonRepr(executionDate)}`;
		return problem(400, 'logical_date conflicts with execution_date', detail);
	}
	const said = logicalDate === undefined ? executionDate : logicalDate;
	if (said === null && !('dag_run_id' in sent)) {
		const detail = "argument 'input': 'NoneType' object cannot be converted to 'PyString'";
		return problem(400, 'Incorrect datetime argument', detail);
	}
	const rest = { ...sent };
	delete rest.execution_date;
	const errors = formErrors(said === undefined ? rest : { ...rest, logical_date: said }, form);
	if (errors) return badRequest(errors);
	const read = (value: unknown) => (value ? parseInstant(String(value)) : undefined);
	const start = read(sent.data_interval_start);
	const end = read(sent.data_interval_end);
	if (!start !== !end) {
		return schemaProblem(
			"Both 'data_interval_start' and 'data_interval_end' must be specified together"
		);
	}
	return { logical: read(said) ?? nowInstant(world), start, end };
}

/** Now, with microseconds of its own, so that two triggers of one millisecond do not collide. */
function nowInstant(world: World): Instant {
	const micros = (world.nextId * 617) % 1000;
	return { ms: world.nowMs, micros, naive: false };
}
