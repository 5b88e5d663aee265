import {
	byKey,
	clearTaskInstances,
	logicalMs,
	selectForClear
} from '#lib/simulator/actions/clear.ts';
import { setRunState } from '#lib/simulator/actions/set-state.ts';
import { deleteRun } from '#lib/simulator/actions/delete-run.ts';
import type { Reply, Resource } from '#lib/simulator/call.ts';
import { runKey, type DagRun, type World } from '#lib/simulator/world.ts';
import { listRuns, listRunsBody, listRunsByForm, runsQuery } from './dag-run-lists.ts';
import { showRun } from './dag-run-shape.ts';
import { formErrors } from './form.ts';
import { badRequest, crash, noContent, notFound, ok, problem } from './reply.ts';
import { rule, type V1Call } from './rule.ts';
import { showReferences } from './task-instance-shape.ts';
import { triggerBody, triggerRun } from './trigger.ts';

/** @source airflow/api_connexion/endpoints/dag_run_endpoint.py */
export const dagRuns = {
	'GET /dags/{dag_id}/dagRuns': rule({ role: 'viewer', query: runsQuery, answer: listRuns }),
	'POST /dags/{dag_id}/dagRuns': rule({
		role: 'user',
		query: {},
		body: triggerBody,
		answer: triggerRun
	}),
	'POST /dags/~/dagRuns/list': rule({
		role: 'viewer',
		body: listRunsBody,
		answer: listRunsByForm
	}),
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}': rule({
		role: 'viewer',
		query: { fields: 'array' },
		answer(world, call) {
			const run = findRun(world, call);
			if (!run) return notFound('DAGRun not found', missingText(call));
			const shown = showRun(run);
			const fields = call.args.list('fields');
			const stray = fields?.find((field) => !(field in shown));
			if (stray !== undefined) {
				return problem(400, 'DAGRunSchema error', `${stray} not in DAGRunSchema`);
			}
			return ok(fields ? Object.fromEntries(fields.map((field) => [field, shown[field]])) : shown);
		}
	}),
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': rule({
		role: 'user',
		query: {},
		body: { properties: { state: { type: 'string', enum: ['success', 'failed', 'queued'] } } },
		answer(world, call) {
			const run = findRun(world, call);
			if (!run) return missingRun(call);
			const errors = formErrors(call.form, { state: {} });
			if (errors) return badRequest(errors);
			const state = call.form.state as 'success' | 'failed' | 'queued' | undefined;
			if (state === undefined) return crash();
			setRunState(world, run, state);
			return ok(showRun(run));
		}
	}),
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/setNote': rule({
		role: 'user',
		query: {},
		body: { properties: { note: { type: 'string' } } },
		answer(world, call) {
			const run = findRun(world, call);
			if (!run) return missingRun(call);
			const errors = formErrors(call.form, { note: { maxLength: 1000 } });
			if (errors) return badRequest(errors);
			if (!('note' in call.form)) return crash();
			run.note = String(call.form.note);
			return ok(showRun(run));
		}
	}),
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': rule({
		role: 'user',
		query: {},
		body: { properties: { dry_run: { type: 'boolean' } } },
		answer: clearRun
	}),
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}': rule({
		role: 'user',
		query: {},
		answer(world, call) {
			const run = findRun(world, call);
			if (!run) return notFound('Not Found', missingText(call));
			deleteRun(world, run);
			return noContent('application/json');
		}
	})
} satisfies Resource;

function clearRun(world: World, call: V1Call): Reply {
	const run = findRun(world, call);
	// The three spaces are Airflow's.
	if (!run) {
		return notFound(
			`Dag Run id ${call.param('dag_run_id')} not found in dag   ${call.param('dag_id')}`
		);
	}
	const errors = formErrors(call.form, { dry_run: {} });
	if (errors) return badRequest(errors);
	const dag = world.dags.get(run.dagId);
	const instances = dag
		? selectForClear(world, dag, { fromMs: logicalMs(run), toMs: logicalMs(run) }).sort(byKey)
		: [];
	if (call.form.dry_run !== false) return ok(showReferences(world, instances));
	clearTaskInstances(world, instances, { resetDagRuns: true });
	return ok(showRun(run));
}

const findRun = (world: World, { param }: V1Call): DagRun | undefined =>
	world.runs.get(runKey(param('dag_id'), param('dag_run_id')));

const missingText = ({ param }: V1Call) =>
	`DAGRun with DAG ID: '${param('dag_id')}' and DagRun ID: '${param('dag_run_id')}' not found`;

const missingRun = ({ param }: V1Call) =>
	notFound(`Dag Run id ${param('dag_run_id')} not found in dag ${param('dag_id')}`);
