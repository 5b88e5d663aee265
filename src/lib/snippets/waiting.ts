import { percentEncode } from '#lib/request/encode.ts';
import type { SnippetInput, SnippetWarning } from './target.ts';

/** What to ask after a request that starts something, until it has ended. */
export interface Waiting {
	/** A run ends by its `state`; a backfill, when `completed_at` is no longer null. */
	of: 'dagRun' | 'backfill';
	ids: StartedIds;
	/** GET this with one id, percent-encoded, after it; with {@link Waiting.dagInAnswer}, `{dag_id}/dagRuns/{id}`. */
	pollUrl: string;
	/** The request does not name the DAG: its `dag_id` stands beside the id in the answer. */
	dagInAnswer?: true;
	/** Backfills only: how many of its runs failed is the `total_entries` of this, with `created_at` after it. */
	failedUrl?: string;
}

/** Known from the request, or read from the answer: `{field}`, or `{list}[].{field}`, where ids may repeat. */
export type StartedIds =
	| { from: 'request'; ids: readonly string[] }
	| { from: 'answer'; field: 'dag_run_id' | 'id'; list?: 'task_instances' | 'dag_runs' };

/** How often and how long a snippet asks. Seconds; each pause is twice the one before, up to the longest. */
export const patience = { firstPause: 2, longestPause: 60, timeout: 3600 } as const;

/** @source airflow/utils/state.py, DagRunState; the other two states are `queued` and `running` */
export const finalStates = { good: 'success', bad: 'failed' } as const;

/**
 * What the request starts and how to see it end; else the warning that says why there is nothing to wait for.
 * A cleared run is asked for by its own state, so it must be reset together with its tasks.
 * @source the routes dag_run.py, backfills.py, assets.py, task_instances.py of Airflow 3.3, their schemas of 2.11
 */
export function waitingFor(input: SnippetInput): Waiting | SnippetWarning {
	const { operation, draft, api } = input;
	if (api === 'other' || !Object.hasOwn(starts, operation.key)) return { id: 'waits-for-nothing' };
	const start = starts[operation.key] as Start;
	const body = objectIn(draft.body);
	return start({ api, body, path: draft.path, baseUrl: apiBaseUrl(input) });
}

/** True when {@link waitingFor} found something to wait for. */
export function isWaiting(found: Waiting | SnippetWarning): found is Waiting {
	return 'of' in found;
}

interface Sent {
	api: 'v1' | 'v2';
	body: Record<string, unknown>;
	path: Record<string, string>;
	/** With the API's own prefix: `http://localhost:8080/api/v2`. */
	baseUrl: string;
}
type Start = (sent: Sent) => Waiting | SnippetWarning;

const starts: Readonly<Record<string, Start>> = {
	'POST /dags/{dag_id}/dagRuns': (sent) =>
		runs(sent, pathDag(sent), { from: 'answer', field: 'dag_run_id' }),
	'POST /assets/{asset_id}/materialize': (sent) =>
		runs(sent, '~', { from: 'answer', field: 'dag_run_id' }),
	'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}': (sent) =>
		sent.body.state === 'queued' ? ownRun(sent) : { id: 'waits-for-nothing' },
	'POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear': (sent) =>
		isDryRun(sent) ? { id: 'waits-dry-run' } : ownRun(sent),
	'POST /dags/{dag_id}/clearDagRuns': (sent) =>
		isDryRun(sent)
			? { id: 'waits-dry-run' }
			: runs(sent, pathDag(sent), { from: 'answer', list: 'dag_runs', field: 'dag_run_id' }),
	'POST /dags/{dag_id}/clearTaskInstances': (sent) => {
		if (isDryRun(sent)) return { id: 'waits-dry-run' };
		// 2.x resets the runs only when told to, 3.x unless told not to.
		const isReset = sent.body.reset_dag_runs ?? sent.api === 'v2';
		if (isReset !== true) return { id: 'waits-not-reset' };
		return runs(sent, pathDag(sent), {
			from: 'answer',
			list: 'task_instances',
			field: 'dag_run_id'
		});
	},
	'POST /backfills': ({ baseUrl, body }) => {
		const dag = typeof body.dag_id === 'string' ? percentEncode(body.dag_id) : '~';
		const query = 'run_type=backfill&state=failed&limit=1&updated_at_gte=';
		return {
			of: 'backfill',
			ids: { from: 'answer', field: 'id' },
			pollUrl: `${baseUrl}/backfills/`,
			failedUrl: `${baseUrl}/dags/${dag}/dagRuns?${query}`
		};
	}
};

function runs({ baseUrl }: Sent, dag: string, ids: StartedIds): Waiting {
	// `~` is no DAG to ask for one run of.
	if (dag === '~') return { of: 'dagRun', ids, pollUrl: `${baseUrl}/dags/`, dagInAnswer: true };
	return { of: 'dagRun', ids, pollUrl: `${baseUrl}/dags/${dag}/dagRuns/` };
}

function ownRun(sent: Sent): Waiting {
	return runs(sent, pathDag(sent), { from: 'request', ids: [sent.path.dag_run_id ?? ''] });
}

function pathDag({ path }: Sent): string {
	return percentEncode(path.dag_id ?? '');
}

// dry_run is true where it is not said. @source DAGRunClearBody, ClearTaskInstancesBody; in 2.x load_default=True
function isDryRun({ body }: Sent): boolean {
	return body.dry_run !== false;
}

// The operation's path tells how many segments of the URL are its own; what stands before them is the server.
function apiBaseUrl({ operation, request }: SnippetInput): string {
	const own = operation.key.slice(operation.key.indexOf(' ')).split('/').length - 1;
	return request.url
		.replace(/[?#].*$/s, '')
		.split('/')
		.slice(0, -own)
		.join('/');
}

function objectIn(text = ''): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	} catch {
		// Half-typed: what it does not say has its default.
		return {};
	}
}
