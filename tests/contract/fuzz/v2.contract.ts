import { testByFuzzing } from './fuzz.ts';

testByFuzzing('v2', process.env.AIRFLOW_V2_URL ?? '');
