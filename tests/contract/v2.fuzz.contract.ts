import { testByFuzzing } from './fuzz/fuzz.ts';

testByFuzzing('v2', process.env.AIRFLOW_V2_URL ?? '');
