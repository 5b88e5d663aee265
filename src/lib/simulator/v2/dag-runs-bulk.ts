import { deleteRun } from '#lib/simulator/actions/delete-run.ts';
import { setRunState } from '#lib/simulator/actions/set-state.ts';
import type { Call, Resource } from '#lib/simulator/call.ts';
import { runKey, type DagRun, type World } from '#lib/simulator/world.ts';
import { notDeletable, setNote } from './dag-run-changes.ts';
import { dagRunClears } from './dag-runs-clear.ts';
import { missing, optional, readModel, required, type Fields, type Model } from './model.ts';
import {
	anything,
	isRecord,
	listOf,
	nullable,
	oneOf,
	text,
	type Issue,
	type Reader
} from './readers.ts';
import { crash, ok, refuse, unprocessable } from './reply.ts';
import { asEntity, mayChange, type RunEntity } from './run-entity.ts';

/** A deletion may name the run alone. */
const asNameOrBody: Reader<RunEntity | string> = (input, loc) => {
	if (typeof input === 'string') return { value: input };
	const asRun = asEntity(input, [...loc, 'BulkDAGRunBody']);
	if ('value' in asRun) return asRun;
	const asName = text()(input, [...loc, 'str']);
	return 'value' in asName ? asName : { issues: [...asName.issues, ...asRun.issues] };
};

const ON_ABSENCE = optional(oneOf(['fail', 'skip']), 'fail');
const ACTIONS: Record<string, Model<Fields>> = {
	create: {
		fields: {
			...actionFields(asEntity),
			action_on_existence: optional(oneOf(['fail', 'skip', 'overwrite']), 'fail')
		}
	},
	update: {
		fields: {
			...actionFields(asEntity),
			update_mask: optional(nullable(listOf(text())), null),
			action_on_non_existence: ON_ABSENCE
		}
	},
	delete: { fields: { ...actionFields(asNameOrBody), action_on_non_existence: ON_ABSENCE } }
};

function actionFields(entity: Reader<RunEntity | string>) {
	return { action: required(anything), entities: required(listOf(entity)) };
}

interface Action {
	kind: 'create' | 'update' | 'delete';
	entities: (RunEntity | string)[];
	skipsAbsent: boolean;
}

interface Outcome {
	success: string[];
	errors: { error: string; status_code: number }[];
}

/** @source airflow/api_fastapi/core_api/routes/public/dag_run.py `bulk_dag_runs` */
export const dagRunsBulk = {
	'PATCH /dags/{dag_id}/dagRuns': (world, call) => {
		const actions = readActions(call.body);
		if (actions === undefined) return crash();
		// The check of permissions reads the body too, so everything is found wrong twice.
		if ('issues' in actions) return unprocessable([...actions.issues, ...actions.issues]);
		const all = actions.value.flatMap(({ entities }) => entities);
		if (!mayChange(call, all)) return refuse(403, 'Forbidden');
		const results: Record<Action['kind'], Outcome | null> = {
			create: null,
			update: null,
			delete: null
		};
		const doomed = new Set<DagRun>();
		for (const action of actions.value) {
			const outcome = (results[action.kind] ??= { success: [], errors: [] });
			apply(world, call, action, outcome, doomed);
		}
		// Until all is said they are still found.
		for (const run of doomed) deleteRun(world, run);
		return ok(results);
	},
	...dagRunClears
} satisfies Resource;

/** @source airflow/api_fastapi/core_api/services/public/dag_run.py `BulkDagRunService` */
function apply(
	world: World,
	call: Call,
	action: Action,
	outcome: Outcome,
	doomed: Set<DagRun>
): void {
	const { success, errors } = outcome;
	if (action.kind === 'create') {
		const error =
			'Dag Runs bulk create is not supported. Use the trigger Dag Run endpoint instead.';
		errors.push({ error, status_code: 405 });
		return;
	}
	const wanted = resolve(call, action, outcome);
	const absent = [...wanted.values()].filter(({ key }) => !world.runs.has(key));
	if (absent.length > 0 && !action.skipsAbsent) {
		const names = absent.sort(byName).map(({ dagId, runId }) => `('${dagId}', '${runId}')`);
		const error = `The DagRuns with these identifiers: [${names.join(', ')}] were not found`;
		errors.push({ error, status_code: 404 });
		return;
	}
	const targets = [...wanted.values()];
	if (action.kind === 'delete') targets.sort(byName);
	for (const { key, entity } of targets) {
		const run = world.runs.get(key);
		if (!run) continue;
		const error = action.kind === 'delete' ? remove(run, doomed) : update(world, run, entity);
		if (error === undefined) success.push(`${run.dagId}.${run.runId}`);
		else errors.push({ error, status_code: 409 });
	}
}

interface Target {
	key: string;
	dagId: string;
	runId: string;
	entity: RunEntity | string;
}

/** Runs by what names them; of two entities for one run the latter counts. */
function resolve({ param }: Call, action: Action, { errors }: Outcome): Map<string, Target> {
	const found = new Map<string, Target>();
	for (const entity of action.entities) {
		const isName = typeof entity === 'string';
		const dagId = (isName ? null : entity.dag_id) || param('dag_id');
		const runId = isName ? entity : entity.dag_run_id;
		if (dagId === '~' || runId === '~') {
			const place = isName
				? 'BulkDAGRunBody object, not as string for dag_run_id'
				: 'request body for dag_run_id';
			const error = `When using wildcard in path, dag_id must be specified in ${place}: ${runId}`;
			errors.push({ error, status_code: 400 });
			continue;
		}
		const key = runKey(dagId, runId);
		found.set(key, { key, dagId, runId, entity });
	}
	return found;
}

function remove(run: DagRun, doomed: Set<DagRun>): string | undefined {
	if (run.state === 'running') return notDeletable(run);
	doomed.add(run);
	return undefined;
}

function update(world: World, run: DagRun, entity: RunEntity | string): undefined {
	if (typeof entity === 'string') return;
	if (entity.state !== null) setRunState(world, run, entity.state, true);
	if (entity.note !== null) setNote(run, entity.note);
}

const byName = (a: Target, b: Target) =>
	a.dagId === b.dagId ? (a.runId < b.runId ? -1 : 1) : a.dagId < b.dagId ? -1 : 1;

/** Undefined where the server falls over: an action that is none cannot be told apart. */
function readActions(body: unknown): { value: Action[] } | { issues: Issue[] } | undefined {
	if (body === undefined || body === null) return { issues: [missing(['body'], null)] };
	let isBroken = false;
	const readAction: Reader<Action> = (input, loc) => {
		const kind = isRecord(input) ? String(input['action']) : '';
		const model = Object.hasOwn(ACTIONS, kind) ? ACTIONS[kind] : undefined;
		if (!model) {
			isBroken = true;
			return { issues: [] };
		}
		const read = readModel(model, input, [...loc, kind]);
		if ('issues' in read) return read;
		const skipsAbsent = isRecord(input) && input['action_on_non_existence'] === 'skip';
		const entities = read.value.values['entities'] as Action['entities'];
		return { value: { kind: kind as Action['kind'], entities, skipsAbsent } };
	};
	const read = readModel({ fields: { actions: required(listOf(readAction)) } }, body);
	if (isBroken) return undefined;
	return 'issues' in read ? read : { value: read.value.values.actions };
}
