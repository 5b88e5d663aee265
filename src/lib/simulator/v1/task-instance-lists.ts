import type { Reply } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { secondsOf } from '#lib/simulator/instance-duration.ts';
import { instancesOfRun } from '#lib/simulator/instance-lookup.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import { runKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { isWithin } from './collection.ts';
import { formErrors } from './form.ts';
import type { Query, QuerySpec } from './query.ts';
import { badRequest, crash, ok, problem } from './reply.ts';
import type { V1Call } from './rule.ts';
import { showTaskInstance } from './task-instance-shape.ts';

const STATES = [
	null,
	'success',
	'running',
	'failed',
	'upstream_failed',
	'skipped',
	'up_for_retry',
	'up_for_reschedule',
	'queued',
	'none',
	'scheduled',
	'deferred',
	'removed',
	'restarting'
];

export const taskInstancesQuery: QuerySpec = {
	execution_date_gte: 'date-time',
	execution_date_lte: 'date-time',
	start_date_gte: 'date-time',
	start_date_lte: 'date-time',
	end_date_gte: 'date-time',
	end_date_lte: 'date-time',
	updated_at_gte: 'date-time',
	updated_at_lte: 'date-time',
	duration_gte: 'number',
	duration_lte: 'number',
	state: 'array',
	pool: 'array',
	queue: 'array',
	executor: 'array',
	limit: 'integer',
	offset: 'offset'
};

const texts: JsonSchema = { type: 'array', items: { type: 'string' } };
const date: JsonSchema = { type: 'string', format: 'date-time' };

export const listTaskInstancesBody: JsonSchema = {
	properties: {
		page_offset: { type: 'integer', minimum: 0 },
		page_limit: { type: 'integer', minimum: 1 },
		dag_ids: texts,
		dag_run_ids: texts,
		task_ids: texts,
		execution_date_gte: date,
		execution_date_lte: date,
		start_date_gte: date,
		start_date_lte: date,
		end_date_gte: date,
		end_date_lte: date,
		duration_gte: { type: 'number' },
		duration_lte: { type: 'number' },
		state: { type: 'array', items: { type: 'string', nullable: true, enum: STATES } },
		pool: texts,
		queue: texts,
		executor: texts
	}
};

type Fits = (instance: TaskInstance) => boolean;

/** What a query asks of an instance, or the refusal of it. */
export type Ask = { fits: Fits } | Reply;

export function readChoice(world: World, args: Query): Ask {
	const states = args.list('state');
	if (states?.some((state) => !STATES.includes(state))) return crash('text/html');
	const choice = {
		states,
		pools: args.list('pool'),
		queues: args.list('queue'),
		executors: args.list('executor')
	};
	const bound = (name: string) =>
		name.startsWith('duration') ? args.number(name) : args.time(name);
	return { fits: filterOf(world, choice, bound) };
}

/** `~` stands for all DAGs and all runs. The limit is not held against the maximum here. */
export function listTaskInstances(world: World, { param, args, dagFilter }: V1Call): Reply {
	const ask = readChoice(world, args);
	if ('status' in ask) return ask;
	const [dagId, runId] = [param('dag_id'), param('dag_run_id')];
	const limit = args.number('limit') ?? 100;
	const isAllowed = dagId === '~' ? dagFilter('PUT', 'GET') : undefined;
	const fits: Fits =
		dagId === '~' && runId === '~' && !isAllowed
			? ask.fits
			: (one) =>
					(dagId === '~' || one.dagId === dagId) &&
					(!isAllowed || isAllowed(one.dagId)) &&
					(runId === '~' || one.runId === runId) &&
					ask.fits(one);
	const rows =
		dagId === '~' || runId === '~'
			? world.taskInstances.values()
			: instancesOfRun(world, dagId, runId);
	return show(world, rows, fits, limit < 0 ? Infinity : limit, args.number('offset') ?? 0);
}

