import { readFileSync } from 'node:fs';

/** An operation of a spec: its own words, and whether it takes a body. */
export interface SpecOperation {
	/** `GET /dags/{dag_id}`, from the API's root; what lies beside the API starts with `//`. */
	key: string;
	method: string;
	path: string;
	takesBody: boolean;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Everything a bundled spec declares, in its order. */
export function operationsOf(version: '2.11.2' | '3.3.2'): SpecOperation[] {
	const file = new URL(`../../../static/openapi/airflow-${version}.json`, import.meta.url);
	const spec = JSON.parse(readFileSync(file, 'utf8')) as {
		paths: Record<string, Record<string, { requestBody?: object }>>;
	};
	return Object.entries(spec.paths).flatMap(([fullPath, item]) =>
		METHODS.flatMap((verb) => {
			const operation = item[verb];
			if (!operation) return [];
			const method = verb.toUpperCase();
			const path = /^\/api\/v\d\//.test(fullPath)
				? fullPath.slice('/api/v1'.length)
				: `/${fullPath}`;
			const takesBody = operation.requestBody !== undefined;
			return [{ key: `${method} ${path}`, method, path, takesBody }];
		})
	);
}
