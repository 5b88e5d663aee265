import type { OutAnswer, OutRequest } from '#lib/runtimes/outside.ts';
import type { HttpieOptions } from './options.ts';

/** What HTTPie prints: the body alone where its output goes on, head and formatted body on a terminal. */
export function printed(
	{ method, url, headers, body }: OutRequest,
	answer: Extract<OutAnswer, { kind: 'answer' }>,
	{ switches, values }: HttpieOptions,
	isTerminal: boolean
): string {
	const what = whatToPrint(switches, values, isTerminal);
	const isFormatted = /^(all|format)$/.test(
		values.get('--pretty') ?? (isTerminal ? 'all' : 'none')
	);
	const target = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] || '/';
	const sent = `${method} ${target} HTTP/1.1\r\n${lines(headers)}\r\n`;
	const head = `HTTP/1.1 ${answer.status} ${answer.reason}\r\n${lines(answer.headers)}\r\n`;
	const shape = (text: string) => (isFormatted ? formatted(text) : text);
	const parts = [
		what.includes('H') ? sent : '',
		what.includes('B') && body ? `${shape(body)}\n\n` : '',
		what.includes('h') ? head : '',
		what.includes('b') ? shape(answer.body) : ''
	];
	const text = parts.join('');
	return isTerminal && text !== '' ? `${text.replace(/\r\n/g, '\n')}\n\n` : text;
}

function whatToPrint(
	switches: ReadonlySet<string>,
	values: ReadonlyMap<string, string>,
	isTerminal: boolean
): string {
	const given = values.get('--print');
	if (given !== undefined) return given;
	if (switches.has('--verbose')) return 'HBhb';
	if (switches.has('--headers')) return 'h';
	if (switches.has('--body')) return 'b';
	return isTerminal ? 'hb' : 'b';
}

const lines = (headers: readonly (readonly [string, string])[]) =>
	headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');

function formatted(text: string): string {
	try {
		return JSON.stringify(sorted(JSON.parse(text)), undefined, 4);
	} catch {
		// No JSON: as it came.
		return text;
	}
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([name, part]): [string, unknown] => [
		name,
		sorted(part)
	]);
	return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Why nothing came, as `requests` words it. */
export function complaintOf(
	{ why, detail }: Extract<OutAnswer, { kind: 'none' }>,
	{ method, url }: OutRequest,
	seconds: number
): string {
	const { hostname, port, protocol, pathname, search } = new URL(url);
	const at = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
	const pool = `HTTPConnectionPool(host='${hostname}', port=${at}): Max retries exceeded with url: ${pathname}${search}`;
	const connection = `HTTPConnection(host='${hostname}', port=${at})`;
	const doing = ` while doing a ${method} request to URL: ${url}`;
	if (why === 'timeout') return `Request timed out (${seconds}s).`;
	if (why === 'dns')
		return `ConnectionError: ${pool} (Caused by NameResolutionError("${connection}: Failed to resolve '${hostname}' ([Errno -2] Name or service not known)"))${doing}\nCouldn’t resolve the given hostname. Please check the URL and try again.`;
	if (why === 'reset')
		return `ConnectionError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))${doing}`;
	if (why === 'refused')
		return `ConnectionError: ${pool} (Caused by NewConnectionError("${connection}: Failed to establish a new connection: [Errno 111] Connection refused"))${doing}`;
	if (why === 'tls') return `SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number${doing}`;
	return `windsock: ${detail ?? 'you did not let this request go to your Airflow'}`;
}
