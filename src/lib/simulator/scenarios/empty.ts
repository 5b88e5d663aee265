import type { Scenario } from '#lib/simulator/create-world.ts';
import { course } from './course.ts';

/** An Airflow that was just set up: nobody has put a DAG into it yet. */
export const empty: Scenario = {
	dags: [],
	pools: course.pools,
	variables: [],
	users: course.users
};
