import type { Line } from '#lib/simulator/cli/airflow-core/command.ts';

/** How a traceback names Airflow's exception of that class: 3 moved the general one to its SDK. */
export const exceptionOf = (line: Line, name = 'AirflowException'): string =>
	line === '3' && name === 'AirflowException'
		? 'airflow.sdk.exceptions.AirflowException'
		: `airflow.exceptions.${name}`;
