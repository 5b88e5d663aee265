import type { Resource } from '#lib/simulator/call.ts';
import { bulk } from './bulk.ts';
import { addConnection, connectionBody, patchConnection } from './connections.ts';

/** @source airflow/api_fastapi/core_api/services/public/connections.py `BulkConnectionService` */
export const connectionsBulk = {
	'PATCH /connections': bulk<typeof connectionBody.fields>({
		model: connectionBody,
		words: 'connections with these connection_ids',
		nameOf: ({ values }) => values.connection_id,
		table: (world) => world.connections,
		create: (world, body) => void addConnection(world, body),
		overwrite: (world, body) => void patchConnection(world, body, []),
		isBlindToNew: true,
		// The mask of an action is not looked at.
		patch: (world, body) => patchConnection(world, body, [])
	})
} satisfies Resource;
