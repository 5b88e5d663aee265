import { testProgram } from './live.ts';

testProgram('3', process.env.AIRFLOW_V2_COMMAND);
