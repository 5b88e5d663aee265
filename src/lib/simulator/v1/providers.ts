import type { Resource } from '#lib/simulator/call.ts';
import all from './providers.json' with { type: 'json' };
import { ok } from './reply.ts';
import { rule } from './rule.ts';

/** Those that a plain installation brings. @source airflow/api_connexion/endpoints/provider_endpoint.py */
export const providers = {
	'GET /providers': rule({
		role: 'op',
		answer: () => ok({ providers: all, total_entries: all.length })
	})
} satisfies Resource;
