import type { Resource } from '#lib/simulator/call.ts';
import { sourceOf } from '#lib/simulator/dag-source.ts';
import type { World } from '#lib/simulator/world.ts';
import { fileToken } from './dag-shape.ts';
import { forbidden, notFound, ok } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/{dag_source,dag_parsing}_endpoint.py */
export const dagSources = {
	'GET /dagSources/{file_token}': rule({
		role: 'viewer',
		query: {},
		answer(world, { param, request, dagFilter }) {
			const file = fileOf(world, param('file_token'));
			const content = file && sourceOf(world, file);
			if (content === undefined) return notFound('Dag source not found');
			if (!mayAll(world, file, dagFilter('GET'))) return forbidden();
			const accept = request.headers.accept ?? '*/*';
			const isText = /text\/plain|\*\/\*/.test(accept) && !/application\/json/.test(accept);
			if (!isText && !/application\/json/.test(accept)) {
				return { status: 406, headers: { 'content-type': 'text/html; charset=utf-8' } };
			}
			return isText
				? { status: 200, headers: { 'content-type': 'text/plain' }, body: content }
				: ok({ content });
		}
	}),
	'PUT /parseDagFile/{file_token}': rule({
		role: 'user',
		query: {},
		answer(world, { param, dagFilter }) {
			const file = fileOf(world, param('file_token'));
			if (file === undefined) return notFound('File not found');
			if (!mayAll(world, file, dagFilter('PUT'))) return forbidden();
			return { status: 201, headers: { 'content-type': 'text/html; charset=utf-8' } };
		}
	})
} satisfies Resource;

/** A file is shown only to those who may see every DAG in it. */
function mayAll(
	world: World,
	file: string | undefined,
	isAllowed: ((dagId: string) => boolean) | undefined
): boolean {
	if (!isAllowed) return true;
	const inFile = [...world.dags.values()].filter((dag) => dag.relativeFileloc === file);
	return inFile.every(({ dagId }) => isAllowed(dagId));
}

const fileOf = (world: World, token: string) =>
	[...world.dags.values()].find((dag) => fileToken(dag.fileloc) === token)?.relativeFileloc;
