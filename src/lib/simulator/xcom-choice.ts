import type { XCom } from './world-tables.ts';
import { runKey, taskKey, xcomKey, type World } from './world.ts';

export interface XComChoice {
	/** `~` stands for all. */
	dagId: string;
	runId: string;
	taskId: string;
	mapIndex?: number | null | undefined;
	key?: string | null | undefined;
}

/** The XComs that were asked for, as they come. */
export function chooseXComs(world: World, choice: XComChoice): XCom[] {
	const { dagId, runId, taskId, mapIndex, key } = choice;
	if ([dagId, runId, taskId].every(isNamed) && typeof mapIndex === 'number' && key) {
		const one = world.xcoms.get(xcomKey(taskKey(dagId, runId, taskId, mapIndex), key));
		return one ? [one] : [];
	}
	const found: XCom[] = [];
	for (const xcom of world.xcoms.values()) {
		if (isNamed(dagId) && xcom.dagId !== dagId) continue;
		if (isNamed(runId) && xcom.runId !== runId) continue;
		if (isNamed(taskId) && xcom.taskId !== taskId) continue;
		if (typeof mapIndex === 'number' && xcom.mapIndex !== mapIndex) continue;
		if (typeof key === 'string' && xcom.key !== key) continue;
		if (!world.runs.has(runKey(xcom.dagId, xcom.runId))) continue;
		found.push(xcom);
	}
	return found;
}

/** Airflow's own order: DAG, task, run, map index, key. */
export const sortXComs = (xcoms: readonly XCom[]): XCom[] =>
	[...xcoms].sort(
		(a, b) =>
			compare(a.dagId, b.dagId) ||
			compare(a.taskId, b.taskId) ||
			compare(a.runId, b.runId) ||
			a.mapIndex - b.mapIndex ||
			compare(a.key, b.key)
	);

const isNamed = (word: string) => word !== '~';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
