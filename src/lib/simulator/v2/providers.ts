import type { Resource } from '#lib/simulator/call.ts';
import { page } from './filters.ts';
import { operation } from './operation.ts';
import all from './providers.json' with { type: 'json' };
import { ok } from './reply.ts';

/** Those that a plain installation brings. @source airflow/api_fastapi/core_api/routes/public/providers.py */
export const providers = {
	'GET /providers': operation({ query: page }, (_, __, { query: { limit, offset } }) =>
		ok({ providers: all.slice(offset, offset + limit), total_entries: all.length })
	)
} satisfies Resource;
