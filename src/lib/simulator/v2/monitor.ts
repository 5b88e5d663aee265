import type { Resource } from '#lib/simulator/call.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import type { World } from '#lib/simulator/world.ts';
import { ok } from './reply.ts';

const HEARTBEAT_MS = 5_000;

/** @source airflow/api_fastapi/core_api/routes/public/{monitor,version}.py */
export const monitor = {
	'GET /monitor/health': (world) =>
		ok({
			metadatabase: { status: 'healthy' },
			scheduler: { status: 'healthy', latest_scheduler_heartbeat: lastBeat(world) },
			triggerer: { status: null, latest_triggerer_heartbeat: null },
			dag_processor: { status: 'healthy', latest_dag_processor_heartbeat: lastBeat(world) }
		}),
	'GET /version': () =>
		ok({ version: '3.3.2', git_version: '.release:aa19d2dbb9ed187ec01957a92848d9b005e9ba9d' })
} satisfies Resource;

function lastBeat(world: World): string {
	const sinceBirthMs = world.nowMs - world.bornMs;
	return isoUtc(world.bornMs + Math.floor(sinceBirthMs / HEARTBEAT_MS) * HEARTBEAT_MS);
}
