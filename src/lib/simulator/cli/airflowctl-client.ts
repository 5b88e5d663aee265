import { answer } from '#lib/simulator/airflow.ts';
import type { Reply } from '#lib/simulator/call.ts';
import { readCredentials, type Kind } from './airflowctl-credentials.ts';
import { isDict, repr } from './airflowctl-python.ts';
import { CommandFailure, Exit, Uncaught, type Session } from './airflowctl-session.ts';

/** A refusal that the API explained. @source airflowctl api/operations.py `ServerResponseError` */
export class Refusal extends Error {
	readonly status: number;
	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

/** No whole answer came. */
export class Unreachable extends Error {
	readonly reason: 'refused' | 'cut' | 'slow';
	constructor(reason: 'refused' | 'cut' | 'slow') {
		super(
			{
				refused: '[Errno 111] Connection refused',
				cut: 'Server disconnected without sending a response.',
				slow: 'timed out'
			}[reason]
		);
		this.reason = reason;
	}
}

/** One call, from `/api/v2/`, or from `/auth/` of a client that logs in. */
export interface ApiCall {
	method: string;
	/** With what its values hold, unescaped: a `?` in one begins a query. */
	path: string;
	query?: readonly (readonly [name: string, value: string])[];
	json?: unknown;
}

const TIMEOUT_MS = 5000;
const ORDINALS = ['1st', '2nd', '3rd'];
const VERSION = '0.1.5';

/** The API as the program calls it: with its token, three times when the server is in trouble. */
export class Client {
	readonly #session: Session;
	readonly #token: string | undefined;
	#base: string;

	/** @throws {CommandFailure} without credentials. */
	constructor(session: Session, kind: Kind, token?: string) {
		const given = token || session.env.AIRFLOW_CLI_TOKEN || undefined;
		const found = readCredentials(session, kind, kind === 'open' ? undefined : given);
		this.#session = session;
		this.#token = kind === 'open' ? undefined : (given ?? found.token);
		this.#base = '';
		this.aim(found.url ?? 'http://localhost:8080', kind);
	}

	/** Sends what follows to another server. */
	aim(url: string, kind: Kind): void {
		this.#base = `${url.replace(/\/+$/, '')}${kind === 'login' ? '/auth' : '/api/v2'}`;
	}

	/**
	 * What the API answers.
	 * @throws {Refusal | Unreachable | Uncaught}
	 */
	request(call: ApiCall): unknown {
		const tries = Number(this.#session.env.AIRFLOW_CLI_API_RETRIES ?? 3);
		for (let attempt = 1; ; attempt++) {
			try {
				return this.#once(call);
			} catch (cause) {
				if (!isWorthRetrying(cause) || attempt >= tries) throw cause;
				const count = ORDINALS[attempt - 1] ?? `${attempt}th`;
				this.#session.log(
					'warning',
					`Starting call to 'airflowctl.api.client.Client.request', this is the ${count} time calling it.`
				);
				this.#session.nowMs += 1000;
			}
		}
	}

	#once({ method, path, query, json }: ApiCall): unknown {
		const session = this.#session;
		const url = `${this.#base}/${escapePath(path.replace(/^\/+/, ''))}`;
		const [address = '', inPath = ''] = url.split(/\?(.*)/s);
		const search = [inPath, new URLSearchParams(query?.map((pair) => [...pair])).toString()];
		const { origin, pathname } = new URL(address);
		if (session.serverUrl !== undefined && new URL(session.serverUrl).origin !== origin)
			throw new Unreachable('refused');
		const request = {
			method,
			path: pathname,
			query: search.filter((part) => part !== '').join('&'),
			headers: {
				accept: '*/*',
				'user-agent': `apache-airflow-ctl/${VERSION} (Python/3.11.2)`,
				...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
				...(json === undefined ? {} : { 'content-type': 'application/json' })
			},
			body: json === undefined ? '' : JSON.stringify(json)
		};
		const { nowMs } = session;
		const reply = session.ask?.(origin, request, nowMs) ?? answer(session.world, request, nowMs);
		const whole = search.filter((part) => part !== '').join('&');
		return this.#read(reply, whole === '' ? address : `${address}?${whole}`);
	}

	#read(reply: Reply, url: string): unknown {
		const { status, body, delivery } = reply;
		if (delivery?.isDropped) throw new Unreachable('cut');
		if ((delivery?.delayMs ?? 0) > TIMEOUT_MS) throw new Unreachable('slow');
		const headers = new Map(
			Object.entries(reply.headers).map(([name, value]) => [name.toLowerCase(), value])
		);
		if (status >= 400 && headers.get('content-type') === 'application/json') {
			const said = typeof body === 'string' ? (JSON.parse(body) as unknown) : body;
			this.#session.log('warning', 'Server error ', said);
			throw new Refusal(status, status < 500 ? `Client error message: ${repr(said)}` : repr(said));
		}
		if (status < 200 || status >= 300) throw new StatusError(status, url, headers.get('location'));
		return typeof body === 'string' && body !== '' ? (JSON.parse(body) as unknown) : body;
	}
}

/** A token for a user's name and password. */
export function tokenFor(client: Client, username: string, password: string): string {
	const body = client.request({ method: 'POST', path: '/token/cli', json: { username, password } });
	const token = isDict(body) ? body.access_token : undefined;
	if (typeof token !== 'string') throw new Exit(1, 'access_token');
	return token;
}

/** What an operation of the API makes of an unreachable server. */
export function namingRefusal<Result>(call: () => Result): Result {
	try {
		return call();
	} catch (cause) {
		if (cause instanceof Unreachable && cause.reason === 'refused')
			throw new CommandFailure('Connection refused. Is the API server running?');
		throw cause;
	}
}

/** @source httpx `Response.raise_for_status` */
class StatusError extends Uncaught {
	readonly status: number;
	constructor(status: number, url: string, location: string | undefined) {
		const kind =
			status < 400 ? 'Redirect response' : status < 500 ? 'Client error' : 'Server error';
		const moved = location === undefined ? '' : `Redirect location: '${location}'\n`;
		super(
			'httpx.HTTPStatusError',
			`${kind} '${status} ${REASONS[status] ?? ''}' for url '${url}'\n${moved}For more information ` +
				`check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/${status}`
		);
		this.status = status;
	}
}

const REASONS: Readonly<Record<number, string>> = {
	302: 'Found',
	307: 'Temporary Redirect',
	404: 'Not Found',
	405: 'Method Not Allowed',
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	501: 'Not Implemented',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout'
};

const isWorthRetrying = (cause: unknown) =>
	cause instanceof Unreachable ||
	((cause instanceof Refusal || cause instanceof StatusError) && cause.status >= 500);

/** What httpx escapes in a path; escapes that are there already stay. */
const escapePath = (path: string) =>
	(path.split('#')[0] ?? '').replace(/[ "<>`{}]|[^!-~]|%(?![0-9a-fA-F]{2})/gu, encodeURIComponent);
