import type { ApiDescription, Operation, OperationRow, Schema } from './operation.ts';
import { asObject } from './json.ts';
import { flatten } from './resolve.ts';

/** The rows of the operation list, in the document's order. */
export function toRows(description: ApiDescription): OperationRow[] {
	return description.operations.map((operation) => ({
		key: operation.key,
		method: operation.method,
		path: operation.path,
		operationId: operation.operationId,
		tag: operation.tag,
		deprecated: operation.deprecated,
		names: namesOf(operation, description.schemas)
	}));
}

function namesOf({ parameters, body }: Operation, schemas: Record<string, Schema>): string[] {
	const fields = Object.values(body?.content ?? {}).flatMap((schema) => {
		const properties = asObject(flatten(schema, schemas).schema.properties);
		return Object.keys(properties).filter((name) => !isReadOnly(properties[name], schemas));
	});
	return [...new Set([...parameters.map(({ name }) => name), ...fields])];
}

function isReadOnly(schema: unknown, schemas: Record<string, Schema>): boolean {
	return flatten(schema, schemas).schema.readOnly === true;
}
