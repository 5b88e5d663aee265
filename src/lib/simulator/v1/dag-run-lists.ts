import type { Reply } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { aboutDag, aboutDate, type DateName, type Look } from '#lib/simulator/past/look.ts';
import type { Followed, Order, Sortable } from '#lib/simulator/past/order.ts';
import { pageFromArchive } from '#lib/simulator/past/page.ts';
import { runsToRead } from '#lib/simulator/past/past.ts';
import { viewOfRuns } from '#lib/simulator/past/view.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import type { DagRun, World } from '#lib/simulator/world.ts';
import { checkLimit, sortedPage, isWithin } from './collection.ts';
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
	const looks = looksOf((name) => args.time(name), states);
	if (isAllowed) looks.push(aboutDag((run) => isAllowed(run.dagId)));
	const order = args.text('order_by') ?? 'id';
	const found = pageOfRuns(world, looks, order, limit, args.number('offset') ?? 0, dagId);
	if (isReply(found)) return found;
	const page = found.rows.map(showRun);
	const fields = args.list('fields');
	const stray = fields?.find((field) => page.some((shown) => !(field in shown)));
	if (stray !== undefined) {
		return problem(400, 'DAGRunCollectionSchema error', `${stray} not in DAGRunSchema`);
	}
	const shown = fields
		? page.map((run) => Object.fromEntries(fields.map((field) => [field, run[field]])))
		: page;
	return ok({ dag_runs: shown, total_entries: found.count });
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
	const looks = looksOf(time, states?.length ? states : undefined);
	if (dagIds?.length) looks.push(aboutDag((run) => dagIds.includes(run.dagId)));
	if (isReadable) looks.push(aboutDag((run) => isReadable(run.dagId)));
	const [limit, offset] = [Number(form.page_limit ?? 100), Number(form.page_offset ?? 0)];
	const found = pageOfRuns(world, looks, String(form.order_by ?? 'id'), limit, offset);
	if (isReply(found)) return found;
	return ok({ dag_runs: found.rows.map(showRun), total_entries: found.count });
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

function looksOf(
	time: (name: string) => number | undefined,
	states: readonly string[] | undefined
): Look<DagRun>[] {
	const looks: Look<DagRun>[] = [];
	const within = (name: string, date: DateName, value: (run: DagRun) => number | undefined) => {
		const [from, to] = [time(`${name}_gte`), time(`${name}_lte`)];
		if (from === undefined && to === undefined) return;
		looks.push(aboutDate(date, from, to, (run) => isWithin(value(run), from, to)));
	};
	if (states) looks.push(({ state }) => states.includes(state));
	within('execution_date', 'logical_date', logicalMs);
	within('start_date', 'start_date', ({ startMs }) => startMs);
	within('end_date', 'end_date', ({ endMs }) => endMs);
	within('updated_at', 'updated_at', updatedMs);
	return looks;
}

function pageOfRuns(
	world: World,
	looks: readonly Look<DagRun>[],
	order: string,
	limit: number,
	offset: number,
	dagId = '~'
): { rows: DagRun[]; count: number } | Reply {
	const ofDag: Look<DagRun>[] = dagId === '~' ? [] : [aboutDag((run) => run.dagId === dagId)];
	const by = archivedOrder(order);
	const view = by && viewOfRuns(world);
	if (view) {
		return pageFromArchive(world, view, { looks: [...ofDag, ...looks], by, offset, limit });
	}
	const runs = runsToRead(world, dagId === '~' ? undefined : new Set([dagId]));
	const found = runs.filter((run) => looks.every((fits) => fits(run)));
	const rows = sortedPage(found, order, SORT_KEYS, limit, offset);
	return isReply(rows) ? rows : { rows, count: found.length };
}

/** The order in an archive, for those columns that lie in one. */
function archivedOrder(word: string): Order<DagRun>[] | undefined {
	const name = word.replace(/^-+/, '');
	const value = SORT_KEYS[name] as Order<DagRun>['value'] | undefined;
	if (!value || !(name in FOLLOWS)) return undefined;
	const follows = FOLLOWS[name];
	const isName = follows === 'dag' || follows === 'run_id';
	const first = {
		value,
		descending: word.startsWith('-'),
		...(follows ? { follows } : {}),
		...(isName ? {} : { msOf })
	};
	// Those alike stay in the order of the table.
	return [first, { value: ({ id }) => id, descending: false, follows: 'id', msOf }];
}

const msOf = (value: Sortable) => (value === undefined ? -Infinity : Number(value));

const FOLLOWS: Readonly<Record<string, Followed | undefined>> = {
	id: 'id',
	state: undefined,
	dag_id: 'dag',
	execution_date: 'logical_date',
	dag_run_id: 'run_id',
	start_date: 'start',
	end_date: 'start',
	updated_at: 'start',
	conf: undefined
};

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
