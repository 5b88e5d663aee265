import type { World } from './world.ts';

const PARSE_EVERY_MS = 30_000;

/** When the DAG files were read last: every half a minute, as Airflow's default has it. */
export function parsedMs({ nowMs, bornMs }: World): number {
	return bornMs + Math.floor(Math.max(0, nowMs - bornMs) / PARSE_EVERY_MS) * PARSE_EVERY_MS;
}
