import { testAgainstRealServer } from './real-suite.ts';

testAgainstRealServer('v2', process.env.AIRFLOW_V2_URL ?? '');
