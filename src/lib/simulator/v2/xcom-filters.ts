import type { XCom } from '#lib/simulator/world-tables.ts';
import { runKey, type World } from '#lib/simulator/world.ts';
import { boundsOf, fitsPattern, fitsPrefix, inRange, microsOf } from './filters.ts';
import { sortRows, type Columns, type Criterion } from './order.ts';
import type { XComQuery } from './xcoms.ts';

export const xcomColumns: Columns<XCom> = {
	key: { kind: 'text', value: ({ key }) => key },
	dag_id: { kind: 'text', value: ({ dagId }) => dagId },
	run_id: { kind: 'text', value: ({ runId }) => runId },
	task_id: { kind: 'text', value: ({ taskId }) => taskId },
	map_index: { kind: 'number', value: ({ mapIndex }) => mapIndex },
	timestamp: { kind: 'date', value: ({ atMs }) => atMs }
};

/** What the path leaves open, the query may ask for by pattern, range or map index. */
export function fitsXCom(world: World, xcom: XCom, query: XComQuery): boolean {
	const { dagId, runId, taskId, key, mapIndex } = xcom;
	if (
		!fitsPattern(key, query.xcom_key_pattern) ||
		!fitsPrefix(key, query.xcom_key_prefix_pattern) ||
		!fitsPattern(runId, query.run_id_pattern) ||
		!fitsPrefix(runId, query.run_id_prefix_pattern) ||
		!fitsPattern(taskId, query.task_id_pattern) ||
		!fitsPrefix(taskId, query.task_id_prefix_pattern)
	) {
		return false;
	}
	if (query.map_index_filter !== null && mapIndex !== query.map_index_filter) return false;
	const name = world.dags.get(dagId)?.displayName ?? dagId;
	const run = world.runs.get(runKey(dagId, runId));
	const logical = microsOf(run?.logicalDateMs, run?.logicalDateMicros);
	return (
		fitsPattern(name, query.dag_display_name_pattern) &&
		fitsPrefix(name, query.dag_display_name_prefix_pattern) &&
		inRange(logical, boundsOf(query, 'logical_date')) &&
		inRange(microsOf(run?.runAfterMs), boundsOf(query, 'run_after'))
	);
}

export function pageOfXComs(
	found: readonly XCom[],
	by: readonly Criterion<XCom>[],
	{ limit, offset }: { limit: number; offset: number }
): XCom[] {
	return sortRows(found, by).slice(offset, offset + limit);
}
