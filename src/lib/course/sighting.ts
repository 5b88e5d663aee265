import type {
	Connection,
	DagRun,
	DagRunState,
	Pool,
	TaskInstance,
	Variable
} from '#lib/simulator/world.ts';
import { runKey, taskKey } from '#lib/simulator/world.ts';
import type { Scope, Store } from './own-airflow.ts';
import { instanceFrom, runFrom, type Row } from './sighting-rows.ts';

/** What somebody's Airflow says of itself at a moment, in the words of a {@link World}; ids are 0. */
export interface Sighting {
	/** Those of the scope that the server has, and whether they are paused. */
	dags: Map<string, boolean>;
	runs: Map<string, DagRun>;
	/** Of the runs that changed since `began`. */
	taskInstances: Map<string, TaskInstance>;
	pools: Map<string, Pool>;
	variables: Map<string, Variable>;
	connections: Map<string, Connection>;
}

/** Asks for a path below the API's prefix, with its query; rejects when no answer comes. */
export type AskOwn = (path: string) => Promise<{ status: number; text: string }>;

/** The server answered a look with something else than what was asked for. */
export class NoSight extends Error {
	readonly path: string;
	readonly status: number;

	constructor(path: string, status: number) {
		super(`GET ${path}: ${status}`);
		this.path = path;
		this.status = status;
	}
}

const PAGE = 100;
const MOST_PAGES = 5;
const MOST_RUNS = 20;

/**
 * Looks at what the scope names, by reading requests only.
 * @param began what was seen at the beginning: task instances are read of runs that are new or otherwise since.
 * @param last what was seen last: a finished run that is as it was is not read again.
 * @throws {NoSight} when the server refuses an answer.
 */
export async function sight(
	ask: AskOwn,
	scope: Scope,
	began?: Sighting,
	last?: Sighting
): Promise<Sighting> {
	const seen: Sighting = {
		dags: new Map(),
		runs: new Map(),
		taskInstances: new Map(),
		pools: new Map(),
		variables: new Map(),
		connections: new Map()
	};
	for (const dagId of scope.dags) {
		const dag = await read(ask, `/dags/${encodeURIComponent(dagId)}`);
		if (!dag) continue;
		seen.dags.set(dagId, dag.is_paused === true);
		const rows = await list(ask, `/dags/${encodeURIComponent(dagId)}/dagRuns`, 'dag_runs', '-id');
		for (const run of rows.reverse().map(runFrom)) seen.runs.set(runKey(dagId, run.runId), run);
	}
	if (began) await lookAtTasks(ask, seen, began, last);
	for (const store of scope.stores)
		for (const row of await list(ask, `/${store}`, store)) STORES[store](seen, row);
	return seen;
}

/** Whether two sightings differ. */
export const isMoved = (before: Sighting, now: Sighting): boolean =>
	(Object.keys(now) as (keyof Sighting)[]).some(
		(part) => JSON.stringify([...now[part]]) !== JSON.stringify([...before[part]])
	);

async function lookAtTasks(ask: AskOwn, seen: Sighting, began: Sighting, last?: Sighting) {
	const moved = [...seen.runs].filter(([key, run]) => !isSame(run, began.runs.get(key)));
	for (const [key, run] of moved.slice(-MOST_RUNS)) {
		if (run.endMs !== undefined && isSame(run, last?.runs.get(key))) {
			for (const [name, one] of last?.taskInstances ?? [])
				if (runKey(one.dagId, one.runId) === key) seen.taskInstances.set(name, one);
			continue;
		}
		const [dag, name] = [run.dagId, run.runId].map(encodeURIComponent);
		const path = `/dags/${dag}/dagRuns/${name}/taskInstances`;
		for (const row of await list(ask, path, 'task_instances')) {
			const one = instanceFrom(row, await triesOf(ask, path, row));
			seen.taskInstances.set(taskKey(one.dagId, one.runId, one.taskId, one.mapIndex), one);
		}
	}
}

/** Earlier tries and the present one; none of a task that is at its first. */
async function triesOf(ask: AskOwn, path: string, row: Row): Promise<Row[]> {
	const isCleared = row.state === null && row.start_date !== null;
	const isMapped = typeof row.map_index === 'number' && row.map_index >= 0;
	if (isMapped || !(Number(row.try_number) > 1 || isCleared)) return [];
	return list(ask, `${path}/${encodeURIComponent(String(row.task_id))}/tries`, 'task_instances');
}

const STORES: Record<Store, (seen: Sighting, row: Row) => void> = {
	pools({ pools }, row) {
		const name = String(row.name);
		const { slots, include_deferred: deferred, description } = row;
		pools.set(name, {
			...{ id: 0, name, slots: Number(slots), includeDeferred: deferred === true },
			...(typeof description === 'string' ? { description } : {})
		});
	},
	variables({ variables }, row) {
		const key = String(row.key);
		const { value, description } = row;
		variables.set(key, {
			...{ id: 0, key, value: typeof value === 'string' ? value : '' },
			...(typeof description === 'string' ? { description } : {})
		});
	},
	connections({ connections }, row) {
		const connectionId = String(row.connection_id);
		const texts = ['description', 'host', 'login', 'schema'].flatMap((name) =>
			typeof row[name] === 'string' ? [[name, row[name]]] : []
		);
		connections.set(connectionId, {
			...{ id: 0, connectionId, connType: String(row.conn_type) },
			...(Object.fromEntries(texts) as Partial<Connection>),
			...(typeof row.port === 'number' ? { port: row.port } : {})
		});
	}
};

async function list(ask: AskOwn, path: string, name: string, orderBy?: string): Promise<Row[]> {
	const rows: Row[] = [];
	const order = orderBy === undefined ? '' : `&order_by=${orderBy}`;
	for (let page = 0; page < MOST_PAGES; page++) {
		const answer = await read(ask, `${path}?limit=${PAGE}&offset=${page * PAGE}${order}`);
		const found = (answer?.[name] as Row[] | undefined) ?? [];
		rows.push(...found);
		if (found.length < PAGE || rows.length >= Number(answer?.total_entries ?? 0)) break;
	}
	return rows;
}

/** Undefined when there is no such thing. */
async function read(ask: AskOwn, path: string): Promise<Row | undefined> {
	const { status, text } = await ask(path);
	if (status === 404) return undefined;
	if (status !== 200) throw new NoSight(path, status);
	try {
		return JSON.parse(text) as Row;
	} catch {
		// A page of some proxy: it says 200, and is no answer of Airflow.
		throw new NoSight(path, status);
	}
}

export const isSame = (one: unknown, other: unknown): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

export const isUnderWay = ({ runs }: Sighting): boolean =>
	[...runs.values()].some(({ state }) => UNFINISHED.includes(state));

const UNFINISHED: readonly DagRunState[] = ['queued', 'running'];
