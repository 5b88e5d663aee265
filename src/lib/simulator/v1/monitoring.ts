import type { Resource } from '#lib/simulator/call.ts';
import { health } from '#lib/simulator/heartbeats.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { Job } from '#lib/simulator/world-tables.ts';
import type { World } from '#lib/simulator/world.ts';
import { AIRFLOW_VERSION, ok } from './reply.ts';
import { rule } from './rule.ts';

/** @source airflow/api_connexion/endpoints/health_endpoint.py, version_endpoint.py */
export const monitoring = {
	'GET /health': rule({
		answer: (world) =>
			ok({
				// A process of its own only where `[scheduler] standalone_dag_processor` says so.
				dag_processor: { latest_dag_processor_heartbeat: null, status: null },
				metadatabase: { status: 'healthy' },
				scheduler: process(world, 'SchedulerJob', 'scheduler'),
				triggerer: process(world, 'TriggererJob', 'triggerer')
			})
	}),
	'GET /version': rule({ answer: () => ok({ git_version: '', version: AIRFLOW_VERSION }) })
} satisfies Resource;

function process(world: World, jobType: Job['jobType'], name: string) {
	const { status, beatMs } = health(world, jobType);
	return { status, [`latest_${name}_heartbeat`]: isoUtc(beatMs) };
}
