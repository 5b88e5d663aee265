import type { RequestDraft } from '#lib/request/draft.ts';

export const OLD = 'scheduled__2026-01-02T00:00:00+00:00';
export const RUN = '/dags/{dag_id}/dagRuns/{dag_run_id}';

export const draft = (operation: string, rest: Partial<RequestDraft> = {}): RequestDraft => ({
	operation,
	path: {},
	query: {},
	headers: {},
	...rest
});
export const said = (body: unknown) => ({ body: JSON.stringify(body) });
export const of = (dag_id: string, more: Record<string, string> = {}) => ({
	path: { dag_id, ...more }
});
export const waiting = of('lost_pool', { dag_run_id: 'first' });
export const failed = of('broken_export', { dag_run_id: 'first', task_id: 'export' });

/** Its name, the request, and what has to be filled in by hand for the other API. */
export type Pair = [name: string, request: RequestDraft, filled?: Record<string, string>];
