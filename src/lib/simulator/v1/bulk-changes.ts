import {
	clearTaskInstances,
	logicalMs,
	runsOf,
	selectForClear,
	type ClearChoice
} from '#lib/simulator/actions/clear.ts';
import { selectForState, setTaskState } from '#lib/simulator/actions/set-state.ts';
import type { Reply, Resource } from '#lib/simulator/call.ts';
import type { JsonSchema } from '#lib/simulator/json-schema.ts';
import { instancesOfTask } from '#lib/simulator/instance-lookup.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { runKey, taskKey, type DagRun, type World } from '#lib/simulator/world.ts';
import { formErrors, formTime, schemaProblem } from './form.ts';
import { badRequest, crash, isReply, notFound, ok } from './reply.ts';
import { rule, type V1Call } from './rule.ts';
import { showReferences } from './task-instance-shape.ts';

const flag: JsonSchema = { type: 'boolean' };
const text: JsonSchema = { type: 'string' };

const clearBody: JsonSchema = {
	properties: {
		dry_run: flag,
		task_ids: { type: 'array', items: text, minItems: 1 },
		start_date: text,
		end_date: text,
		only_failed: flag,
		only_running: flag,
		include_subdags: flag,
		include_parentdag: flag,
		reset_dag_runs: flag,
		dag_run_id: { type: 'string', nullable: true },
		include_upstream: flag,
		include_downstream: flag,
		include_future: flag,
		include_past: flag
	}
};

const stateBody: JsonSchema = {
	properties: {
		dry_run: flag,
		task_id: text,
		execution_date: text,
		dag_run_id: text,
		include_upstream: flag,
		include_downstream: flag,
		include_future: flag,
		include_past: flag,
		new_state: { type: 'string', enum: ['success', 'failed', 'skipped'] }
	}
};

/** @source airflow/api_connexion/endpoints/task_instance_endpoint.py */
export const bulkChanges = {
	'POST /dags/{dag_id}/clearTaskInstances': rule({
		role: 'user',
		query: {},
		body: clearBody,
		answer: clear
	}),
	'POST /dags/{dag_id}/updateTaskInstancesState': rule({
		role: 'user',
		query: {},
		body: stateBody,
		answer: updateState
	})
} satisfies Resource;

function clear(world: World, { param, form }: V1Call): Reply {
	const refusal = refuseClear(form);
	if (refusal) return refusal;
	const [from, to] = [formTime(form, 'start_date'), formTime(form, 'end_date')];
	if (isReply(from)) return from;
	if (isReply(to)) return to;
	const dag = world.dags.get(param('dag_id'));
	if (!dag) return notFound(`Dag id ${param('dag_id')} not found`);

	const choice: ClearChoice = {
		fromMs: from && from.ms + from.micros / 1000,
		toMs: to && to.ms + to.micros / 1000,
		taskIds: form.task_ids as string[] | undefined,
		upstream: form.include_upstream === true,
		downstream: form.include_downstream === true,
		onlyFailed: form.only_failed !== false,
		onlyRunning: form.only_running === true
	};
	if (typeof form.dag_run_id === 'string') {
		const run = world.runs.get(runKey(dag.dagId, form.dag_run_id));
		if (!run) return notFound(`Dag Run id ${form.dag_run_id} not found in dag ${dag.dagId}`);
		choice.fromMs = choice.toMs = logicalMs(run);
	}
	if (form.include_past === true) delete choice.fromMs;
	if (form.include_future === true) delete choice.toMs;
	const instances = selectForClear(world, dag, choice);
	if (form.dry_run === false) {
		clearTaskInstances(world, instances, { resetDagRuns: form.reset_dag_runs === true });
	}
	return ok(showReferences(world, instances));
}

/** @source airflow/api_connexion/schemas/task_instance_schema.py `ClearTaskInstanceFormSchema` */
function refuseClear(form: V1Call['form']): Reply | undefined {
	const fields = Object.keys(clearBody.properties ?? {});
	const errors = formErrors(form, Object.fromEntries(fields.map((name) => [name, {}])));
	if (errors) return badRequest(errors);
	const [from, to] = [formTime(form, 'start_date'), formTime(form, 'end_date')];
	if (isReply(from)) return from;
	if (isReply(to)) return to;
	if (form.only_failed !== false && form.only_running === true) {
		return schemaProblem('only_failed and only_running both are set to True');
	}
	if (from && to && from.ms > to.ms) return schemaProblem('end_date is sooner than start_date');
	if (typeof form.dag_run_id !== 'string' || form.dag_run_id === '') return undefined;
	const named =
		from && to ? '(start_date and end_date)' : from ? 'start_date' : to ? 'end_date' : undefined;
	return named && schemaProblem(`Exactly one of dag_run_id or ${named} must be provided`);
}

function updateState(world: World, { param, form }: V1Call): Reply {
	const required = { required: true };
	const errors = formErrors(form, {
		dry_run: {},
		task_id: required,
		execution_date: {},
		dag_run_id: {},
		include_upstream: required,
		include_downstream: required,
		include_future: required,
		include_past: required,
		new_state: required
	});
	const date = formTime(form, 'execution_date');
	if (isReply(date)) return date;
	if (errors) return badRequest(errors);
	if (!date === !form.dag_run_id) {
		return schemaProblem('Exactly one of execution_date or dag_run_id must be provided');
	}
	const dag = world.dags.get(param('dag_id'));
	if (!dag) return notFound(`Dag ID ${param('dag_id')} not found`);
	const taskId = String(form.task_id);
	if (!dag.tasks.some((task) => task.taskId === taskId)) {
		return notFound(`Task ID ${taskId} not found`);
	}
	if (date && dag.tasks.some((task) => task.taskId === taskId && task.expandsOver)) {
		// More than one row for one date: Airflow had asked for one or none.
		const among = runsOf(world, dag.dagId).filter(
			(run) => run.logicalDateMs === date.ms && run.logicalDateMicros === date.micros
		);
		const rows = among.flatMap(({ runId }) => instancesOfTask(world, dag.dagId, runId, taskId));
		if (rows.length > 1) return crash();
	}
	const isMeant = (run: DagRun) =>
		run.dagId === dag.dagId &&
		(date
			? run.logicalDateMs === date.ms && run.logicalDateMicros === date.micros
			: run.runId === form.dag_run_id) &&
		world.taskInstances.has(taskKey(run.dagId, run.runId, taskId));
	const run = runsOf(world, dag.dagId).find(isMeant);
	if (!run) {
		const where = date
			? `execution_date ${isoUtc(date.ms, date.micros).replace('T', ' ')}`
			: `DAG run with ID '${form.dag_run_id}'`;
		return notFound('Not Found', `Task instance not found for task '${taskId}' on ${where}`);
	}
	const choice = {
		run,
		taskId,
		state: form.new_state as 'success' | 'failed' | 'skipped',
		upstream: form.include_upstream === true,
		downstream: form.include_downstream === true,
		future: form.include_future === true,
		past: form.include_past === true
	};
	const change = form.dry_run === false ? setTaskState : selectForState;
	return ok(showReferences(world, change(world, dag, choice)));
}
