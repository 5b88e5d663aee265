import type { Reply } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { instancesOfRun } from '#lib/simulator/instance-lookup.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import { aboutDag, aboutRunId, type Look } from '#lib/simulator/past/look.ts';
import type { Order } from '#lib/simulator/past/order.ts';
import { pageFromArchive } from '#lib/simulator/past/page.ts';
import { viewOfInstances } from '#lib/simulator/past/view.ts';
import { runToRead } from '#lib/simulator/past/past.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import { runKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { looksOf } from './task-instance-looks.ts';
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

/** What a query asks of an instance, or the refusal of it. */
export type Ask = { looks: Look[] } | Reply;

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
	return { looks: looksOf(world, choice, bound) };
}

/** `~` stands for all DAGs and all runs. The limit is not held against the maximum here. */
export function listTaskInstances(world: World, { param, args, dagFilter }: V1Call): Reply {
	const ask = readChoice(world, args);
	if ('status' in ask) return ask;
	const [dagId, runId] = [param('dag_id'), param('dag_run_id')];
	const limit = args.number('limit') ?? 100;
	const isAllowed = dagId === '~' ? dagFilter('PUT', 'GET') : undefined;
	const looks = [...ask.looks];
	if (runId !== '~') looks.unshift(aboutRunId((one) => one.runId === runId));
	if (isAllowed) looks.unshift(aboutDag((one) => isAllowed(one.dagId)));
	if (dagId !== '~') looks.unshift(aboutDag((one) => one.dagId === dagId));
	const rows = dagId === '~' || runId === '~' ? 'all' : instancesOfRun(world, dagId, runId);
	return show(world, rows, looks, limit < 0 ? Infinity : limit, args.number('offset') ?? 0);
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
	const looks = looksOf(world, choice, bound);
	if (isAllowed) looks.unshift(aboutDag((one) => isAllowed(one.dagId)));
	return show(world, 'all', looks, limit, offset);
}

/** Counts all that fit and keeps those of the page. */
function show(
	world: World,
	rows: Iterable<TaskInstance> | 'all',
	looks: readonly Look[],
	limit: number,
	offset: number
): Reply {
	const by = [inOrderOfTable(world)];
	const view = rows === 'all' ? viewOfInstances(world) : undefined;
	if (view) {
		const archived = pageFromArchive(world, view, { looks, by, offset, limit });
		return pageOf(world, archived.rows, archived.count);
	}
	const page: TaskInstance[] = [];
	let count = 0;
	for (const instance of rows === 'all' ? world.taskInstances.values() : rows) {
		if (!looks.every((fits) => fits(instance))) continue;
		if (count >= offset && page.length < limit) page.push(instance);
		count++;
	}
	return pageOf(world, page, count);
}

const pageOf = (world: World, page: readonly TaskInstance[], count: number): Reply =>
	ok({
		task_instances: page.map((instance) => showTaskInstance(world, instance)),
		total_entries: count
	});

/** By run, and in each as its DAG has the tasks. */
const inOrderOfTable = (world: World): Order => ({
	value({ dagId, runId, taskId }) {
		const place = world.dags.get(dagId)?.tasks.findIndex((task) => task.taskId === taskId) ?? 0;
		return (runToRead(world, runKey(dagId, runId))?.id ?? 0) + place / 1000;
	},
	descending: false,
	follows: 'id',
	msOf: (value) => Math.floor(Number(value))
});
