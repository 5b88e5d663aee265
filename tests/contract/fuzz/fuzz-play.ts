import { type Api, get, NONCE, post, type Step, tidy } from '#contract/cases/case.ts';
import type { RawAnswer } from '#contract/compare.ts';
import { outgoingOf, type Stage } from '#contract/play.ts';
import { simulatedServer } from '#contract/simulated-server.ts';
import { DAG, OTHER_DAG, RUN } from './requests.ts';
import { shapeDifferences } from './shape.ts';
import { wanted } from './wanted.ts';

/** Every sequence starts with a run of a paused DAG and ends with nothing of its own left. */
const before = (api: Api) => [
	post(`/dags/${DAG}/dagRuns`, {
		dag_run_id: RUN,
		logical_date: api === 'v1' ? '2026-01-12T00:00:00Z' : null
	})
];
const after = (api: Api) => [
	tidy(`/dags/${DAG}/dagRuns/${RUN}`),
	tidy(`/pools/${NONCE}_pool`),
	tidy(`/variables/${NONCE}_key`),
	tidy(`/connections/${NONCE}_conn`),
	...(api === 'v1' ? [tidy(`/users/${NONCE}_user`), tidy(`/roles/${NONCE}_pool`)] : [])
];

let plays = 0;

/** Both servers asked the same; gives the differences that are not wanted, in words. */
export async function play(
	api: Api,
	real: Stage,
	steps: Step[],
	goesOn = false
): Promise<string[]> {
	if (!namesAtFirst.has(real)) namesAtFirst.set(real, addressesIn(real));
	await namesAtFirst.get(real);
	const nonce = `fz${Date.now().toString(36)}${(plays++).toString(36)}`;
	const simulated = simulatedServer(api);
	const found: string[] = [];
	const both = async (step: Step) => {
		const words = new Map([[NONCE, nonce]]);
		const send = async (stage: Stage) => stage.send(await outgoingOf(step, stage, words));
		let truth = await send(real);
		const ours = await send(simulated);
		// SQLite serves one writer at a time: a real server gives up on what its own scheduler holds, and undoes it.
		// Not every line says so in its answer; what breaks for another reason breaks again.
		for (let turn = 1; turn <= 5 && truth.status === 500 && ours.status !== 500; turn++) {
			await real.wait(turn);
			truth = await send(real);
		}
		return [truth, ours] as const;
	};
	try {
		for (const step of before(api)) await both(step);
		for (const step of steps) {
			const [truth, ours] = await both(step);
			const all =
				truth.status === ours.status
					? shapeDifferences(parsed(truth), parsed(ours))
					: [
							`status is ${ours.status}, not ${truth.status}: ${ours.text.slice(0, 300)} | ${truth.text.slice(0, 300)}`
						];
			const unwanted = all.filter((words) => !wanted.some(({ isIt }) => isIt(step, words)));
			found.push(
				...unwanted.map((words) => `${step.method} ${step.path} ${step.body ?? ''}: ${words}`)
			);
			if (found.length > 0 && !goesOn) break;
		}
	} finally {
		for (const step of after(api)) await both(step);
		await tidyUp(real);
	}
	return found;
}

/** What sequences name as they like, and where its name stands. */
const STORES = [
	[`/dags/${DAG}/dagRuns`, 'dag_run_id'],
	[`/dags/${OTHER_DAG}/dagRuns`, 'dag_run_id'],
	['/pools', 'name'],
	['/variables', 'key'],
	['/connections', 'connection_id']
] as const;
/** The same of the line whose users are in the database; a user before what it may be. */
const PEOPLE = [
	['/users', 'username'],
	['/roles', 'name']
] as const;
const namesAtFirst = new Map<Stage, Promise<Set<string>>>();

const addressesIn = async (stage: Stage): Promise<Set<string>> => {
	const found = new Set<string>();
	for (const [path, name] of stage.api === 'v1' ? [...STORES, ...PEOPLE] : STORES) {
		const { text } = await stage.send(await outgoingOf(get(path), stage, new Map()));
		for (const [, id = ''] of text.matchAll(new RegExp(`"${name}": ?("(?:[^"\\\\]|\\\\.)*")`, 'g')))
			found.add(`${path}/${encodeURIComponent(JSON.parse(id) as string)}`);
	}
	return found;
};

/** Takes away what was not there before the first sequence: the simulator's world is new each time. */
async function tidyUp(real: Stage): Promise<void> {
	const before = await namesAtFirst.get(real);
	for (const address of await addressesIn(real))
		if (!before?.has(address)) await real.send(await outgoingOf(tidy(address), real, new Map()));
}

function parsed({ type, text }: RawAnswer): unknown {
	if (text === '') return null;
	if (!/json/.test(type)) return /<html/i.test(text) ? null : text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
