import type { RequestStep, SolutionStep } from './lesson.ts';

/** A mistake in the world of an exercise, what is said of it, and what ends it. */
export interface WhyCase {
	name: string;
	exercise: string;
	mistake: SolutionStep[];
	/** In English. */
	says: RegExp;
	mended: SolutionStep[];
}

export type More = Partial<Omit<RequestStep, 'operation'>>;
export const RUNS = '/dags/{dag_id}/dagRuns';
export const RUN = `${RUNS}/{dag_run_id}`;
const CLEAR = 'POST /dags/{dag_id}/clearTaskInstances';

export const send = (operation: string, more: More = {}): RequestStep => ({ operation, ...more });
export const trigger = (dag_id: string, body: object, more: More = {}): RequestStep =>
	send(`POST ${RUNS}`, { path: { dag_id }, body, ...more });
export const named = (dag_id: string, dag_run_id: string, more: More = {}) =>
	trigger(dag_id, { dag_run_id, logical_date: null }, more);
export const look = (dag_id: string, dag_run_id: string, more: More = {}): RequestStep =>
	send(`GET ${RUN}`, { path: { dag_id, dag_run_id }, ...more });
export const pause = (dag_id: string, is_paused: boolean, more: More = {}): RequestStep =>
	send('PATCH /dags/{dag_id}', { path: { dag_id }, body: { is_paused }, ...more });
export const clear = (dag_id: string, body: object): RequestStep =>
	send(CLEAR, { path: { dag_id }, body });

/** A run of production-morning with a plus in its name. */
export const DATED = 'scheduled__2026-11-22T01:10:00+00:00';
