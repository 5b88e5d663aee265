import type { Resource } from '#lib/simulator/call.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { ImportError } from '#lib/simulator/world-tables.ts';
import { applySorting, checkLimit } from './collection.ts';
import { isReply, noSuchUrl, notFound, ok } from './reply.ts';
import { rule } from './rule.ts';

const FOLDER = '/opt/airflow/dags';

/** @source airflow/api_connexion/endpoints/import_error_endpoint.py */
export const importErrors = {
	'GET /importErrors': rule({
		role: 'viewer',
		query: { limit: 'integer', offset: 'offset', order_by: 'string' },
		answer(world, { args }) {
			const limit = checkLimit(args.number('limit'), world);
			if (isReply(limit)) return limit;
			const all = [...world.importErrors.values()];
			const sorted = applySorting(all, args.text('order_by') ?? 'import_error_id', {
				import_error_id: ({ id }) => id,
				timestamp: ({ atMs }) => atMs,
				filename: ({ filename }) => filename
			});
			if (isReply(sorted)) return sorted;
			const page = pageOf(sorted, limit, args.number('offset') ?? 0);
			return ok({ import_errors: page.map(show), total_entries: sorted.length });
		}
	}),
	'GET /importErrors/{import_error_id}': rule({
		role: 'viewer',
		query: {},
		answer(world, { param }) {
			const id = param('import_error_id');
			if (!/^\d+$/.test(id)) return noSuchUrl();
			const found = world.importErrors.get(Number(id));
			return found
				? ok(show(found))
				: notFound(
						'Import error not found',
						`The ImportError with import_error_id: \`${id}\` was not found`
					);
		}
	})
} satisfies Resource;

const show = ({ id, atMs, filename, stackTrace }: ImportError) => ({
	filename: `${FOLDER}/${filename}`,
	import_error_id: id,
	stack_trace: stackTrace,
	timestamp: isoUtc(atMs)
});
