import {
	cancelBackfill,
	createBackfill,
	datesOf,
	datesToRun,
	hasActiveBackfill,
	isPeriodic,
	type NewBackfill
} from '#lib/simulator/actions/create-backfill.ts';
import { touch } from '#lib/simulator/agenda.ts';
import type { Handler, Reply, Resource } from '#lib/simulator/call.ts';
import { isoInZone, isoZ } from '#lib/simulator/time.ts';
import type { World } from '#lib/simulator/world.ts';
import type { Backfill } from '#lib/simulator/world-tables.ts';
import { cutPage } from './cursor.ts';
import { page } from './filters.ts';
import { isoZoned, type ZonedInstant } from './instant.ts';
import { optional, required, type Model, type Values } from './model.ts';
import { operation } from './operation.ts';
import { criteria, orderBy, type Columns } from './order.ts';
import { checkParams } from './params-check.ts';
import { dateTime, flag, integer, isRecord, nullable, oneOf, record, text } from './readers.ts';
import { badRequest, isReply, notFound, ok, refuse } from './reply.ts';

const listQuery = { ...page, order_by: orderBy('id'), dag_id: required(text()) };
const columns: Columns<Backfill> = { id: { kind: 'number', value: (backfill) => backfill.id } };

const REPROCESS = ['failed', 'completed', 'none'] as const;
const fields = {
	dag_id: required(text()),
	from_date: required(dateTime(false)),
	to_date: required(dateTime(false)),
	run_backwards: optional(flag, false),
	dag_run_conf: optional(nullable(record), null),
	reprocess_behavior: optional(oneOf(REPROCESS), 'none' as const),
	max_active_runs: optional(integer(), 10),
	run_on_latest_version: optional(nullable(flag), null)
};
const body: Model<typeof fields> = { fields };
type Wanted = Values<typeof fields>;

const path = { backfill_id: required(integer(0)) };

/** @source airflow/api_fastapi/core_api/routes/public/backfills.py */
export const backfills = {
	'GET /backfills': operation({ query: listQuery }, (world, _, { query }) => {
		const by = criteria(query.order_by, columns, 'id');
		if (isReply(by)) return by;
		const found = [...world.backfills.values()].filter(({ dagId }) => dagId === query.dag_id);
		const cut = cutPage(found, by, { ...query, cursor: null });
		if (isReply(cut)) return cut;
		const shown = cut.rows.map((backfill) => shape(world, backfill));
		return ok({ backfills: shown, total_entries: found.length });
	}),
	'POST /backfills': operation({ body }, (world, { user }, { body: { values } }) => {
		const wanted = readWanted(world, values, true);
		if (isReply(wanted)) return wanted;
		if (datesOf(world, wanted).length === 0) return refuse(422, noRuns(values));
		const backfill = createBackfill(world, { ...wanted, user: user?.username });
		// The answer still has the dates as they were written.
		const written = {
			from_date: isoZoned(values.from_date),
			to_date: isoZoned(values.to_date)
		};
		return ok({ ...shape(world, backfill), ...written });
	}),
	'POST /backfills/dry_run': operation({ body }, (world, _, { body: { values } }) => {
		const wanted = readWanted(world, values, false);
		if (isReply(wanted)) return wanted;
		const dates = datesToRun(world, wanted).map((atMs) => ({
			logical_date: isoZ(atMs),
			partition_key: null,
			partition_date: null
		}));
		return ok({ backfills: dates, total_entries: dates.length });
	}),
	'GET /backfills/{backfill_id}': operation({ path }, (world, _, { path: { backfill_id: id } }) => {
		const backfill = world.backfills.get(id);
		return backfill ? ok(shape(world, backfill)) : notFound(UNKNOWN);
	}),
	'PUT /backfills/{backfill_id}/pause': change((_, backfill) => {
		backfill.isPaused = true;
	}),
	'PUT /backfills/{backfill_id}/unpause': change((_, backfill) => {
		backfill.isPaused = false;
	}),
	'PUT /backfills/{backfill_id}/cancel': change(cancelBackfill)
} satisfies Resource;

const UNKNOWN = 'Backfill not found';

