import { testProgram } from './live.ts';

testProgram('2', process.env.AIRFLOW_V1_COMMAND);
