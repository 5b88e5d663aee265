import type { Resource } from '#lib/simulator/call.ts';
import { page } from './filters.ts';
import { operation } from './operation.ts';
import { ok } from './reply.ts';

/** No plugin is installed. @source airflow/api_fastapi/core_api/routes/public/plugins.py */
export const plugins = {
	'GET /plugins': operation({ query: page }, () => ok({ plugins: [], total_entries: 0 })),
	'GET /plugins/importErrors': () => ok({ import_errors: [], total_entries: 0 })
} satisfies Resource;
