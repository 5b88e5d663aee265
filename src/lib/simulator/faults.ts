import type { Delivery, Reply, ServerRequest } from './call.ts';
import type { World } from './world.ts';

export const FAULT_KINDS = [
	'latency',
	'429',
	'500',
	'502',
	'503',
	'504',
	'drop',
	'slow-body'
] as const;

/** Something that goes wrong on the way to the API or in front of it. */
export interface Fault {
	kind: (typeof FAULT_KINDS)[number];
	/** For how many requests more; left out = until it is taken away. */
	times?: number;
	/** Only requests of this method, and whose path holds this text. */
	method?: string;
	path?: string;
	/** Of `latency` and `slow-body`, milliseconds. */
	ms?: number;
	/** Of `429` and `503`: seconds in `Retry-After`. */
	retryAfterS?: number;
}

/** What a fault makes of one request: an answer of its own, or only another way of delivering. */
export interface Trouble {
	reply?: Reply;
	delivery: Delivery;
}

/** The first fault that concerns the request, used up by one. */
export function takeFault(world: World, request: ServerRequest): Trouble | undefined {
	const fault = world.faults?.find(
		({ method, path, times }) =>
			times !== 0 &&
			(method === undefined || method === request.method) &&
			(path === undefined || request.path.includes(path))
	);
	if (!fault) return undefined;
	if (fault.times !== undefined) fault.times--;
	switch (fault.kind) {
		case 'latency':
			return { delivery: { delayMs: fault.ms ?? 3000 } };
		case 'slow-body':
			return { delivery: { spreadMs: fault.ms ?? 5000 } };
		case 'drop':
			return { reply: { status: 0, headers: {} }, delivery: { isDropped: true } };
		default:
			return { reply: gatewayPage(fault), delivery: {} };
	}
}

const TITLES: Record<string, string> = {
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Temporarily Unavailable',
	504: 'Gateway Time-out'
};

/** As a reverse proxy in front of Airflow words it: such answers are not Airflow's own. */
function gatewayPage({ kind, retryAfterS }: Fault): Reply {
	const title = `${kind} ${TITLES[kind] ?? ''}`;
	const line = `<center><h1>${title}</h1></center>`;
	return {
		status: Number(kind),
		headers: {
			'content-type': 'text/html',
			...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) })
		},
		body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n${line}\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`
	};
}
