import type { Resource } from '#lib/simulator/call.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { AIRFLOW_VERSION, ok } from './reply.ts';
import { rule } from './rule.ts';

/** The scheduler beats every five seconds. */
const BEAT_MS = 5_000;

/** @source airflow/api_connexion/endpoints/health_endpoint.py, version_endpoint.py */
export const monitoring = {
	'GET /health': rule({
		answer(world) {
			const beats = Math.floor((world.nowMs - world.bornMs) / BEAT_MS);
			const idle = (name: string) => ({ [`latest_${name}_heartbeat`]: null, status: null });
			return ok({
				dag_processor: idle('dag_processor'),
				metadatabase: { status: 'healthy' },
				scheduler: {
					latest_scheduler_heartbeat: isoUtc(world.bornMs + beats * BEAT_MS),
					status: 'healthy'
				},
				triggerer: idle('triggerer')
			});
		}
	}),
	'GET /version': rule({ answer: () => ok({ git_version: '', version: AIRFLOW_VERSION }) })
} satisfies Resource;
