import { expect, test } from 'vitest';
import { judge, placeOf, type Evidence } from './trouble.ts';

const PAGES = 'https://someone.github.io/windsock/ru/';
const LOCAL = 'http://localhost:4173/ru/';
const OWN = 'http://localhost:8080/api/v2/dags';

const evidence = (part: Partial<Evidence>): Evidence => ({
	pageUrl: LOCAL,
	requestUrl: OWN,
	errorName: 'TypeError',
	isOnline: true,
	localNetwork: 'unknown',
	probe: 'failed',
	...part
});

test.each<[string, Partial<Evidence>, string]>([
	['cancelled', { errorName: 'AbortError' }, 'aborted'],
	['too slow', { errorName: 'TimeoutError' }, 'timeout'],
	['no address', { requestUrl: 'localhost:8080/api' }, 'bad-url'],
	['an address of another kind', { requestUrl: 'ftp://host/' }, 'bad-url'],
	['no network', { isOnline: false, requestUrl: 'https://af.example/' }, 'offline'],
	['no network, but a server on this machine', { isOnline: false }, 'server-down-or-wrong-port'],
	[
		'https page, http server',
		{ pageUrl: PAGES, requestUrl: 'http://af.example/' },
		'mixed-content'
	],
	[
		'https page, http server at home',
		{ pageUrl: PAGES, requestUrl: 'http://10.0.0.5/' },
		'mixed-content'
	],
	['http page, http server', { requestUrl: 'http://af.example/' }, 'server-down-or-wrong-port'],
	['loopback is not mixed content', { pageUrl: PAGES, probe: 'answered' }, 'cors'],
	['local network refused', { pageUrl: PAGES, localNetwork: 'denied' }, 'local-network'],
	['local network not answered yet', { pageUrl: PAGES, localNetwork: 'prompt' }, 'local-network'],
	[
		'local network refused for a private address',
		{ pageUrl: PAGES, requestUrl: 'http://192.168.1.5:8080/', localNetwork: 'denied' },
		'local-network'
	],
	[
		'local network allowed',
		{ pageUrl: PAGES, localNetwork: 'granted' },
		'server-down-or-wrong-port'
	],
	['local page needs no permission', { localNetwork: 'denied' }, 'server-down-or-wrong-port'],
	['up, but not for this page', { probe: 'answered' }, 'cors'],
	['nobody there', { probe: 'failed' }, 'server-down-or-wrong-port'],
	['not probed', { probe: 'not-tried' }, 'unknown'],
	['the site itself', { requestUrl: 'http://localhost:4173/x' }, 'server-down-or-wrong-port']
])('%s', (_case, part, id) => {
	expect(judge(evidence(part))).toBe(id);
});

test.each([
	['localhost', 'loopback'],
	['airflow.localhost', 'loopback'],
	['127.0.0.1', 'loopback'],
	['[::1]', 'loopback'],
	['172.16.0.1', 'private'],
	['172.32.0.1', 'public'],
	['100.64.0.1', 'private'],
	['[fd00::1]', 'private'],
	['nas.local', 'private'],
	['10.example.com', 'public'],
	['127.0.0.1.example.com', 'public'],
	['airflow.example.com', 'public']
])('%s is %s', (host, place) => {
	expect(placeOf(host)).toBe(place);
});
