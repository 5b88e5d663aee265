import type { Header } from '#lib/request/draft.ts';
import type { Reply } from '#lib/simulator/call.ts';
import { REASONS } from './wire.ts';

/** The status line's words and the headers as a program sees them on the wire. */
export interface ServerHead {
	reason: string;
	headers: Header[];
}

/**
 * What the real servers put around an answer: gunicorn for 2.x, uvicorn for 3.x.
 * @param sizeBytes of the body; undefined = not known yet, the answer is told piece by piece
 * @param nowMs virtual, milliseconds
 * @source asked of Airflow 2.11.2 and 3.3.2 with `curl -i`
 */
export function serverHead(
	path: string,
	{ status, headers }: Reply,
	sizeBytes: number | undefined,
	nowMs: number
): ServerHead {
	const date = new Date(nowMs).toUTCString();
	const given = Object.entries(headers).map(([name, value]): Header => [name.toLowerCase(), value]);
	const type = given.filter(([name]) => name === 'content-type');
	const rest = given.filter(([name]) => name !== 'content-type');
	const reason = REASONS[status] ?? '';
	if (!isOfAirflow2(path)) {
		const length: Header[] = sizeBytes === undefined ? [] : [['content-length', `${sizeBytes}`]];
		const around: Header[] = [
			['date', date],
			['server', 'uvicorn']
		];
		const varies = rest.some(([name]) => name === 'vary');
		const vary: Header[] = varies ? [] : [['vary', 'Accept-Encoding']];
		return { reason, headers: [...around, ...rest, ...length, ...type, ...vary] };
	}
	const length: Header[] = sizeBytes === undefined ? [] : [['Content-Length', `${sizeBytes}`]];
	const headersOf2: Header[] = [
		['Server', 'gunicorn'],
		['Date', date],
		['Connection', 'close'],
		...type.map(capital),
		...length,
		...rest.map(capital)
	];
	// Werkzeug shouts.
	return { reason: reason.toUpperCase(), headers: headersOf2 };
}

const isOfAirflow2 = (path: string) => /^\/(api\/v1|auth\/fab\/v1)(\/|$)/.test(path);

const capital = ([name, value]: Header): Header => [
	name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase()),
	value
];
