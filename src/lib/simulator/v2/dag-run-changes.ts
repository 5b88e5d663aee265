import { deleteRun } from '#lib/simulator/actions/delete-run.ts';
import { setRunState } from '#lib/simulator/actions/set-state.ts';
import type { Resource } from '#lib/simulator/call.ts';
import { runKey } from '#lib/simulator/world.ts';
import { unknownRun } from './dag-runs.ts';
import { texts } from './filters.ts';
import { optional, type Model } from './model.ts';
import { operation } from './operation.ts';
import { nullable, oneOf, text } from './readers.ts';
import { noContent, notFound, ok, refuse } from './reply.ts';
import { dagRunShape } from './shapes.ts';
import { triggerBody, triggerRun } from './trigger.ts';

/** The states that a caller may set, and in which a run may be deleted. */
export const MUTABLE_STATES = ['queued', 'success', 'failed'] as const;

const patchFields = {
	state: optional(nullable(oneOf(MUTABLE_STATES)), null),
	note: optional(nullable(text(1000)), null)
};
const patchBody: Model<typeof patchFields> = { fields: patchFields };

/** @source airflow/api_fastapi/core_api/routes/public/dag_run.py */
export const dagRunChanges = {
	'POST /dags/{dag_id}/dagRuns': operation({ body: triggerBody }, (world, call, { body }) => {
		const dag = world.dags.get(call.param('dag_id'));
		if (!dag) return notFound(`Dag with dag_id: '${call.param('dag_id')}' not found`);
		return triggerRun(world, call, dag, body.values);
	}),
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': operation(
		{ query: { update_mask: texts }, body: patchBody },
		(world, { param }, { query: { update_mask: mask }, body: { values, given } }) => {
			const run = world.runs.get(runKey(param('dag_id'), param('dag_run_id')));
			if (!run) return unknownRun(param('dag_id'), param('dag_run_id'));
			const touches = (field: string) =>
				given.has(field) && (mask.length === 0 || mask.includes(field));
			if (touches('note')) setNote(run, values.note);
			if (touches('state') && values.state !== null) setRunState(world, run, values.state, true);
			return ok(dagRunShape(world, run));
		}
	),
	'DELETE /dags/{dag_id}/dagRuns/{dag_run_id}': (world, { param }) => {
		const run = world.runs.get(runKey(param('dag_id'), param('dag_run_id')));
		if (!run) return unknownRun(param('dag_id'), param('dag_run_id'));
		if (run.state === 'running') return refuse(409, notDeletable(run));
		deleteRun(world, run);
		return noContent();
	}
} satisfies Resource;

export const notDeletable = ({ dagId, runId }: { dagId: string; runId: string }) =>
	`The DagRun with dag_id: \`${dagId}\` and run_id: \`${runId}\` cannot be deleted in running state`;

/** An empty note takes the note away. */
export function setNote(target: { note?: string }, note: string | null): void {
	if (note === null || note === '') delete target.note;
	else target.note = note;
}
