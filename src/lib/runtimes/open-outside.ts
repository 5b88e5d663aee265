import type { Header, HttpRequest } from '#lib/request/draft.ts';
import type { Send } from '#lib/request/exchange.ts';
import { runAirflowctlOver } from './airflowctl.ts';
import type {
	NoAnswer,
	OutAnswer,
	OutRequest,
	Outside,
	ProgramOutcome,
	ProgramRun
} from './outside.ts';

/** What the page lends to programs. */
export interface OutsidePorts {
	/** A control call of the simulated world: `exchange`, `program`, `advance`, `now`; gives its JSON. */
	lab(call: string, asks?: unknown, signal?: AbortSignal): Promise<unknown>;
	/** Sends to the learner's own server. */
	send: Send;
	/** Why the browser gave no answer, as one plain sentence. */
	diagnose(request: HttpRequest, error: unknown): Promise<string>;
	/** Asks the learner before something is written to their own Airflow. */
	confirm(request: Pick<OutRequest, 'method' | 'url'>): Promise<boolean>;
	/** Resolves after so many milliseconds. */
	wait(ms: number, signal?: AbortSignal): Promise<void>;
	/** Milliseconds since the epoch. */
	wallMs(): number;
}

/** Whom programs speak to. */
export type OutsideTarget =
	| {
			kind: 'simulator';
			/** Which `airflow` the machine has. */
			line: '2' | '3';
			/** Whether waiting moves the simulator's clock. */
			skipsWaits(): boolean;
	  }
	| {
			kind: 'own';
			baseUrl: string;
			/** Goes with requests to that server that carry none. */
			authorization: Header | undefined;
			token: string;
	  };

/** The simulated Airflow as programs know it. */
export const SIMULATOR_URL = 'http://localhost:8080';

const SOMEBODY: OutAnswer = { kind: 'answer', status: 200, reason: '', headers: [], body: '' };

/** The longest that a skipped wait takes. */
const SKIPPED_MS = 150;

/** The way out for programs that run in the page. */
export function openOutside(target: OutsideTarget, ports: OutsidePorts): Outside {
	const keyring = new Map<string, string>();

	const outside: Outside = {
		async exchange(request, signal) {
			const url = request.url.replace(/#.*$/s, '');
			const place = placeOf(url, target.kind === 'own' ? target.baseUrl : SIMULATOR_URL);
			if (place !== 'target') return { kind: 'none', why: place };
			if (request.method === 'CONNECT') return SOMEBODY;
			return target.kind === 'simulator'
				? ((await ports.lab('exchange', { ...request, url }, signal)) as OutAnswer)
				: sendOwn({ ...request, url }, target.authorization, ports, signal);
		},
		async program(run, signal) {
			if (run.program === 'airflowctl') return airflowctl(run, signal);
			if (target.kind === 'own') return noMachine();
			const { argv, env, stdin, files } = run;
			const asks = { line: target.line, argv, env, stdin, files: filesFor(run, files) };
			return (await ports.lab('program', asks, signal)) as ProgramOutcome;
		},
		async sleep(ms, signal) {
			if (target.kind === 'own' || !target.skipsWaits()) return ports.wait(ms, signal);
			await ports.lab('advance', { ms }, signal);
			return ports.wait(Math.min(ms, SKIPPED_MS), signal);
		},
		async nowMs() {
			if (target.kind === 'own') return ports.wallMs();
			return ((await ports.lab('now')) as { nowMs: number }).nowMs;
		}
	};

	const airflowctl = async (run: ProgramRun, signal?: AbortSignal) => {
		const own = target.kind === 'own' ? target : undefined;
		return runAirflowctlOver(run, {
			exchange: (request) => outside.exchange(request, signal),
			keyring,
			nowMs: await outside.nowMs(),
			...(own ? { server: { url: own.baseUrl, token: own.token } } : {})
		});
	};
	return outside;
}

/** Who would answer at an address: the target, nobody on that port, or nobody at all. */
export function placeOf(url: string, serverUrl: string): 'target' | NoAnswer {
	if (!URL.canParse(url)) return 'dns';
	const asked = new URL(url);
	const own = new URL(serverUrl);
	const isSame = asked.hostname === own.hostname;
	const isOwn = isSame || (isLocal(asked.hostname) && isLocal(own.hostname));
	if (!isOwn) return isLocal(asked.hostname) ? 'refused' : 'dns';
	if (portOf(asked) !== portOf(own)) return 'refused';
	if (asked.protocol === own.protocol) return 'target';
	// A server that waits for TLS hangs up on plain HTTP.
	return asked.protocol === 'https:' ? 'tls' : 'reset';
}

const portOf = ({ protocol, port }: URL) => port || (protocol === 'https:' ? '443' : '80');

const isLocal = (hostname: string) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

async function sendOwn(
	request: OutRequest,
	authorization: Header | undefined,
	{ send, diagnose, confirm }: OutsidePorts,
	signal?: AbortSignal
): Promise<OutAnswer> {
	const { method, url, body } = request;
	const isReading = ['GET', 'HEAD', 'OPTIONS'].includes(method);
	const isLogin = /\/auth\/token(\/cli)?$/.test(new URL(url).pathname);
	if (!isReading && !isLogin && !(await confirm({ method, url })))
		return { kind: 'none', why: 'denied' };
	const isSigned = request.headers.some(([name]) => name.toLowerCase() === 'authorization');
	const given = request.headers.filter(([name]) => !FORBIDDEN.test(name));
	const headers = isSigned || !authorization ? given : [authorization, ...given];
	const sent = { method, url, headers, ...(body === undefined ? {} : { body }) };
	try {
		const answer = await send(sent, { signal: signal ?? new AbortController().signal });
		const { status, statusText } = answer;
		const kept = answer.headers.filter(([name]) => name !== 'content-encoding');
		return { kind: 'answer', status, reason: statusText, headers: [...kept], body: answer.text };
	} catch (error) {
		if (signal?.aborted) throw error;
		return { kind: 'none', why: 'browser', detail: await diagnose(sent, error) };
	}
}

/** Headers that a browser writes itself. @source https://fetch.spec.whatwg.org/#forbidden-request-header */
const FORBIDDEN =
	/^(accept-(charset|encoding)|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|user-agent|via|proxy-.*|sec-.*)$/i;

const noMachine = (): ProgramOutcome => ({
	stdout: '',
	stderr:
		'windsock: `airflow` works on the machine where Airflow runs, and this page has no way there. ' +
		'Over the network: airflowctl or curl.\n',
	exitCode: 127,
	files: {}
});

/** Of the files those that the command names; of the other folders that they are there. */
function filesFor({ argv, env }: ProgramRun, files: ProgramRun['files']): Record<string, string> {
	const words = [...argv, ...Object.values(env)];
	const isNamed = (path: string) =>
		words.some((word) => word !== '' && path.endsWith(word.replace(/^(\.\/|--?[\w-]+=)/, '')));
	const chosen: Record<string, string> = {};
	const folders = new Set<string>();
	for (const [path, text] of Object.entries(files)) {
		const folder = path.replace(/\/[^/]*$/, '');
		if (isNamed(path)) chosen[path] = text;
		else if (folders.has(folder)) continue;
		else chosen[path] = '';
		folders.add(folder);
	}
	return chosen;
}
