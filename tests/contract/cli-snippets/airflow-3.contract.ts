import { airflow3Cli, airflowctlCli } from '#lib/snippets/airflow-cli.ts';
import { cases3 } from './cases-3.ts';
import { casesCtl } from './cases-ctl.ts';
import { remoteMachine, schedulerMachine } from './machine.ts';
import { testProgram } from './test-program.ts';

const {
	AIRFLOW_V2_URL: url,
	AIRFLOW_V2_COMMAND: command,
	AIRFLOW_V2_HOME: home,
	AIRFLOWCTL: airflowctl
} = process.env;

testProgram(
	airflow3Cli,
	cases3,
	url && command && home ? () => schedulerMachine('v2', url, command, home) : undefined
);
// In the same file, for both change one server.
testProgram(
	airflowctlCli,
	casesCtl,
	url && airflowctl ? () => remoteMachine(url, airflowctl) : undefined
);
