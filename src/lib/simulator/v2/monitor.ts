import type { Resource } from '#lib/simulator/call.ts';
import { health } from '#lib/simulator/heartbeats.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { Job } from '#lib/simulator/world-tables.ts';
import type { World } from '#lib/simulator/world.ts';
import { ok } from './reply.ts';

/** @source airflow/api_fastapi/core_api/routes/public/{monitor,version}.py */
export const monitor = {
	'GET /monitor/health': (world) =>
		ok({
			metadatabase: { status: 'healthy' },
			scheduler: process(world, 'SchedulerJob', 'scheduler'),
			triggerer: process(world, 'TriggererJob', 'triggerer'),
			dag_processor: process(world, 'DagProcessorJob', 'dag_processor')
		}),
	'GET /version': () =>
		ok({ version: '3.3.2', git_version: '.release:aa19d2dbb9ed187ec01957a92848d9b005e9ba9d' })
} satisfies Resource;

function process(world: World, jobType: Job['jobType'], name: string) {
	const { status, beatMs } = health(world, jobType);
	return { status, [`latest_${name}_heartbeat`]: isoUtc(beatMs) };
}
