import type { Control } from '#lib/simulator/timeline/deed.ts';
import type { Act, Ask } from './symptom.ts';

/** A request as it leaves. */
export interface Outgoing {
	method: string;
	path: string;
	headers: Record<string, string>;
	body: string;
}

/** Status 0 = the connection broke, or the browser kept the answer back. */
export interface Answered {
	status: number;
	text: string;
}

/** Where acts are played: a simulated Airflow, in the page or in a test. */
export interface Stage {
	send(request: Outgoing): Promise<Answered>;
	control(what: Control): Promise<void>;
	/** Lets so much virtual time pass. */
	pass(ms: number): Promise<void>;
}

/** A request that was sent, and what came back. */
export interface Exchanged {
	ask: Ask;
	answer: Answered;
}

/** Plays acts one after the other on one stage; tokens are kept from play to play, as a script keeps its own. */
export function performer(stage: Stage): (acts: readonly Act[]) => Promise<Exchanged[]> {
	const tokens = new Map<string, string>();

	async function tokenOf(name: string): Promise<string> {
		const kept = tokens.get(name);
		if (kept !== undefined) return kept;
		const { text } = await stage.send({
			method: 'POST',
			path: '/auth/token',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ username: name, password: name })
		});
		const token = tokenIn(text);
		tokens.set(name, token);
		return token;
	}

	async function credentials(ask: Ask): Promise<Record<string, string>> {
		const { as = 'admin', authorization, path } = ask;
		if (authorization !== undefined) {
			const isFilled = authorization.includes('{token}');
			const filled = isFilled
				? authorization.replace('{token}', await tokenOf('admin'))
				: authorization;
			return { authorization: filled };
		}
		if (as === 'nobody' || path.startsWith('/auth/')) return {};
		if (path.startsWith('/api/v1')) return { authorization: `Basic ${btoa(`${as}:${as}`)}` };
		return { authorization: `Bearer ${await tokenOf(as)}` };
	}

	async function send(ask: Ask): Promise<Exchanged> {
		if (ask.logsInAgain) tokens.clear();
		const { method, path, body, contentType = 'application/json' } = ask;
		const hasType = body !== undefined && contentType !== '';
		const headers = {
			...(await credentials(ask)),
			...(hasType ? { 'content-type': contentType } : {})
		};
		const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
		return { ask, answer: await stage.send({ method, path, headers, body: text }) };
	}

	return async (acts) => {
		const exchanged: Exchanged[] = [];
		// Before anything is broken: a script, too, had its token when the trouble began.
		for (const act of acts) if (act.kind === 'ask' && !act.logsInAgain) await credentials(act);
		for (const act of acts) {
			if (act.kind === 'machine') await stage.control(act.control);
			else if (act.kind === 'wait') await stage.pass(act.ms);
			else exchanged.push(await send(act));
		}
		return exchanged;
	};
}

function tokenIn(text: string): string {
	const answer: unknown = JSON.parse(text);
	const token = (answer as { access_token?: unknown }).access_token;
	if (typeof token !== 'string') throw new TypeError('The simulated Airflow gave no token');
	return token;
}
