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
	return replyTo(world, method, path, headers).status;
}

const replyTo = (world: World, method: string, path: string, headers: Record<string, string>) =>
	answer(structuredClone(world), { method, path, query: '', headers, body: '' }, world.nowMs);

/** Whether a browser would let a page of this origin send requests of this kind, with a token and JSON. */
export const letsPage = (world: World, origin: string, method: string): boolean =>
	wouldAnswer(world, 'OPTIONS', '/api/v2/dags', {
		origin,
		'access-control-request-method': method,
		'access-control-request-headers': 'authorization,content-type'
	}) === 200;

/**
 * The same of Airflow 2, which says yes to every preflight: it is the browser that compares its headers, letter by
 * letter but for capitals in the names of headers.
 */
export function letsPageV1(world: World, origin: string, method: string): boolean {
	const { headers = {} } = replyTo(world, 'OPTIONS', '/api/v1/dags', { origin });
	const words = (name: string) =>
		(headers[`access-control-allow-${name}`] ?? '').split(',').map((word) => word.trim());
	const allowed = words('headers').map((name) => name.toLowerCase());
	return (
		[origin, '*'].includes(headers['access-control-allow-origin'] ?? '') &&
		// A browser asks no leave for the simple ones.
		(['GET', 'HEAD', 'POST'].includes(method) || words('methods').includes(method)) &&
		['authorization', 'content-type'].every((name) => allowed.includes(name))
	);
}

/** Name and password as API v1 takes them. */
export const basic = (name: string, password = name) => ({
	authorization: `Basic ${btoa(`${name}:${password}`)}`
});
