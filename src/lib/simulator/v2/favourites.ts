import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { deleteDag, hasRunningTasks } from '#lib/simulator/actions/delete-dag.ts';
import { favouriteKey, type World } from '#lib/simulator/world.ts';
import { noContent, notFound, refuse, uniqueViolation } from './reply.ts';

/** @source airflow/api_fastapi/core_api/routes/public/dags.py `favorite_dag`, `unfavorite_dag`, `delete_dag` */
export const favourites = {
	'POST /dags/{dag_id}/favorite': (world, call) =>
		withDag(world, call, (marked, key) => {
			if (marked.has(key)) return uniqueViolation(world);
			marked.add(key);
			return noContent();
		}),
	'POST /dags/{dag_id}/unfavorite': (world, call) =>
		withDag(world, call, (marked, key) =>
			marked.delete(key) ? noContent() : refuse(409, 'Dag is not marked as favorite')
		),
	'DELETE /dags/{dag_id}': (world, { param }) => {
		const dagId = param('dag_id');
		if (!world.dags.has(dagId)) return notFound(`Dag with id: ${dagId} was not found`);
		if (hasRunningTasks(world, dagId)) {
			return refuse(409, `Task instances of dag with id: '${dagId}' are still running`);
		}
		deleteDag(world, dagId);
		return noContent();
	}
} satisfies Resource;

export const isFavourite = (world: World, username: string, dagId: string) =>
	world.favourites?.has(favouriteKey(username, dagId)) ?? false;

function withDag(
	world: World,
	{ param, user }: Call,
	change: (marked: Set<string>, key: string) => Reply
): Reply {
	const dagId = param('dag_id');
	if (!world.dags.has(dagId)) return notFound(`Dag with id '${dagId}' not found`);
	return change((world.favourites ??= new Set()), favouriteKey(user?.username ?? '', dagId));
}
