import type { Reply } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { parseInstant } from '#lib/simulator/time.ts';
import { runKey, type TaskInstance, type World } from '#lib/simulator/world.ts';
import { isWithin } from './collection.ts';
import { formErrors } from './form.ts';
import type { QuerySpec } from './query.ts';
import { badRequest, crash, ok } from './reply.ts';
import type { V1Call } from './rule.ts';
import { durationOf, showTaskInstance } from './task-instance-shape.ts';

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

/** `~` stands for all DAGs and all runs. The limit is not held against the maximum here. */
export function listTaskInstances(world: World, { param, args }: V1Call): Reply {
	const states = args.list('state');
	if (states?.some((state) => !STATES.includes(state))) return crash('text/html');
	const [dagId, runId] = [param('dag_id'), param('dag_run_id')];
	const found = select(
		world,
		{
			dagIds: dagId === '~' ? undefined : [dagId],
			runIds: runId === '~' ? undefined : [runId],
			states,
			pools: args.list('pool'),
			queues: args.list('queue'),
			executors: args.list('executor')
		},
		(name) => (name.startsWith('duration') ? args.number(name) : args.time(name))
	);
	const limit = args.number('limit') ?? 100;
	return show(world, found, limit < 0 ? Infinity : limit, args.number('offset') ?? 0);
}

export function listTaskInstancesByForm(world: World, { form }: V1Call): Reply {
	const known = Object.keys(listTaskInstancesBody.properties ?? {});
	const errors = formErrors(form, Object.fromEntries(known.map((name) => [name, {}])));
	if (errors) return badRequest(errors);
	const list = (name: string) => form[name] as string[] | undefined;
	const found = select(
		world,
		{
			dagIds: list('dag_ids')?.length ? list('dag_ids') : undefined,
			runIds: list('dag_run_ids'),
			taskIds: list('task_ids'),
			states: list('state'),
			pools: list('pool'),
			queues: list('queue'),
			executors: list('executor')
		},
		(name) => {
			const value = form[name];
			if (typeof value === 'number') return value;
			const instant = parseInstant(String(value ?? ''));
			return instant && instant.ms + instant.micros / 1000;
		}
	);
	return show(world, found, Number(form.page_limit ?? 100), Number(form.page_offset ?? 0));
}

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

function select(
	world: World,
	choice: Choice,
	bound: (name: string) => number | undefined
): TaskInstance[] {
	const has = (values: Texts, value: string) => !values || values.includes(value);
	const within = (value: number | undefined, name: string) =>
		isWithin(value, bound(`${name}_gte`), bound(`${name}_lte`));
	return [...world.taskInstances.values()].filter((instance) => {
		const run = world.runs.get(runKey(instance.dagId, instance.runId));
		const task = world.dags
			.get(instance.dagId)
			?.tasks.find(({ taskId }) => taskId === instance.taskId);
		const state = instance.state ?? 'none';
		const logicalMs =
			run?.logicalDateMs === undefined
				? undefined
				: run.logicalDateMs + run.logicalDateMicros / 1000;
		return (
			has(choice.dagIds, instance.dagId) &&
			has(choice.runIds, instance.runId) &&
			has(choice.taskIds, instance.taskId) &&
			(has(choice.states, state) || (state === 'none' && choice.states?.includes(null))) &&
			has(choice.pools, task?.pool ?? '') &&
			has(choice.queues, task?.queue ?? '') &&
			// No task names an executor of its own, so any such filter finds nothing.
			!choice.executors &&
			within(logicalMs, 'execution_date') &&
			within(instance.startMs, 'start_date') &&
			within(instance.endMs, 'end_date') &&
			within(durationOf(instance), 'duration') &&
			within(updatedMs(instance), 'updated_at')
		);
	});
}

function show(world: World, found: TaskInstance[], limit: number, offset: number): Reply {
	const page = pageOf(found, limit, offset);
	return ok({
		task_instances: page.map((instance) => showTaskInstance(world, instance)),
		total_entries: found.length
	});
}

/** The newest of its own dates. */
function updatedMs({ scheduledMs, queuedMs, startMs, endMs }: TaskInstance): number {
	return Math.max(scheduledMs ?? 0, queuedMs ?? 0, startMs ?? 0, endMs ?? 0);
}
