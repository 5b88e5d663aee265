import type { Reply } from '#lib/simulator/call.ts';
import { Unreachable } from '#lib/simulator/cli/airflowctl-client.ts';
import { runAirflowctl } from '#lib/simulator/cli/airflowctl.ts';
import type { AskApi } from '#lib/simulator/cli/airflowctl-session.ts';
import type { World } from '#lib/simulator/world.ts';
import type { MadeRequest, OutAnswer, OutRequest, ProgramOutcome, ProgramRun } from './outside.ts';

export interface AirflowctlAround {
	exchange(request: OutRequest): Promise<OutAnswer>;
	/** Tokens of `auth login`; changed. */
	keyring: Map<string, string>;
	nowMs: number;
	/** Whom it speaks to without a login of its own. */
	server?: { url: string; token: string };
}

/**
 * Runs `airflowctl` against a server that answers later. The program waits for nothing: it is run again from the
 * start with one answer more, until it needs no other. It writes only once it has come to its end.
 */
export async function runAirflowctlOver(
	run: ProgramRun,
	around: AirflowctlAround
): Promise<ProgramOutcome> {
	const { argv, env, stdin } = run;
	const answers: (Reply | Unreachable)[] = [];
	const requests: MadeRequest[] = [];
	for (;;) {
		let at = 0;
		let missing: OutRequest | undefined;
		const ask: AskApi = (origin, { method, path, query, headers, body }) => {
			const known = answers[at++];
			if (known instanceof Unreachable) throw known;
			if (known) return known;
			missing ??= {
				method,
				url: `${origin}${path}${query === '' ? '' : `?${query}`}`,
				headers: Object.entries(headers),
				...(body === '' ? {} : { body })
			};
			throw new Error('No answer yet');
		};
		const before = { ...ownSettings(run, around), ...run.files };
		const files = new Map(Object.entries(before));
		const keyring = new Map(around.keyring);
		const given = around.server && !isLoggedIn(run) ? around.server.token : undefined;
		const outcome = attempt(() =>
			runAirflowctl(NO_WORLD, argv, {
				nowMs: around.nowMs,
				env: { ...(given ? { AIRFLOW_CLI_TOKEN: given } : {}), ...env },
				files,
				stdin,
				keyring,
				ask
			})
		);
		if (missing) {
			const answer = await around.exchange(missing);
			const status = answer.kind === 'answer' ? answer.status : 0;
			requests.push({ method: missing.method, url: missing.url, status });
			answers.push(replyOf(answer));
			continue;
		}
		if ('failed' in outcome) throw outcome.failed;
		for (const [key, value] of keyring) around.keyring.set(key, value);
		for (const key of around.keyring.keys()) if (!keyring.has(key)) around.keyring.delete(key);
		const written = [...files].filter(([path, text]) => before[path] !== text);
		return { ...outcome.done, files: Object.fromEntries(written), requests };
	}
}

/** All that is asked goes through `ask`. */
const NO_WORLD = {} as World;

function attempt<Result>(act: () => Result): { done: Result } | { failed: unknown } {
	try {
		return { done: act() };
	} catch (failed) {
		// Looked at by the caller, who knows whether an answer was missing.
		return { failed };
	}
}

const settingsPath = ({ env }: ProgramRun) =>
	`${env.AIRFLOW_HOME ?? `${env.HOME ?? '/root'}/airflow`}/${env.AIRFLOW_CLI_ENVIRONMENT ?? 'production'}.json`;

const isLoggedIn = (run: ProgramRun) =>
	settingsPath(run) in run.files || (run.env.AIRFLOW_CLI_TOKEN ?? '') !== '';

const ownSettings = (run: ProgramRun, { server }: AirflowctlAround): Record<string, string> =>
	server && !isLoggedIn(run)
		? { [settingsPath(run)]: JSON.stringify({ api_url: server.url }) }
		: {};

function replyOf(answer: OutAnswer): Reply | Unreachable {
	if (answer.kind === 'none') return new Unreachable(answer.why === 'reset' ? 'cut' : 'refused');
	const { status, headers, body } = answer;
	return { status, headers: Object.fromEntries(headers), ...(body === '' ? {} : { body }) };
}
