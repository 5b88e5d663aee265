import { deleteDag, hasRunningTasks } from '#lib/simulator/actions/delete-dag.ts';
import type { Reply, Resource } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { pythonRepr } from '#lib/simulator/python-repr.ts';
import type { Dag, World } from '#lib/simulator/world.ts';
import { applySorting, checkLimit } from './collection.ts';
import { showDag, showDagDetails } from './dag-shape.ts';
import { formErrors } from './form.ts';
import { badRequest, conflict, crash, isReply, noContent, notFound, ok, problem } from './reply.ts';
import { rule, type V1Call } from './rule.ts';

const readOnly: JsonSchema = { readOnly: true };
const body: JsonSchema = {
	properties: {
		...Object.fromEntries(
			[
				'dag_id dag_display_name root_dag_id is_active is_subdag last_parsed_time last_pickled',
				'last_expired scheduler_lock pickle_id default_view fileloc file_token owners description',
				'schedule_interval timetable_description tags max_active_tasks max_active_runs',
				'has_task_concurrency_limits has_import_errors next_dagrun next_dagrun_create_after',
				'next_dagrun_data_interval_start next_dagrun_data_interval_end',
				'max_consecutive_failed_dag_runs'
			].flatMap((line) => line.split(' ').map((name) => [name, readOnly]))
		),
		is_paused: { type: 'boolean', nullable: true }
	}
};

/** @source airflow/api_connexion/endpoints/dag_endpoint.py */
export const dags = {
	'GET /dags': rule({
		role: 'viewer',
		query: {
			limit: 'integer',
			offset: 'offset',
			order_by: 'string',
			tags: 'array',
			only_active: 'boolean',
			paused: 'boolean',
			fields: 'array',
			dag_id_pattern: 'string'
		},
		answer: listDags
	}),
	'PATCH /dags': rule({
		role: 'user',
		query: {
			limit: 'integer',
			offset: 'offset',
			tags: 'array',
			update_mask: 'array',
			only_active: 'boolean',
			'dag_id_pattern!': 'string'
		},
		body,
		answer: patchDags
	}),
	'GET /dags/{dag_id}': rule({
		role: 'viewer',
		query: { fields: 'array' },
		answer(world, { param, args }) {
			const dag = world.dags.get(param('dag_id'));
			if (!dag) return unknownDag(param('dag_id'));
			const shown = only(showDag(world, dag), args.list('fields'));
			return shown ? ok(shown) : badFields('DAGSchema', 'DAGSchema init', args.list('fields'));
		}
	}),
	'GET /dags/{dag_id}/details': rule({
		role: 'viewer',
		query: { fields: 'array' },
		answer(world, { param, args }) {
			const dag = world.dags.get(param('dag_id'));
			if (!dag) return unknownDag(param('dag_id'));
			const shown = only(showDagDetails(world, dag), args.list('fields'));
			return shown
				? ok(shown)
				: badFields('DAGDetailSchema', 'DAGDetailSchema init', args.list('fields'));
		}
	}),
	'DELETE /dags/{dag_id}': rule({
		role: 'user',
		query: {},
		answer(world, { param }) {
			const dagId = param('dag_id');
			if (!world.dags.has(dagId)) return notFound(`Dag with id: '${dagId}' not found`);
			if (hasRunningTasks(world, dagId)) {
				return conflict(`Task instances of dag with id: '${dagId}' are still running`);
			}
			deleteDag(world, dagId);
			return noContent('application/json');
		}
	}),
	'PATCH /dags/{dag_id}': rule({
		role: 'user',
		query: { update_mask: 'array' },
		body,
		answer(world, call) {
			const paused = readPaused(call);
			if (isReply(paused)) return paused;
			const dag = world.dags.get(call.param('dag_id'));
			if (!dag) return notFound(`Dag with id: '${call.param('dag_id')}' not found`);
			if (paused === undefined) return crash();
			dag.isPaused = paused ?? false;
			return ok({ ...showDag(world, dag), is_paused: paused });
		}
	})
} satisfies Resource;

