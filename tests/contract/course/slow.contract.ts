import { portable, testOnAirflow } from './course.ts';

testOnAirflow(portable('v1', 'slow'), process.env.AIRFLOW_V1_URL);
testOnAirflow(portable('v2', 'slow'), process.env.AIRFLOW_V2_URL);
