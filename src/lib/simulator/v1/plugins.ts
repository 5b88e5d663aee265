import type { Resource } from '#lib/simulator/call.ts';
import { checkLimit } from './collection.ts';
import { isReply, ok } from './reply.ts';
import { rule } from './rule.ts';

/** No plugin is installed. @source airflow/api_connexion/endpoints/plugin_endpoint.py */
export const plugins = {
	'GET /plugins': rule({
		role: 'op',
		query: { limit: 'integer', offset: 'offset' },
		answer(world, { args }) {
			const limit = checkLimit(args.number('limit'), world);
			return isReply(limit) ? limit : ok({ plugins: [], total_entries: 0 });
		}
	})
} satisfies Resource;
