import type { Server } from './serve.ts';

/** The course's six and those of the showcase; only Airflow 3 can ask a human. */
const DAGS = { v1: 20, v2: 21 };
const JANUARY_RUNS = 3;

/** Healthy, with every DAG parsed and the first scheduled run over, so that nothing moves by itself. */
export async function isReady(server: Pick<Server, 'line' | 'url'>): Promise<boolean> {
	try {
		const root = `${server.url}/api/${server.line.api}`;
		const health = server.line.api === 'v1' ? '/health' : '/monitor/health';
		const { scheduler } = await ask<{ scheduler: { status: string } }>(root + health);
		if (scheduler.status !== 'healthy') return false;

		const headers = await credentials(server);
		const count = async (path: string) =>
			(await ask<{ total_entries: number }>(root + path, { headers })).total_entries;
		if ((await count('/dags')) !== DAGS[server.line.api]) return false;
		if ((await count('/dags/nightly_sales/dagRuns')) === 0) return false;
		if ((await count('/dags/january_history/dagRuns')) !== JANUARY_RUNS) return false;
		return (await count('/dags/~/dagRuns?state=queued&state=running')) === 0;
	} catch {
		// Not listening yet, or still at its beginnings: asked again until the patience ends.
		return false;
	}
}

async function credentials({ line, url }: Pick<Server, 'line' | 'url'>) {
	if (line.api === 'v1') return { authorization: `Basic ${btoa('admin:admin')}` };
	const { access_token } = await ask<{ access_token: string }>(`${url}/auth/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ username: 'admin', password: 'admin' })
	});
	return { authorization: `Bearer ${access_token}` };
}

async function ask<Body>(url: string, init: RequestInit = {}): Promise<Body> {
	const response = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
	if (!response.ok) throw new Error(`${response.status} from ${url}`);
	return (await response.json()) as Body;
}
