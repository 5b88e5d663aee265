import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { latestRuns } from '#lib/simulator/past/past.ts';
import { plannedSlot } from '#lib/simulator/timetable.ts';
import type { Dag, DagRun, World } from '#lib/simulator/world.ts';
import { cutPage } from './cursor.ts';
import { dagDetailsShape, dagShape } from './dag-shape.ts';
import { isFavourite } from './favourites.ts';
import {
	boundsOf,
	dateRange,
	fitsPattern,
	fitsPrefix,
	hasNaiveDate,
	inOpenRange,
	microsOf,
	optionalFlag,
	optionalText,
	page,
	texts
} from './filters.ts';
import { optional, required, type Model, type Values } from './model.ts';
import { operation, type QueryField } from './operation.ts';
import { criteria, orderBy, type Columns } from './order.ts';
import { flag, literal, nullable, oneOf } from './readers.ts';
import { badRequest, crash, databaseError, isReply, notFound, ok } from './reply.ts';
import { BUNDLE } from './shapes.ts';
import { badStates, RUN_STATES } from './states-asked.ts';

const narrow = {
	...page,
	tags: texts,
	tags_match_mode: optional(nullable(literal(['any', 'all'])), null),
	owners: texts,
	dag_id_pattern: optionalText,
	dag_id_prefix_pattern: optionalText,
	exclude_stale: optional(flag, true),
	paused: optionalFlag
};

const wide = {
	...narrow,
	dag_display_name_pattern: optionalText,
	dag_display_name_prefix_pattern: optionalText,
	has_import_errors: optionalFlag,
	last_dag_run_state: optional(nullable(oneOf(RUN_STATES)), null),
	bundle_name: optionalText,
	bundle_version: optionalText,
	has_asset_schedule: optionalFlag,
	asset_dependency: optionalText,
	...dateRange('dag_run_start_date'),
	...dateRange('dag_run_end_date'),
	dag_run_state: texts,
	order_by: orderBy('dag_id'),
	is_favorite: optionalFlag,
	timetable_type: texts
};

const patchFields = { is_paused: required(flag) };
const dagPatch: Model<typeof patchFields> = { fields: patchFields };
const updateMask: QueryField<string[]> = texts;

/** @source airflow/api_fastapi/core_api/routes/public/dags.py */
export const dags = {
	'GET /dags': operation(
		{ query: wide, first: (_, { query }) => badStates(query.getAll('dag_run_state')) },
		listDags
	),
	'PATCH /dags': operation(
		{ query: { ...narrow, update_mask: updateMask }, body: dagPatch },
		(world, _, { query, body }) => {
			if (isWrongMask(query.update_mask)) return onlyPaused();
			// Without a pattern nothing fits, so that a slip does not pause everything.
			const { dag_id_pattern: pattern, dag_id_prefix_pattern: prefix } = query;
			const found = [...world.dags.values()].filter(
				(dag) => (pattern !== null || prefix !== null) && fitsNarrow(dag, query)
			);
			for (const dag of found) dag.isPaused = body.values.is_paused;
			const cut = found.slice(query.offset, query.offset + query.limit);
			return ok({ dags: cut.map((dag) => dagShape(world, dag)), total_entries: found.length });
		}
	),
	'GET /dags/{dag_id}': (world, { param }) => {
		const dag = world.dags.get(param('dag_id'));
		return dag ? ok(dagShape(world, dag)) : unknownDag(param('dag_id'));
	},
	'GET /dags/{dag_id}/details': (world, { param, user }) => {
		const dag = world.dags.get(param('dag_id'));
		if (!dag) return unknownDag(param('dag_id'));
		const is_favorite = isFavourite(world, user?.username ?? '', dag.dagId);
		return ok({ ...dagDetailsShape(world, dag), is_favorite });
	},
	'PATCH /dags/{dag_id}': operation(
		{ query: { update_mask: updateMask }, body: dagPatch },
		(world, { param }, { query, body }) => {
			const dag = world.dags.get(param('dag_id'));
			if (!dag) return notFound(`Dag with id: ${param('dag_id')} was not found`);
			if (isWrongMask(query.update_mask)) return onlyPaused();
			dag.isPaused = body.values.is_paused;
			return ok(dagShape(world, dag));
		}
	)
} satisfies Resource;

export const unknownDag = (dagId: string) =>
	notFound(`The Dag with ID: \`${dagId}\` was not found`);

const isWrongMask = (mask: readonly string[]) => mask.length > 0 && mask.join() !== 'is_paused';

const onlyPaused = () => badRequest('Only `is_paused` field can be updated through the REST API');

function listDags(world: World, { user }: Call, { query }: { query: Values<typeof wide> }): Reply {
	if (hasNaiveDate(query)) return databaseError(world);
	const latest = latestRuns(world);
	const by = criteria(query.order_by, dagColumns(world, latest), 'dag_id');
	if (isReply(by)) return by;
	// Airflow lets these two through although its DAGs have no such column, and falls over.
	if (query.order_by.some((word) => /^-*(state|start_date)$/.test(word))) return crash();
	const tests = testsOf(world, query, latest, user?.username ?? '');
	const found = [...world.dags.values()].filter((dag) => tests.every((fits) => fits(dag)));
	const cut = cutPage(found, by, { ...query, cursor: null });
	if (isReply(cut)) return cut;
	return ok({ dags: cut.rows.map((dag) => dagShape(world, dag)), total_entries: found.length });
}

