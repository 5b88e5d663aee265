import { describeSchemaError, schemaError } from '#lib/simulator/json-schema.ts';
import type { Dag } from '#lib/simulator/world.ts';

/**
 * What Airflow says when a run's conf does not fit the DAG's params; undefined when it does.
 * @source airflow/models/param.py `ParamsDict.validate`, `Param.resolve`
 */
export function paramProblem(dag: Dag, conf: Record<string, unknown>): string | undefined {
	for (const [name, param] of Object.entries(dag.params)) {
		const value = name in conf ? conf[name] : param.value;
		const error = schemaError(param.schema, value);
		if (error) return `Invalid input for param ${name}: ${describeSchemaError(error)}`;
	}
	return undefined;
}
