import type { Server } from './serve.ts';

const DAGS = 6;

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
		if ((await count('/dags')) !== DAGS) return false;
		if ((await count('/dags/nightly_sales/dagRuns')) === 0) return false;
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
