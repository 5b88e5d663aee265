import { portable, testOnAirflow } from './course.ts';

testOnAirflow(portable('v2', 'quick'), process.env.AIRFLOW_V2_URL);