export function listTaskInstancesByForm(world: World, { form, dagFilter }: V1Call): Reply {
	const known = Object.keys(listTaskInstancesBody.properties ?? {});
	const errors = formErrors(form, Object.fromEntries(known.map((name) => [name, {}])));
	if (errors) return badRequest(errors);
	const list = (name: string) => form[name] as string[] | undefined;
	const bound = (name: string) => {
		const value = form[name];
		if (typeof value === 'number') return Math.trunc(value);
		const instant = parseInstant(String(value ?? ''));
		return instant && instant.ms + instant.micros / 1000;
	};
	const choice = {
		dagIds: list('dag_ids')?.length ? list('dag_ids') : undefined,
		runIds: list('dag_run_ids'),
		taskIds: list('task_ids'),
		// An empty list of states asks for all of them.
		states: list('state')?.length ? list('state') : undefined,
		pools: list('pool'),
		queues: list('queue'),
		executors: list('executor')
	};
	const [limit, offset] = [Number(form.page_limit ?? 100), Number(form.page_offset ?? 0)];
	const isReadable = dagFilter('GET');
	if (isReadable && choice.dagIds?.some((dagId) => !isReadable(dagId))) {
		const named = pythonRepr(choice.dagIds);
		return problem(403, 'Forbidden', `User not allowed to access some of these DAGs: ${named}`);
	}
	const isAllowed = choice.dagIds ? undefined : dagFilter('PUT', 'GET');
	const fits = filterOf(world, choice, bound);
	const rows = world.taskInstances.values();
	return show(
		world,
		rows,
		isAllowed ? (one) => isAllowed(one.dagId) && fits(one) : fits,
		limit,
		offset
	);
}

/** An empty list leaves the choice open: SQL's `or_()` of nothing is no condition. */
type Texts = readonly (string | null)[] | undefined;

interface Choice {
	dagIds?: Texts;
	runIds?: Texts;
	taskIds?: Texts;
	states?: Texts;
	pools?: Texts;
	queues?: Texts;
	executors?: Texts;
}

/** Only what was asked for is looked at. */
function filterOf(world: World, choice: Choice, bound: (name: string) => number | undefined): Fits {
	const tests: Fits[] = [];
	const among = (values: Texts, value: (instance: TaskInstance) => string | undefined) => {
		if (!values?.length) return;
		const wanted = new Set<string | null | undefined>(values);
		tests.push((instance) => wanted.has(value(instance)));
	};
	const within = (name: string, value: (instance: TaskInstance) => number | undefined) => {
		const [from, to] = [bound(`${name}_gte`), bound(`${name}_lte`)];
		if (from === undefined && to === undefined) return;
		tests.push((instance) => isWithin(value(instance), from, to));
	};
	const task = ({ dagId, taskId }: TaskInstance) => taskOf(world.dags.get(dagId), taskId);
	among(choice.dagIds, ({ dagId }) => dagId);
	among(choice.runIds, ({ runId }) => runId);
	among(choice.taskIds, ({ taskId }) => taskId);
	among(
		choice.states?.map((state) => state ?? 'none'),
		({ state }) => state ?? 'none'
	);
	among(choice.pools, (instance) => task(instance)?.pool ?? '');
	among(choice.queues, (instance) => task(instance)?.queue ?? '');
	// No task names an executor of its own, so any such filter finds nothing.
	among(choice.executors, () => undefined);
	within('execution_date', ({ dagId, runId }) => {
		const run = world.runs.get(runKey(dagId, runId));
		return run?.logicalDateMs === undefined
			? undefined
			: run.logicalDateMs + run.logicalDateMicros / 1000;
	});
	within('start_date', ({ startMs }) => startMs);
	within('end_date', ({ endMs }) => endMs);
	within('duration', (instance) => secondsOf(world, instance));
	within('updated_at', updatedMs);
	return (instance) => tests.every((fits) => fits(instance));
}

/** Counts all that fit and keeps those of the page. */
function show(
	world: World,
	rows: Iterable<TaskInstance>,
	fits: Fits,
	limit: number,
	offset: number
): Reply {
	const page: TaskInstance[] = [];
	let count = 0;
	for (const instance of rows) {
		if (!fits(instance)) continue;
		if (count >= offset && page.length < limit) page.push(instance);
		count++;
	}
	return ok({
		task_instances: page.map((instance) => showTaskInstance(world, instance)),
		total_entries: count
	});
}

/** The newest of its own dates. */
function updatedMs({ scheduledMs, queuedMs, startMs, endMs }: TaskInstance): number {
	return Math.max(scheduledMs ?? 0, queuedMs ?? 0, startMs ?? 0, endMs ?? 0);
}
