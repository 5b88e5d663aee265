import { openInstances, runToRead } from '#lib/simulator/past/past.ts';
import { runKey, type JournalEntry } from '#lib/simulator/world.ts';
import { code, fieldsOf, isTaken, requestOf } from './why-entry.ts';
import type { Rule, Sight } from './why-sight.ts';

const CLEAR = 'POST /dags/{dag_id}/clearTaskInstances';

/**
 * Operations whose body has a `dry_run` that is true unless it says otherwise.
 * @source apache-airflow 2.11 openapi/v1.yaml; 3.3 datamodels/task_instances.py, dag_run.py
 */
const REHEARSING: Readonly<Record<'v1' | 'v2', RegExp>> = {
	v1: /^POST .*\/(clear|clearTaskInstances|updateTaskInstancesState)$|^PATCH .*\/taskInstances\/\{task_id\}(\/\{map_index\})?$/,
	v2: /^POST .*\/(clear|clearTaskInstances|clearDagRuns)$/
};

/** The newest request that rehearses by default, when it was taken in. */
function rehearsing({ asked, exercise }: Sight): JournalEntry | undefined {
	return asked.findLast(
		(entry) =>
			entry.path.startsWith(`/api/${exercise.api}/`) &&
			REHEARSING[exercise.api].test(entry.operation ?? '') &&
			isTaken(entry)
	);
}

const dryRun: Rule = {
	heard: /dry|rehears/i,
	sees(sight) {
		const entry = rehearsing(sight);
		const fields = entry && fieldsOf(entry);
		if (!entry?.operation || !fields) return undefined;
		if (fields.dry_run !== undefined && fields.dry_run !== true) return undefined;
		const request = requestOf(entry);
		const [ru, en] =
			fields.dry_run === true
				? ['`"dry_run": true`', '`"dry_run": true`']
				: ['без dry_run, а по умолчанию он true', 'without dry_run, which is true by default'];
		return {
			ru: `${request} отправлен ${ru === en ? `с ${ru}` : ru}: сервер показал, что сделал бы, и ничего не изменил.`,
			en: `${request} was sent ${ru === en ? `with ${en}` : en}: the server showed what it would do and changed nothing.`
		};
	}
};

const nothingCleared: Rule = {
	heard: /nothing to clear|empty|no task/i,
	sees(sight) {
		const { asked, world } = sight;
		const entry = rehearsing(sight);
		const fields = entry && fieldsOf(entry);
		if (entry?.operation !== CLEAR || fields?.dry_run !== false) return undefined;
		const { dag_id: dagId = '' } = entry.params;
		const runId = typeof fields.dag_run_id === 'string' ? fields.dag_run_id : undefined;
		if (runId !== undefined && !runToRead(world, runKey(dagId, runId))) return undefined;
		// With a run its instances go, and with them the trace of a clear.
		if (asked.some((one) => one.method === 'DELETE' && isTaken(one))) return undefined;
		const wasCleared = [...openInstances(world)].some(
			(one) =>
				one.dagId === dagId &&
				(runId === undefined || one.runId === runId) &&
				one.history.length > 0
		);
		if (wasCleared) return undefined;
		const takesFailed = fields.only_failed === undefined || fields.only_failed === true;
		return {
			ru: `Очистка ${code(runId ?? dagId)} ни одной задачи не взяла: ни у одной нет прежней попытки.${takesFailed ? ' Отбирались только упавшие: only_failed по умолчанию true.' : ''}`,
			en: `The clear of ${code(runId ?? dagId)} took no task: none has an earlier try.${takesFailed ? ' Only failed ones were selected: only_failed is true by default.' : ''}`
		};
	}
};

export const clearRules: readonly Rule[] = [dryRun, nothingCleared];
