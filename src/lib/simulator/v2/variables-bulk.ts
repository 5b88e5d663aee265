import type { Resource } from '#lib/simulator/call.ts';
import { bulk } from './bulk.ts';
import { addVariable, patchVariable, variableBody } from './variables.ts';

/** @source airflow/api_fastapi/core_api/services/public/variables.py `BulkVariableService` */
export const variablesBulk = {
	'PATCH /variables': bulk<typeof variableBody.fields>({
		model: variableBody,
		words: 'variables with these keys',
		nameOf: ({ values }) => values.key,
		table: (world) => world.variables,
		create: (world, body) => void addVariable(world, body),
		// As a whole: a description that is left out is null afterwards.
		overwrite: (world, { values, given }) =>
			void patchVariable(world, { values, given: new Set([...given, 'description']) }, []),
		patch: patchVariable
	})
} satisfies Resource;
