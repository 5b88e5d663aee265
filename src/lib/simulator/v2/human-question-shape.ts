import { isoZ } from '#lib/simulator/time.ts';
import type { HumanQuestion } from '#lib/simulator/world-tables.ts';

/** @source airflow/api_fastapi/core_api/datamodels/hitl.py `BaseHITLDetail` */
export function questionShape(question: HumanQuestion, instance: object) {
	const { respondedBy: by } = question;
	const person = (name: string) => ({ id: name, name });
	return {
		options: question.options,
		subject: question.subject,
		body: question.body ?? null,
		defaults: question.defaults ?? null,
		multiple: question.multiple,
		params: Object.fromEntries(
			Object.entries(question.params).map(([name, { value, description, schema }]) => [
				name,
				{ value, description: description ?? null, schema, source: 'task' }
			])
		),
		assigned_users: question.assignedUsers.map(person),
		created_at: isoZ(question.createdMs),
		responded_by_user: by === undefined ? null : person(by),
		responded_at: isoZ(question.respondedMs),
		chosen_options: question.chosenOptions ?? null,
		params_input: question.paramsInput ?? {},
		response_received: question.respondedMs !== undefined,
		task_instance: instance
	};
}
