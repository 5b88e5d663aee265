/** Which snippets are programs that the page's Python can run, by their targets' ids. */
const RUNNABLE = ['python-requests', 'python-httpx', 'python-httpx-async', 'python-urllib'];

/** The official client that is bundled is the one for Airflow 3: of API v1 it knows nothing. */
export const isRunnable = (targetId: string, api: 'v1' | 'v2' | 'other'): boolean =>
	RUNNABLE.includes(targetId) || (targetId === 'python-client' && api === 'v2');
