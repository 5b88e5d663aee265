import { touch } from '#lib/simulator/agenda.ts';
import { taskKey, type TaskInstance, type World } from '#lib/simulator/world.ts';

/** Removes a task instance with all that hangs on it: XComs, its question to a human, its stored states stay. */
export function deleteInstance(world: World, instance: TaskInstance): void {
	const { dagId, runId, taskId, mapIndex } = instance;
	const key = taskKey(dagId, runId, taskId, mapIndex);
	world.taskInstances.delete(key);
	for (const [name, xcom] of world.xcoms) {
		const isOurs = xcom.dagId === dagId && xcom.runId === runId;
		if (isOurs && xcom.taskId === taskId && xcom.mapIndex === mapIndex) world.xcoms.delete(name);
	}
	world.humanQuestions.delete(key);
	for (const { tryNumber } of instance.history) {
		world.humanQuestions.delete(`${key}\n${tryNumber}`);
	}
	touch(world);
}
