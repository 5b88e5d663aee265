export type TroubleId =
	| 'aborted'
	| 'timeout'
	| 'bad-url'
	| 'offline'
	| 'mixed-content'
	| 'local-network'
	| 'cors'
	| 'simulated-break'
	| 'server-down-or-wrong-port'
	| 'unknown';

/** What can be found out about a request that got no answer. */
export interface Evidence {
	pageUrl: string;
	requestUrl: string;
	/** `name` of what was thrown: `AbortError`, `TimeoutError`, `TypeError`. */
	errorName: string;
	isOnline: boolean;
	/** State of the browser's permission to reach local networks; `unknown` = it has no such permission. */
	localNetwork: PermissionState | 'unknown';
	/** Whether a request that may not read its answer got one from the same origin. */
	probe: 'answered' | 'failed' | 'not-tried';
	/** What the simulated server did on purpose, when it was one. */
	simulated?: 'cors' | 'dropped';
}

/** The likeliest reason, most certain evidence first. */
export function judge(evidence: Evidence): TroubleId {
	const { pageUrl, requestUrl, errorName, isOnline, localNetwork, probe, simulated } = evidence;
	if (errorName === 'AbortError') return 'aborted';
	if (errorName === 'TimeoutError') return 'timeout';
	if (simulated) return simulated === 'cors' ? 'cors' : 'simulated-break';
	const target = httpUrl(requestUrl);
	if (!target) return 'bad-url';
	const page = new URL(pageUrl);
	if (page.origin === target.origin) return isOnline ? 'server-down-or-wrong-port' : 'offline';

	const place = placeOf(target.hostname);
	if (!isOnline && place !== 'loopback') return 'offline';
	if (isBlockedAsMixed(page, target, localNetwork)) return 'mixed-content';
	if (probe === 'answered') return 'cors';
	const crossesInward = place !== 'public' && placeOf(page.hostname) === 'public';
	if (crossesInward && (localNetwork === 'denied' || localNetwork === 'prompt')) {
		return 'local-network';
	}
	return probe === 'failed' ? 'server-down-or-wrong-port' : 'unknown';
}

/**
 * Whether an https page may not ask this http target at all. Loopback is let through; Chromium lets
 * private addresses through too once the learner allows the local network.
 * @source https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
 * @source https://wicg.github.io/local-network-access/#mixed-content
 */
function isBlockedAsMixed(page: URL, target: URL, localNetwork: Evidence['localNetwork']): boolean {
	if (page.protocol !== 'https:' || target.protocol !== 'http:') return false;
	const place = placeOf(target.hostname);
	if (place === 'loopback') return false;
	return place === 'public' || localNetwork === 'unknown';
}

/** A name says nothing of where it leads, unless it is one of the local ones. */
export function placeOf(hostname: string): 'loopback' | 'private' | 'public' {
	const host = hostname.toLowerCase();
	if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
	if (host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)) return 'loopback';
	if (host.endsWith('.local')) return 'private';
	if (/^\[f[cd]|^\[fe[89ab]/.test(host)) return 'private';
	const isPrivate =
		/^(10\.\d+|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.\d+\.\d+$/;
	return isPrivate.test(host) ? 'private' : 'public';
}

export function httpUrl(text: string): URL | undefined {
	if (!URL.canParse(text)) return undefined;
	const url = new URL(text);
	return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}
