import type { HttpRequest } from '#lib/request/draft.ts';
import { corsMend, type Mend } from './cors-mend.ts';
import { isSimulatorUrl, siteBase } from './site.ts';
import { pageKeep } from './worlds.ts';
import { httpUrl, judge, placeOf, type Evidence, type TroubleId } from './trouble.ts';

export interface Diagnosis {
	id: TroubleId;
	/** `origin`: the server's; `page`: this page's. */
	values: Record<string, string>;
	/** For `cors`: what to paste on the server. */
	mend?: readonly Mend[];
}

const PROBE_MS = 5000;

/** Finds out, as far as a page may know, why a request got no answer. `error` is what Send threw. */
export async function diagnose(request: HttpRequest, error: unknown): Promise<Diagnosis> {
	const target = httpUrl(request.url);
	const simulated = await simulatedTrouble(request.url);
	const before: Evidence = {
		pageUrl: location.href,
		requestUrl: request.url,
		errorName: error instanceof Error ? error.name : '',
		isOnline: navigator.onLine,
		localNetwork: target ? await localNetworkPermission(target) : 'unknown',
		probe: 'not-tried',
		...(simulated ? { simulated } : {})
	};
	// Only what is still open is worth another request.
	const isOpen = judge(before) === 'unknown' || judge(before) === 'local-network';
	const evidence: Evidence =
		isOpen && target ? { ...before, probe: await probe(target.origin) } : before;
	const id = judge(evidence);
	const values = { origin: target?.origin ?? request.url, page: location.origin };
	return id === 'cors'
		? { id, values, mend: corsMend(location.origin, apiOf(request.url)) }
		: { id, values };
}

/** What became of the latest request to one of this site's simulated servers. */
async function simulatedTrouble(url: string): Promise<Evidence['simulated']> {
	if (!isSimulatorUrl(url)) return undefined;
	const name = new URL(url).pathname.slice(`${siteBase()}/airflow/`.length).split('/', 1)[0] ?? '';
	const kept = await (await pageKeep()).read(name);
	const latest = kept?.life.world.journal.at(-1);
	if (latest?.blocked) return latest.blocked;
	return latest?.status === 0 ? 'dropped' : undefined;
}

/** Asks the server's root for an answer this page may not read: none comes when nobody is there. */
async function probe(origin: string): Promise<Evidence['probe']> {
	try {
		await fetch(`${origin}/`, {
			mode: 'no-cors',
			cache: 'no-store',
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			signal: AbortSignal.timeout(PROBE_MS)
		});
		return 'answered';
	} catch {
		// No answer is the finding.
		return 'failed';
	}
}

/** @source https://wicg.github.io/local-network-access/#permission-prompts */
async function localNetworkPermission(target: URL): Promise<Evidence['localNetwork']> {
	const place = placeOf(target.hostname);
	if (place === 'public' || !('permissions' in navigator)) return 'unknown';
	const newer = place === 'loopback' ? 'loopback-network' : 'local-network';
	for (const name of [newer, 'local-network-access']) {
		try {
			return (await navigator.permissions.query({ name: name as PermissionName })).state;
		} catch {
			// This browser does not know the permission by this name.
		}
	}
	return 'unknown';
}

/** Only 2.x has `/api/v1`; everything else, `/auth/token` too, is 3.x. */
const apiOf = (url: string): 'v1' | 'v2' => (/\/api\/v1(\/|$|\?)/.test(url) ? 'v1' : 'v2');
