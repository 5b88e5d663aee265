import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { sourceOf } from '#lib/simulator/dag-source.ts';
import { logV2 } from '#lib/simulator/event-log.ts';
import { askToParse } from '#lib/simulator/parsing-requests.ts';
import { mayCall } from './access.ts';
import { fileToken } from './dag-shape.ts';
import { optional } from './model.ts';
import { operation } from './operation.ts';
import { integer, nullable } from './readers.ts';
import { notFound, ok, refuse, uniqueViolation } from './reply.ts';
import type { World } from '#lib/simulator/world.ts';

/** @source airflow/api_fastapi/core_api/routes/public/{dag_sources,dag_parsing}.py */
export const dagSources = {
	'GET /dagSources/{dag_id}': operation(
		{ query: { version_number: optional(nullable(integer()), null) } },
		(world, call, { query: { version_number: asked } }) => {
			const format = formatOf(call);
			if (typeof format !== 'string') return format;
			const dagId = call.param('dag_id');
			const dag = world.dags.get(dagId);
			const version = world.dagVersions.findLast((one) => one.dagId === dagId)?.versionNumber ?? 1;
			const content = dag && (!asked || asked === version) && sourceOf(world, dag.relativeFileloc);
			if (!dag || typeof content !== 'string') {
				const number = asked ?? 'None';
				return notFound(
					`The source code of the Dag ${dagId}, version_number ${number} was not found`
				);
			}
			if (format === 'text') {
				const headers = { 'content-type': 'text/plain; charset=utf-8' };
				return { status: 200, headers, body: content };
			}
			return ok({
				content,
				dag_id: dagId,
				version_number: version,
				dag_display_name: dag.displayName ?? dagId
			});
		}
	),
	'PUT /parseDagFile/{file_token}': (world, { param, query, user }) => {
		const file = fileOf(world, param('file_token'));
		if (file === undefined) return notFound('File not found');
		if (!user || !mayCall(user, 'user')) return refuse(403, 'Forbidden');
		// Only here is the log written after the file was looked for.
		const params = { file_token: param('file_token') };
		const logged = { method: 'PUT', query, params, body: undefined, user: user.username };
		logV2(world, 'reparse_dag_file', logged);
		return askToParse(world, file) ? ok(null, 201) : uniqueViolation(world);
	}
} satisfies Resource;

function fileOf(world: World, token: string): string | undefined {
	const seen = new Set<string>();
	for (const dag of world.dags.values()) {
		if (seen.has(dag.relativeFileloc)) continue;
		if (fileToken(world, dag) === token) return dag.relativeFileloc;
		seen.add(dag.relativeFileloc);
	}
	return undefined;
}

function formatOf({ request }: Call): 'json' | 'text' | Reply {
	const accept = request.headers.accept || '*/*';
	if (accept.startsWith('*/*') || accept.startsWith('application/json')) return 'json';
	if (accept.startsWith('text/plain')) return 'text';
	return refuse(406, 'Only application/json or text/plain is supported');
}
