import type { Reply, Resource } from '#lib/simulator/call.ts';
import { sourceOf } from '#lib/simulator/dag-source.ts';
import { askToParse } from '#lib/simulator/parsing-requests.ts';
import { dumps } from '#lib/simulator/v2/python-repr.ts';
import type { World } from '#lib/simulator/world.ts';
import { bestMatch } from './accept.ts';
import { fileToken } from './dag-shape.ts';
import { forbidden, notFound } from './reply.ts';
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
			const type = bestMatch(request.headers.accept ?? '*/*', TYPES);
			if (type === undefined) return page(406, 'Not Allowed Accept Header');
			const body = type === 'text/plain' ? content : dumps({ content });
			return { status: 200, headers: { 'content-type': type }, body };
		}
	}),
	'PUT /parseDagFile/{file_token}': rule({
		role: 'user',
		query: {},
		answer(world, { param, dagFilter }) {
			const file = fileOf(world, param('file_token'));
			if (file === undefined) return notFound('File not found');
			if (!mayAll(world, file, dagFilter('PUT'))) return forbidden();
			return askToParse(world, file) ? page(201) : page(201, 'Duplicate request');
		}
	})
} satisfies Resource;

const TYPES = ['text/plain', 'application/json'] as const;

const page = (status: number, body?: string): Reply => ({
	status,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	...(body === undefined ? {} : { body })
});

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

function fileOf(world: World, token: string): string | undefined {
	const seen = new Set<string>();
	for (const { fileloc, relativeFileloc } of world.dags.values()) {
		if (seen.has(fileloc)) continue;
		if (fileToken(fileloc) === token) return relativeFileloc;
		seen.add(fileloc);
	}
	return undefined;
}
