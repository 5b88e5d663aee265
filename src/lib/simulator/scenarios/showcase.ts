import type { Scenario } from '#lib/simulator/create-world.ts';
import { course } from './course.ts';

import { showcaseDags } from './showcase-dags.ts';

/**
 * The course's DAGs and one for each thing that they leave out: the same as those of
 * tests/contract/airflow/dags, which the contract tests hold against this.
 */
export const showcase: Scenario = {
	...course,
	dags: [...course.dags, ...showcaseDags],
	assets: ['s3://shop/orders', 's3://shop/prices'],
	assetAliases: ['latest_prices'],
	importErrors: [
		{
			filename: 'windsock_broken.py',
			bundleName: 'dags-folder',
			stackTrace:
				'Traceback (most recent call last):\n  File "<frozen importlib._bootstrap>", line 241, in _call_with_frames_removed\n  File "/opt/airflow/dags/windsock_broken.py", line 3, in <module>\n    raise RuntimeError("no such warehouse")\nRuntimeError: no such warehouse\n'
		}
	],
	dagWarnings: [
		{
			dagId: 'lost_pool',
			warningType: 'non-existent pool',
			message: "Dag 'lost_pool' references non-existent pools: ['no_such_pool']"
		}
	]
};
