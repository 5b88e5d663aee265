import type { Resource } from '#lib/simulator/call.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { ImportError } from '#lib/simulator/world-tables.ts';
import { fitsPattern, fitsPrefix, optionalText, page } from './filters.ts';
import { listing } from './listing.ts';
import { required } from './model.ts';
import { operation } from './operation.ts';
import { orderBy, type Columns } from './order.ts';
import { integer } from './readers.ts';
import { notFound, ok } from './reply.ts';

const columns: Columns<ImportError> = {
	id: { kind: 'number', value: ({ id }) => id },
	import_error_id: { kind: 'number', value: ({ id }) => id },
	timestamp: { kind: 'date', value: ({ atMs }) => atMs },
	filename: { kind: 'text', value: ({ filename }) => filename },
	bundle_name: { kind: 'text', value: ({ bundleName }) => bundleName },
	stacktrace: { kind: 'text', value: ({ stackTrace }) => stackTrace }
};

/** @source airflow/api_fastapi/core_api/routes/public/import_error.py */
export const importErrors = {
	'GET /importErrors': operation(
		{
			query: {
				...page,
				order_by: orderBy('id'),
				filename: optionalText,
				bundle_name: optionalText,
				filename_pattern: optionalText,
				filename_prefix_pattern: optionalText
			}
		},
		(world, _, { query }) =>
			listing({
				rows: [...world.importErrors.values()].filter(
					(error) =>
						(query.filename === null || query.filename === error.filename) &&
						(query.bundle_name === null || query.bundle_name === error.bundleName) &&
						fitsPattern(error.filename, query.filename_pattern) &&
						fitsPrefix(error.filename, query.filename_prefix_pattern)
				),
				columns,
				query,
				name: 'import_errors',
				show: importErrorShape
			})
	),
	'GET /importErrors/{import_error_id}': operation(
		{ path: { import_error_id: required(integer()) } },
		(world, _, { path: { import_error_id: id } }) => {
			const found = world.importErrors.get(id);
			return found
				? ok(importErrorShape(found))
				: notFound(`The ImportError with import_error_id: \`${id}\` was not found`);
		}
	)
} satisfies Resource;

const importErrorShape = ({ id, atMs, filename, bundleName, stackTrace }: ImportError) => ({
	import_error_id: id,
	timestamp: isoZ(atMs),
	filename,
	bundle_name: bundleName,
	stack_trace: stackTrace
});
