import { type Answer, type RawAnswer, normalise } from './compare.ts';
import {
	type Api,
	type Caller,
	LAST_FILE,
	LAST_RUN,
	LAST_TOKEN,
	NONCE,
	type Step
} from './cases/case.ts';

/** A request as it goes out, on its way to a real server or to the simulator. */
export interface Outgoing {
	method: string;
	/** From the server's root, with its query. */
	path: string;
	headers: Record<string, string>;
	body?: string;
}

/** A server that cases are played on. */
export interface Stage {
	api: Api;
	send(request: Outgoing): Promise<RawAnswer>;
	/** Lets a moment pass; `false` when the patience for one `until` is spent after so many moments. */
	wait(moments: number): Promise<boolean>;
	/** Tokens of callers, kept by whoever plays. */
	tokens: Map<Caller, string>;
}

/**
 * Plays the steps in order and gives the masked answers of those that count.
 *
 * @throws {Error} when an `until` does not come true, or the server cannot be reached.
 */
export async function play(steps: Step[], stage: Stage, nonce: string): Promise<Answer[]> {
	const answers: Answer[] = [];
	const words = new Map([[NONCE, nonce]]);
	try {
		for (const step of steps.filter(({ tidies }) => !tidies)) {
			const answer = await ask(step, stage, words);
			const runId = /"dag_run_id": ?"(.*?)"/.exec(answer.text)?.[1];
			if (runId !== undefined) words.set(LAST_RUN, encodeURIComponent(runId));
			const file = /"file_token": ?"(.*?)"/.exec(answer.text)?.[1];
			if (file !== undefined) words.set(LAST_FILE, file);
			const id = /"id": ?(\d+)/.exec(answer.text)?.[1];
			if (step.keeps !== undefined && id !== undefined) words.set(step.keeps, id);
			if (step.prepares) continue;
			const text = answer.text.replaceAll(nonce, NONCE);
			const token = /"access_token": ?"(.*?)"/.exec(answer.text)?.[1];
			if (token !== undefined) words.set(LAST_TOKEN, token);
			answers.push(normalise({ ...answer, text }, step.forgets));
		}
	} finally {
		for (const step of steps.filter(({ tidies }) => tidies)) await ask(step, stage, words);
	}
	return answers;
}

async function ask(step: Step, stage: Stage, words: Map<string, string>): Promise<RawAnswer> {
	for (let moments = 0; ; moments++) {
		const answer = await stage.send(await outgoingOf(step, stage, words));
		if (!step.until || (answer.status < 400 && step.until(JSON.parse(answer.text)))) return answer;
		if (!(await stage.wait(moments)))
			throw new Error(`${step.method} ${step.path} never became so; it last said ${answer.text}`);
	}
}

/** A step as a request, its words filled in and its caller logged in. */
export async function outgoingOf(
	step: Step,
	stage: Stage,
	words: Map<string, string>
): Promise<Outgoing> {
	const fill = (text: string) =>
		[...words].reduce((filled, [word, letters]) => filled.replaceAll(word, letters), text);
	const path = step.path.startsWith('//') ? step.path.slice(1) : `/api/${stage.api}${step.path}`;
	return {
		method: step.method,
		path: fill(path),
		headers: {
			...(await credentials(step.as, stage)),
			...Object.fromEntries(
				Object.entries(step.headers).map(([name, value]) => [name, fill(value)])
			)
		},
		...(step.body === undefined ? {} : { body: fill(step.body) })
	};
}

async function credentials(caller: Caller, stage: Stage): Promise<Record<string, string>> {
	if (caller === 'nobody') return {};
	if (stage.api === 'v1') return { authorization: `Basic ${btoa(`${caller}:${caller}`)}` };
	const token = stage.tokens.get(caller) ?? (await logIn(caller, stage));
	stage.tokens.set(caller, token);
	return { authorization: `Bearer ${token}` };
}

async function logIn(caller: Caller, stage: Stage): Promise<string> {
	const { status, text } = await stage.send({
		method: 'POST',
		path: '/auth/token',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ username: caller, password: caller })
	});
	if (status !== 201) throw new Error(`${caller} could not log in: ${status} ${text}`);
	return (JSON.parse(text) as { access_token: string }).access_token;
}
