import type { JournalEntry } from '#lib/simulator/world.ts';
import type { Exercise, RequestStep, SolutionStep } from './lesson.ts';
import { ownEntry } from './own-journal.ts';
import type { AskOwn } from './sighting.ts';

/** An Airflow that a learner might call their own; admin's password is the name. */
export interface OwnAirflow {
	api: 'v1' | 'v2';
	url: string;
	send(request: {
		method: string;
		path: string;
		headers: Record<string, string>;
		body?: string;
	}): Promise<{ status: number; text: string }>;
	/** Gives what was begun the time that it takes, but no more than this on the simulator's clock. */
	pass(ms: number): Promise<void>;
	nowMs(): number;
	/** Kept from request to request. */
	authorization?: string;
}

/** Does the steps as the lab's form does them; the journal that it keeps of them. */
export async function playOn(
	airflow: OwnAirflow,
	{ api }: Pick<Exercise, 'api'>,
	steps: readonly SolutionStep[]
): Promise<JournalEntry[]> {
	const journal: JournalEntry[] = [];
	for (const step of steps) {
		if (!('operation' in step)) throw new Error('nobody changes the machine of a real Airflow');
		const sent = requestOf(step, api);
		const answer = await airflow.send({ ...sent, headers: await headers(airflow, sent.body) });
		const { operation, path = {} } = step;
		const more = { ...answer, operation, path, url: airflow.url + sent.path };
		journal.push(ownEntry({ ...sent, ...more, atMs: airflow.nowMs() }, airflow.url));
		await airflow.pass(step.thenWaitMs ?? 0);
	}
	return journal;
}

/** Asks as admin. */
export const asker =
	(airflow: OwnAirflow): AskOwn =>
	async (path) =>
		airflow.send({
			method: 'GET',
			path: `/api/${airflow.api}${path}`,
			headers: await headers(airflow)
		});

export async function headers(airflow: OwnAirflow, body?: string) {
	airflow.authorization ??= await logIn(airflow);
	const { authorization } = airflow;
	return { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
}

async function logIn(airflow: OwnAirflow): Promise<string> {
	if (airflow.api === 'v1') return `Basic ${btoa('admin:admin')}`;
	const { text } = await airflow.send({
		method: 'POST',
		path: '/auth/token',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ username: 'admin', password: 'admin' })
	});
	return `Bearer ${(JSON.parse(text) as { access_token: string }).access_token}`;
}

function requestOf(step: RequestStep, api: 'v1' | 'v2') {
	const [method = 'GET', template = '/'] = step.operation.split(' ');
	const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
		encodeURIComponent(step.path?.[name] ?? '')
	);
	const query = new URLSearchParams(step.query).toString();
	return {
		method,
		path: `/api/${api}${path}${query === '' ? '' : `?${query}`}`,
		...(step.body === undefined ? {} : { body: JSON.stringify(step.body) })
	};
}