/** Whether there is such a backfill comes before whether the caller may. */
function change(act: (world: World, backfill: Backfill) => void): Handler {
	return operation({ path }, (world, { user, nowMs }, { path: { backfill_id: id } }) => {
		const backfill = world.backfills.get(id);
		if (!backfill) return notFound(UNKNOWN);
		if (user?.role === 'viewer') return refuse(403, 'Forbidden');
		if (backfill.completedMs !== undefined) return refuse(409, 'Backfill is already completed.');
		const wasPaused = backfill.isPaused;
		act(world, backfill);
		// What is shown was read before the database stamped the row anew.
		const shown = shape(world, backfill);
		if (backfill.isPaused !== wasPaused) backfill.updatedMs = nowMs;
		touch(world);
		return ok(shown);
	});
}

/** The check of permissions wants to know the DAG, before it says anything else. */
export function refuseOddDagId(key: string, body: unknown): Reply | undefined {
	if (!key.startsWith('POST /backfills')) return undefined;
	const dagId = isRecord(body) ? (body['dag_id'] ?? '') : '';
	return typeof dagId === 'string' ? undefined : badRequest("'dag_id' must be a string");
}

/** @source airflow/models/backfill.py `_create_backfill`, `_validate_backfill_params` */
function readWanted(world: World, values: Wanted, isReal: boolean): NewBackfill | Reply {
	const dag = world.dags.get(values.dag_id);
	if (!dag) return notFound(`Could not find dag ${values.dag_id}`);
	if (!isPeriodic(dag)) {
		return refuse(422, `${dag.dagId} has a non-periodic schedule that does not support backfills`);
	}
	if (isReal && hasActiveBackfill(world, dag.dagId)) {
		return refuse(409, `There is already a running backfill for dag ${dag.dagId}`);
	}
	const { from_date: from, to_date: to, dag_run_conf: conf } = values;
	if (from.ms > to.ms || (from.ms === to.ms && from.micros > to.micros)) {
		const order = `from_date (${isoOf(from)}) must not be after to_date (${isoOf(to)}).`;
		return refuse(422, order);
	}
	if (from.ms >= world.nowMs) return refuse(422, 'Backfill cannot be executed for future dates.');
	if (dag.tasks.some((task) => task.dependsOnPast)) {
		if (values.run_backwards) return refuse(422, `Backfill cannot be run in reverse when ${PAST}.`);
		if (values.reprocess_behavior === 'none') {
			return refuse(
				422,
				'Dag has tasks for which depends_on_past=True. ' +
					'You must set reprocess behavior to reprocess completed or reprocess failed.'
			);
		}
	}
	const wrong = conf === null ? undefined : checkParams(dag, conf);
	if (wrong !== undefined) return refuse(422, wrong);
	return {
		dag,
		// A slot is on the whole second, so nothing of the microseconds matters but that there are some.
		fromMs: from.ms + (from.micros > 0 ? 1 : 0),
		toMs: to.ms,
		conf: conf ?? undefined,
		reprocess: values.reprocess_behavior,
		maxActiveRuns: values.max_active_runs,
		runBackwards: values.run_backwards
	};
}

const PAST = 'the Dag has tasks where depends_on_past=True';

/** In the zone it was written in; Python's `isoformat`. */
const isoOf = (date: ZonedInstant) => isoInZone({ ...date, offsetMs: date.offsetMinutes * 60_000 });

function noRuns({ dag_id: dagId, from_date: from, to_date: to }: Wanted): string {
	const [first, last] = [from, to].map((date) => isoOf(date).replace('T', ' '));
	return `No runs to create for Dag ${dagId} in the range [${first}, ${last}]`;
}

/** @source airflow/api_fastapi/core_api/datamodels/backfills.py `BackfillResponse` */
const shape = (world: World, backfill: Backfill) => ({
	id: backfill.id,
	dag_id: backfill.dagId,
	from_date: isoZ(backfill.fromMs),
	to_date: isoZ(backfill.toMs),
	dag_run_conf: backfill.conf ?? null,
	is_paused: backfill.isPaused,
	reprocess_behavior: backfill.reprocess,
	max_active_runs: backfill.maxActiveRuns,
	created_at: isoZ(backfill.createdMs),
	completed_at: isoZ(backfill.completedMs),
	updated_at: isoZ(backfill.updatedMs),
	dag_display_name: world.dags.get(backfill.dagId)?.displayName ?? backfill.dagId
});
