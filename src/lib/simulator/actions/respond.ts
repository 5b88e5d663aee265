import { touch } from '#lib/simulator/agenda.ts';
import { taskKey, type TaskInstance, type World } from '#lib/simulator/world.ts';

export interface Answer {
	/** The answering user's name. */
	by: string;
	options: readonly string[];
	params: Record<string, unknown>;
}

/**
 * Writes a human's answer down; a task that waits for it is scheduled again. The question must be there.
 * @source airflow/api_fastapi/core_api/routes/public/hitl.py `update_hitl_detail`
 */
export function respond(world: World, instance: TaskInstance, answer: Answer): void {
	const { dagId, runId, taskId, mapIndex } = instance;
	const question = world.humanQuestions.get(taskKey(dagId, runId, taskId, mapIndex));
	if (!question) return;
	question.respondedMs = world.nowMs;
	question.respondedBy = answer.by;
	question.chosenOptions = [...answer.options];
	question.paramsInput = structuredClone(answer.params);
	if (instance.state !== 'awaiting_input' && instance.state !== 'deferred') return;
	instance.state = 'scheduled';
	instance.scheduledMs = world.nowMs;
	instance.isResumed = true;
	delete instance.dueMs;
	touch(world);
}