/** The class in Airflow 3. @source airflow/models/dag.py `DagModel.timetable_type` */
function timetableType({ schedule, scheduleAssets = [] }: Dag): string {
	if (scheduleAssets.length > 0) return 'AssetTriggeredTimetable';
	if (schedule === '@continuous') return 'ContinuousTimetable';
	if (schedule === '@once') return 'OnceTimetable';
	return schedule === undefined ? 'NullTimetable' : 'CronTriggerTimetable';
}

const waitsForAssets = ({ scheduleAssets = [] }: Dag) => scheduleAssets.length > 0;

/** @source airflow/api_fastapi/common/parameters.py `_AssetDependencyFilter` */
function waitsFor(world: World, { scheduleAssets = [] }: Dag, part: string | null): boolean {
	if (part === null) return true;
	const sought = part.toLowerCase();
	const names = new Map([...world.assets.values()].map(({ uri, name }) => [uri, name]));
	return scheduleAssets.some((uri) =>
		[uri, names.get(uri) ?? ''].some((text) => text.toLowerCase().includes(sought))
	);
}

type Fits = (dag: Dag) => boolean;

const fitsNarrow = (dag: Dag, query: Parameters<typeof narrowTests>[0]): boolean =>
	narrowTests(query).every((fits) => fits(dag));

/** What was asked; the rest is not looked at. */
function narrowTests(query: Omit<Values<typeof narrow>, 'limit' | 'offset'>): Fits[] {
	const { tags, owners, paused, dag_id_pattern: pattern, dag_id_prefix_pattern: prefix } = query;
	const isAll = query.tags_match_mode === 'all';
	const lower = owners.map((owner) => owner.toLowerCase());
	return asked([
		tags.length > 0 &&
			((dag) => {
				const has = (tag: string) => dag.tags.includes(tag);
				return isAll ? tags.every(has) : tags.some(has);
			}),
		owners.length > 0 && ((dag) => lower.some((owner) => dag.owner.toLowerCase().includes(owner))),
		paused !== null && ((dag) => dag.isPaused === paused),
		pattern !== null && ((dag) => fitsPattern(dag.dagId, pattern)),
		prefix !== null && ((dag) => fitsPrefix(dag.dagId, prefix))
	]);
}

const asked = (tests: readonly (Fits | false)[]) => tests.filter((test) => test !== false);

function testsOf(
	world: World,
	query: Values<typeof wide>,
	latest: (dagId: string) => DagRun | undefined,
	username: string
): Fits[] {
	const { dag_display_name_pattern: pattern, dag_display_name_prefix_pattern: prefix } = query;
	const { is_favorite: isLiked, has_asset_schedule: waits, timetable_type: types } = query;
	const isNowhere =
		query.has_import_errors === true ||
		![null, BUNDLE].includes(query.bundle_name) ||
		query.bundle_version !== null;
	const run = latestRunTest(query, world.nowMs);
	return [
		...narrowTests(query),
		...asked([
			isNowhere && (() => false),
			pattern !== null && (({ dagId }) => fitsPattern(dagId, pattern)),
			prefix !== null && (({ dagId }) => fitsPrefix(dagId, prefix)),
			isLiked !== null && (({ dagId }) => isFavourite(world, username, dagId) === isLiked),
			waits !== null && ((dag) => waitsForAssets(dag) === waits),
			query.asset_dependency !== null && ((dag) => waitsFor(world, dag, query.asset_dependency)),
			types.length > 0 && ((dag) => types.includes(timetableType(dag))),
			run !== undefined && (({ dagId }) => run(latest(dagId)))
		])
	];
}

/**
 * What is asked of the latest run, if anything is.
 * @source airflow/api_fastapi/common/db/dags.py `generate_dag_with_latest_run_query`
 */
function latestRunTest(
	query: Values<typeof wide>,
	nowMs: number
): ((run: DagRun | undefined) => boolean) | undefined {
	const started = boundsOf(query, 'dag_run_start_date');
	const ended = boundsOf(query, 'dag_run_end_date');
	const { dag_run_state: states, last_dag_run_state: state } = query;
	const bounds = [...Object.values(started), ...Object.values(ended)];
	if (states.length === 0 && state === null && bounds.every((bound) => bound === null)) {
		return undefined;
	}
	return (run) =>
		(states.length === 0 || states.includes(run?.state ?? 'none')) &&
		(state === null || run?.state === state) &&
		inOpenRange(run?.startMs, started, nowMs) &&
		inOpenRange(run?.endMs, ended, nowMs);
}

function dagColumns(world: World, latest: (dagId: string) => DagRun | undefined): Columns<Dag> {
	return {
		dag_id: { kind: 'text', value: (dag) => dag.dagId },
		dag_display_name: { kind: 'text', value: (dag) => dag.dagId },
		next_dagrun: {
			kind: 'date',
			value: (dag) => microsOf(plannedSlot(world, dag)?.logicalDateMs)
		},
		state: { kind: 'text', value: () => undefined },
		start_date: { kind: 'date', value: () => undefined },
		last_run_state: { kind: 'text', value: (dag) => latest(dag.dagId)?.state },
		last_run_start_date: {
			kind: 'date',
			value: (dag) => microsOf(latest(dag.dagId)?.startMs)
		}
	};
}
