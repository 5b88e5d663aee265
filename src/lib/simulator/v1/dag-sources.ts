import type { Resource } from '#lib/simulator/call.ts';
import { sourceOf } from '#lib/simulator/dag-source.ts';
import type { World } from '#lib/simulator/world.ts';
import { fileToken } from './dag-shape.ts';
import { notFound, ok } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/{dag_source,dag_parsing}_endpoint.py */
export const dagSources = {
	'GET /dagSources/{file_token}': rule({
		role: 'viewer',
		query: {},
		answer(world, { param, request }) {
			const file = fileOf(world, param('file_token'));
			const content = file && sourceOf(world, file);
			if (content === undefined) return notFound('Dag source not found');
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
		answer: (world, { param }) =>
			fileOf(world, param('file_token')) === undefined
				? notFound('File not found')
				: { status: 201, headers: { 'content-type': 'text/html; charset=utf-8' } }
	})
} satisfies Resource;

const fileOf = (world: World, token: string) =>
	[...world.dags.values()].find((dag) => fileToken(dag.fileloc) === token)?.relativeFileloc;
