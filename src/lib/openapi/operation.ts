import type { OperationWire, ParameterPlace, ParameterWire } from '#lib/request/draft.ts';

/** The two REST APIs of Airflow: v1 is 2.x, v2 is 3.x. `other` is any foreign document. */
export type ApiName = 'v1' | 'v2' | 'other';

/** A JSON Schema as found in the document, `$ref`s kept (they point into `ApiDescription.schemas`). */
export type Schema = { [keyword: string]: unknown } | boolean;

export interface Parameter extends ParameterWire {
	in: ParameterPlace;
	required: boolean;
	schema: Schema;
	deprecated: boolean;
}

export interface RequestBody {
	required: boolean;
	/** Media type → schema, in the document's order. */
	content: Record<string, Schema>;
}

export interface ResponseShape {
	/** `200`, `404`, `default`. */
	status: string;
	content: Record<string, Schema>;
}

/** One operation, everything the form, Send, the snippets and the checks need. */
export interface Operation extends OperationWire {
	/** Method and path without the API's prefix, unique in a document: `GET /dags/{dag_id}`, `POST /auth/token`. */
	key: string;
	operationId: string;
	tag: string;
	deprecated: boolean;
	parameters: readonly Parameter[];
	body?: RequestBody;
	responses: readonly ResponseShape[];
	/** False for operations that answer without credentials. */
	secured: boolean;
}

/** What the lab keeps of an OpenAPI document: facts, no prose. */
export interface ApiDescription {
	api: ApiName;
	/** Airflow's version, `3.3.2`; for a foreign document its `info.version`. */
	version: string;
	title: string;
	operations: readonly Operation[];
	/** Component schemas by name; refs look like `#/components/schemas/Name`. */
	schemas: Record<string, Schema>;
}

/** The light row that the list and the search need; small enough to be in the first page. */
export interface OperationRow {
	key: string;
	method: string;
	path: string;
	operationId: string;
	tag: string;
	deprecated: boolean;
	/** Names of parameters and body fields, for search. */
	names: readonly string[];
}
