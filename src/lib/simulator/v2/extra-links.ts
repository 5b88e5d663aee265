import type { Resource } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { extraLinksOf } from '#lib/simulator/extra-links-of.ts';
import { optional } from './model.ts';
import { operation } from './operation.ts';
import { integer, nullable } from './readers.ts';
import { notFound, ok } from './reply.ts';
import { instanceOf } from './task-instances.ts';

const query = {
	map_index: optional(integer(), -1),
	try_number: optional(nullable(integer()), null)
};

/** @source airflow/api_fastapi/core_api/routes/public/extra_links.py */
export const extraLinks = {
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/links': operation(
		{ query },
		(world, call, { query: { map_index: index, try_number: wanted } }) => {
			const instance = instanceOf(world, call, index);
			if (!instance) return notFound('TaskInstance not found');
			const { dagId, taskId } = instance;
			if (!taskOf(world.dags.get(dagId), taskId)) {
				return notFound(`Task with ID = ${taskId} not found`);
			}
			const isPast = wanted !== null && wanted !== instance.tryNumber;
			if (isPast && !instance.history.some(({ tryNumber }) => tryNumber === wanted)) {
				return notFound(`TaskInstanceHistory not found for try_number=${wanted}`);
			}
			const links = extraLinksOf(world, instance);
			return ok({ extra_links: links, total_entries: Object.keys(links).length });
		}
	)
} satisfies Resource;
