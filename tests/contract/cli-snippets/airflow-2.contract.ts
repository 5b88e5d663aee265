import { airflow2Cli } from '#lib/snippets/airflow-cli.ts';
import { cases2 } from './cases-2.ts';
import { schedulerMachine } from './machine.ts';
import { testProgram } from './test-program.ts';

const { AIRFLOW_V1_URL: url, AIRFLOW_V1_COMMAND: command, AIRFLOW_V1_HOME: home } = process.env;

testProgram(
	airflow2Cli,
	cases2,
	url && command && home ? () => schedulerMachine('v1', url, command, home) : undefined
);
