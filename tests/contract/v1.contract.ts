import { testAgainstRealServer } from './real-suite.ts';

testAgainstRealServer('v1', process.env.AIRFLOW_V1_URL ?? '');
