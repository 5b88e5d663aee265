import { answer } from '#lib/simulator/airflow.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import type { World } from '#lib/simulator/world.ts';

/** The value of a setting in the exercise's airflow.cfg, or Airflow's own. */
export const setting = (world: World, section: string, key: string): string =>
	settingOf(world, section, key).trim();

/** What the server would answer at this moment; asking leaves no trace in the world. */
export function wouldAnswer(
	world: World,
	method: string,
	path: string,
	headers: Record<string, string> = {}
): number {
	const request = { method, path, query: '', headers, body: '' };
	return answer(structuredClone(world), request, world.nowMs).status;
}

/** Whether a browser would let a page of this origin send requests of this kind, with a token and JSON. */
export const letsPage = (world: World, origin: string, method: string): boolean =>
	wouldAnswer(world, 'OPTIONS', '/api/v2/dags', {
		origin,
		'access-control-request-method': method,
		'access-control-request-headers': 'authorization,content-type'
	}) === 200;

/** Name and password as API v1 takes them. */
export const basic = (name: string, password = name) => ({
	authorization: `Basic ${btoa(`${name}:${password}`)}`
});
