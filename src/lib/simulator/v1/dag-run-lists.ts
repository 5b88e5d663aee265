import type { Reply } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import type { DagRun, World } from '#lib/simulator/world.ts';
import { applySorting, checkLimit, isWithin } from './collection.ts';
import { showRun } from './dag-run-shape.ts';
import { formErrors } from './form.ts';
import { badRequest, isReply, ok, problem } from './reply.ts';
import type { QuerySpec } from './query.ts';
import type { V1Call } from './rule.ts';

export const runsQuery: QuerySpec = {
	limit: 'integer',
	offset: 'offset',
	execution_date_gte: 'date-time',
	execution_date_lte: 'date-time',
	start_date_gte: 'date-time',
	start_date_lte: 'date-time',
	end_date_gte: 'date-time',
	end_date_lte: 'date-time',
	updated_at_gte: 'date-time',
	updated_at_lte: 'date-time',
	state: 'array',
	order_by: 'string',
	fields: 'array'
};

const text: JsonSchema = { type: 'string' };
const date: JsonSchema = { type: 'string', format: 'date-time' };

export const listRunsBody: JsonSchema = {
	properties: {
		order_by: text,
		page_offset: { type: 'integer', minimum: 0 },
		page_limit: { type: 'integer', minimum: 1 },
		dag_ids: { type: 'array', items: text },
		states: { type: 'array', items: text },
		execution_date_gte: date,
		execution_date_lte: date,
		start_date_gte: date,
		start_date_lte: date,
		end_date_gte: date,
		end_date_lte: date
	}
};

/** `~` stands for all DAGs. */
export function listRuns(world: World, { param, args, dagFilter }: V1Call): Reply {
	const limit = checkLimit(args.number('limit'), world);
	if (isReply(limit)) return limit;
	const dagId = param('dag_id');
	const isAllowed = dagId === '~' ? dagFilter('GET') : undefined;
	const states = args.list('state');
	const found = select(
		world,
		(name) => args.time(name),
		(run) =>
			(dagId === '~' || run.dagId === dagId) &&
			(!isAllowed || isAllowed(run.dagId)) &&
			(!states || states.includes(run.state))
	);
	const sorted = applySorting(found, args.text('order_by') ?? 'id', SORT_KEYS);
	if (isReply(sorted)) return sorted;
	const page = pageOf(sorted, limit, args.number('offset') ?? 0).map(showRun);
	const fields = args.list('fields');
	const stray = fields?.find((field) => page.some((shown) => !(field in shown)));
	if (stray !== undefined) {
		return problem(400, 'DAGRunCollectionSchema error', `${stray} not in DAGRunSchema`);
	}
	const shown = fields
		? page.map((run) => Object.fromEntries(fields.map((field) => [field, run[field]])))
		: page;
	return ok({ dag_runs: shown, total_entries: sorted.length });
}

export function listRunsByForm(world: World, { form, dagFilter }: V1Call): Reply {
	const known = [...Object.keys(listRunsBody.properties ?? {}), 'updated_at_gte', 'updated_at_lte'];
	const errors = formErrors(form, Object.fromEntries(known.map((name) => [name, {}])));
	if (errors) return badRequest(errors);
	const dagIds = form.dag_ids as string[] | undefined;
	const states = form.states as string[] | undefined;
	const isReadable = dagFilter('GET');
	const time = (name: string) => {
		const instant = parseInstant(String(form[name] ?? ''));
		return instant && instant.ms + instant.micros / 1000;
	};
	const found = select(
		world,
		time,
		(run) =>
			(!dagIds?.length || dagIds.includes(run.dagId)) &&
			(!isReadable || isReadable(run.dagId)) &&
			(!states?.length || states.includes(run.state))
	);
	const sorted = applySorting(found, String(form.order_by ?? 'id'), SORT_KEYS);
	if (isReply(sorted)) return sorted;
	const limit = Number(form.page_limit ?? 100);
	const page = pageOf(sorted, limit, Number(form.page_offset ?? 0));
	return ok({ dag_runs: page.map(showRun), total_entries: sorted.length });
}

const SORT_KEYS: Record<string, (run: DagRun) => string | number | boolean | undefined> = {
	id: (run) => run.id,
	state: (run) => run.state,
	dag_id: (run) => run.dagId,
	execution_date: logicalMs,
	dag_run_id: (run) => run.runId,
	start_date: (run) => run.startMs,
	end_date: (run) => run.endMs,
	updated_at: updatedMs,
	external_trigger: (run) => run.runType === 'manual',
	conf: pickledOrder
};

/** The database has a pickle there: an empty one comes first, then the shorter, then by their bytes. */
function pickledOrder({ conf }: DagRun): string {
	const text = JSON.stringify(conf);
	return Object.keys(conf).length === 0 ? '' : String(text.length).padStart(9, '0') + text;
}

function select(
	world: World,
	time: (name: string) => number | undefined,
	fits: (run: DagRun) => boolean
): DagRun[] {
	const within = (value: number | undefined, name: string) =>
		isWithin(value, time(`${name}_gte`), time(`${name}_lte`));
	return [...world.runs.values()].filter(
		(run) =>
			fits(run) &&
			within(logicalMs(run), 'execution_date') &&
			within(run.startMs, 'start_date') &&
			within(run.endMs, 'end_date') &&
			within(updatedMs(run), 'updated_at')
	);
}

function logicalMs(run: DagRun): number | undefined {
	return run.logicalDateMs === undefined
		? undefined
		: run.logicalDateMs + run.logicalDateMicros / 1000;
}

/** The newest of the run's own dates: the row is not written at other times. */
function updatedMs(run: DagRun): number | undefined {
	return Math.max(
		run.queuedAtMs ?? 0,
		run.startMs ?? 0,
		run.endMs ?? 0,
		run.lastSchedulingDecisionMs ?? 0
	);
}
