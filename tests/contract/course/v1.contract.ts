import { portable, testOnAirflow } from './course.ts';

testOnAirflow(portable('v1', 'quick'), process.env.AIRFLOW_V1_URL);
