import { testByFuzzing } from './fuzz.ts';

testByFuzzing('v1', process.env.AIRFLOW_V1_URL ?? '');
