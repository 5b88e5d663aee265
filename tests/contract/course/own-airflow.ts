import { setTimeout as sleep } from 'node:timers/promises';
import type { Exercise } from '#lib/course/lesson.ts';
import { leftovers, scopeOf, type Scope } from '#lib/course/own-airflow.ts';
import { asker, headers, type OwnAirflow } from '#lib/course/own-play.fixture.ts';
import { sight, type Sighting } from '#lib/course/sighting.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import type { DagRun, TaskInstance } from '#lib/simulator/world.ts';
import { realServer } from '#contract/real-server.ts';

const LOOK_EVERY_MS = 1000;
/** Its tasks take minutes. */
export const SLOW = 'long_backup';
/** A real Airflow starts a process for each task. */
const SLOWNESS = 4;
/** Who waits less than this does not wait for the end. */
const TO_THE_END_MS = 8_000;
const TRIES = 6;
/** A task whose run is gone ends at its next heartbeat; until then it spoils a run of the same name. */
const HEARTBEATS_MS = 12_000;
const FRESH_MS = 300_000;
/** A scheduler that has a run in its hands stops for good when that is deleted (2.11: StaleDataError). */
const SCHEDULING_MS = 2_500;

/** A real Airflow as a learner's own, and what an exercise does there. */
export interface Playground extends OwnAirflow {
	look(last?: Sighting): Promise<Sighting>;
	began: Sighting;
	/** Takes back what was done since it began. */
	tidy(): Promise<void>;
}

/** @throws {NoSight} when the server refuses to be looked at. */
export async function playgroundOf(exercise: Exercise, url: string): Promise<Playground> {
	const { api } = exercise;
	const server = realServer(api, url);
	const scope = scopeOf(exercise);
	const airflow: OwnAirflow = {
		api,
		url,
		send: (request) => patient(() => server.send(request)),
		nowMs: Date.now,
		pass: async (ms) => {
			// What is said to take its time does so here as well; the rest is waited for until it is done.
			const isExact = ms < TO_THE_END_MS || scope.dags.includes(SLOW);
			const limitMs = ms * (isExact ? 1 : SLOWNESS);
			const endMs = Date.now() + limitMs;
			for (let last = began; ms > 0 && Date.now() < endMs;) {
				await sleep(LOOK_EVERY_MS);
				last = await sight(asker(airflow), scope, began, last);
				if (!isBusy(last)) break;
			}
		}
	};
	await forgetEarlier(airflow, exercise, scope);
	await pauseAsIn(exercise, airflow, scope);
	const began = await sight(asker(airflow), scope);
	const look = (last?: Sighting) => sight(asker(airflow), scope, began, last);
	return Object.assign(airflow, { began, look, tidy: () => tidy(airflow, scope, began) });
}

/** SQLite has one writer: while it is busy Airflow answers 500 and has done nothing. */
export async function patient<Answer extends { status: number }>(ask: () => Promise<Answer>) {
	for (let tries = 1; ; tries++) {
		const answer = await ask();
		if (answer.status < 500 || tries === TRIES) return answer;
		await sleep(tries * 300);
	}
}

/** Whether anything is under way; a paused DAG finishes the tasks that it has begun and begins no more. */
function isBusy({ dags, runs, taskInstances }: Sighting): boolean {
	const isPaused = (dagId: string) => dags.get(dagId) === true;
	return (
		[...runs.values()].some(
			({ dagId, state }) => !isPaused(dagId) && (state === 'queued' || state === 'running')
		) || [...taskInstances.values()].some(({ state }) => state === 'queued' || state === 'running')
	);
}

/** What an earlier test has left is in the way of this one: names are taken, and in v2 dates too. */
async function forgetEarlier(airflow: OwnAirflow, exercise: Exercise, scope: Scope): Promise<void> {
	const found = await sight(asker(airflow), scope);
	const names = new Set(leftovers(exercise, found));
	const kept = <Item>(items: Map<string, Item>) =>
		new Map([...items].filter(([key]) => !names.has(key)));
	await tidy(airflow, scope, {
		...found,
		runs: new Map(
			[...found.runs].filter(([, run]) => run.runType === 'scheduled' || run.endMs === undefined)
		),
		pools: kept(found.pools),
		variables: kept(found.variables),
		connections: kept(found.connections)
	});
}

/** A DAG that somebody else has paused would keep every run waiting: here it begins as the scenario tells it. */
async function pauseAsIn({ scenario }: Exercise, airflow: OwnAirflow, scope: Scope): Promise<void> {
	const told = createWorld({ name: 'told', scenario, seed: 1, nowMs: 0 }).dags;
	const { dags } = await sight(asker(airflow), { ...scope, stores: [] });
	for (const [dagId, isPaused] of dags) {
		const wanted = told.get(dagId)?.isPaused === true;
		if (isPaused === wanted) continue;
		const body = JSON.stringify({ is_paused: wanted });
		const path = `/api/${airflow.api}/dags/${encodeURIComponent(dagId)}`;
		await airflow.send({ method: 'PATCH', path, body, headers: await headers(airflow, body) });
	}
}

/** Takes back what was made since `began`, once the scheduler has let go of it. */
export async function tidy(airflow: OwnAirflow, scope: Scope, began: Sighting): Promise<void> {
	const now = await sight(asker(airflow), scope, began);
	const ask = async (method: string, path: string, json?: unknown) => {
		const body = json === undefined ? undefined : JSON.stringify(json);
		const all = {
			method,
			path: `/api/${airflow.api}${path}`,
			headers: await headers(airflow, body)
		};
		return airflow.send(body === undefined ? all : { ...all, body });
	};
	const name = encodeURIComponent;
	for (const dagId of airflow.api === 'v2' ? scope.dags : []) {
		const { text } = await ask('GET', `/backfills?dag_id=${name(dagId)}`);
		const { backfills } = JSON.parse(text) as {
			backfills: { id: number; completed_at: string | null }[];
		};
		for (const { id, completed_at } of backfills)
			if (completed_at === null) await ask('PUT', `/backfills/${id}/cancel`);
	}
	const made = [...now.runs].flatMap(([key, run]) => (began.runs.has(key) ? [] : [run]));
	const pathOf = ({ dagId, runId }: DagRun) => `/dags/${name(dagId)}/dagRuns/${name(runId)}`;
	const unfinished = made.filter(({ endMs }) => endMs === undefined);
	for (const run of unfinished) await ask('PATCH', pathOf(run), { state: 'failed' });
	if (unfinished.length > 0) await sleep(SCHEDULING_MS);
	for (const run of made) await ask('DELETE', pathOf(run));
	for (const [dagId, is_paused] of began.dags)
		if (now.dags.get(dagId) !== is_paused)
			await ask('PATCH', `/dags/${name(dagId)}`, { is_paused });
	for (const store of scope.stores)
		for (const key of now[store].keys())
			if (!began[store].has(key)) await ask('DELETE', `/${store}/${name(key)}`);
	const isFresh = ({ startMs = 0 }: TaskInstance) => Date.now() - startMs < FRESH_MS;
	if (scope.dags.includes(SLOW) && [...now.taskInstances.values()].some(isFresh))
		await sleep(HEARTBEATS_MS);
}
