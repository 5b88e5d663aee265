import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { sourceOf } from '#lib/simulator/dag-source.ts';
import { mayCall } from './access.ts';
import { dagShape } from './dag-shape.ts';
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
			const content =
				dag && (asked === null || asked === version) && sourceOf(world, dag.relativeFileloc);
			if (!dag || typeof content !== 'string') {
				const number = asked === null ? 'None' : asked;
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
	'PUT /parseDagFile/{file_token}': (world, { param, user }) => {
		const token = param('file_token');
		const file = [...world.dags.values()].find((dag) => dagShape(world, dag).file_token === token);
		if (!file) return notFound('File not found');
		if (!mayCall(user, 'user')) return refuse(403, 'Forbidden');
		const asked = (world.parsingAsked ??= []);
		if (isAsked(world, file.relativeFileloc)) return uniqueViolation(world);
		asked.push({ file: file.relativeFileloc, atMs: world.nowMs });
		return ok(null, 201);
	}
} satisfies Resource;

/** A request waits until the files are read again, some seconds later. */
const READ_AGAIN_MS = 5_000;

const isAsked = (world: World, file: string) =>
	world.parsingAsked?.some((one) => one.file === file && world.nowMs - one.atMs < READ_AGAIN_MS);

function formatOf({ request }: Call): 'json' | 'text' | Reply {
	const accept = request.headers.accept ?? '*/*';
	if (accept.startsWith('*/*') || accept.startsWith('application/json')) return 'json';
	if (accept.startsWith('text/plain')) return 'text';
	return refuse(406, 'Only application/json or text/plain is supported');
}