function listDags(world: World, { args, dagFilter }: V1Call): Reply {
	const limit = checkLimit(args.number('limit'), world);
	if (isReply(limit)) return limit;
	const paused = args.flag('paused');
	const isVisible = dagFilter('PUT', 'GET');
	const found = findDags(world, args.text('dag_id_pattern'), args.list('tags'), isVisible).filter(
		(dag) => paused === undefined || dag.isPaused === paused
	);
	const sorted = applySorting(found, args.text('order_by') ?? 'dag_id', {
		dag_id: (dag) => dag.dagId
	});
	if (isReply(sorted)) return sorted;
	const fields = args.list('fields');
	const page = pageOf(sorted, limit, args.number('offset') ?? 0);
	const shown = page.map((dag) => only(showDag(world, dag), fields));
	// Airflow looks at the names when it writes the first DAG.
	if (fields && page.length > 0 && !only(showDag(world, emptyDag), fields)) {
		return badFields('DAGSchema', 'DAGCollectionSchema', fields);
	}
	return ok({ dags: shown, total_entries: sorted.length });
}

function patchDags(world: World, call: V1Call): Reply {
	const { args } = call;
	const limit = checkLimit(args.number('limit'), world);
	if (isReply(limit)) return limit;
	const paused = readPaused(call);
	if (isReply(paused)) return paused;
	if (paused === undefined) return crash();
	const pattern = args.text('dag_id_pattern') ?? '';
	const found = findDags(
		world,
		pattern === '~' ? '%' : pattern,
		args.list('tags'),
		call.dagFilter('PUT')
	);
	const page = pageOf(found, limit, args.number('offset') ?? 0);
	for (const dag of page) dag.isPaused = paused ?? false;
	return ok({ dags: page.map((dag) => showDag(world, dag)), total_entries: found.length });
}

/** The new value; null is taken, undefined when the body does not say. */
function readPaused({ form, args }: V1Call): boolean | null | undefined | Reply {
	const errors = formErrors(form, { is_paused: {} });
	if (errors) return badRequest(errors);
	const mask = args.list('update_mask');
	if (mask && !(mask.length === 1 && mask[0] === 'is_paused')) {
		return badRequest('Only `is_paused` field can be updated through the REST API');
	}
	return form.is_paused as boolean | null | undefined;
}

function findDags(
	world: World,
	pattern: string | undefined,
	tags: string[] | undefined,
	isAllowed: ((dagId: string) => boolean) | undefined
): Dag[] {
	const like = pattern ? ilike(pattern) : undefined;
	return [...world.dags.values()]
		.filter((dag) => (!like || like.test(dag.dagId)) && (!isAllowed || isAllowed(dag.dagId)))
		.filter((dag) => !tags || tags.some((tag) => dag.tags.includes(tag)))
		.sort((a, b) => (a.dagId < b.dagId ? -1 : 1));
}

/** SQL's ILIKE '%pattern%': `%` is any text, `_` any character. */
function ilike(pattern: string): RegExp {
	const source = pattern
		.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
		.replaceAll('%', '.*')
		.replaceAll('_', '.');
	return new RegExp(source, 'is');
}

/** The named fields of a shape; undefined when one of them is not in it. */
export function only(
	shown: Record<string, unknown>,
	fields: string[] | undefined
): Record<string, unknown> | undefined {
	if (!fields) return shown;
	if (fields.some((field) => !(field in shown))) return undefined;
	return Object.fromEntries(fields.map((field) => [field, shown[field]]));
}

/** @source marshmallow schema.py `_init_fields` */
function badFields(schema: string, title: string, fields: string[] = []): Reply {
	const known = new Set(Object.keys(emptyShape));
	const stray = fields.filter((field) => !known.has(field));
	const detail = `Invalid fields for <${schema}(many=False)>: OrderedSet(${pythonRepr(stray)}).`;
	return problem(400, `${title} error`, detail);
}

const unknownDag = (dagId: string) =>
	notFound('DAG not found', `The DAG with dag_id: ${dagId} was not found`);

/** Stands for any DAG where only the names of its fields count. */
const emptyDag: Dag = {
	dagId: '',
	owner: '',
	tags: [],
	isPaused: false,
	catchup: false,
	startDateMs: 0,
	maxActiveRuns: 0,
	maxActiveTasks: 0,
	params: {},
	tasks: [],
	fileloc: '',
	relativeFileloc: '',
	lastParsedMs: 0
};
const emptyShape = showDagDetails(
	{ timetable: 'data_interval', nowMs: 0, bornMs: 0 } as World,
	emptyDag
);
