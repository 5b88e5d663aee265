import { answer } from '#lib/simulator/airflow.ts';
import { createWorld, worldFrom } from '#lib/simulator/create-world.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { hugeOf } from '#lib/simulator/scenarios/huge.ts';
import { signToken } from '#lib/simulator/v2/token.ts';
import type { World } from '#lib/simulator/world.ts';
import { median } from './median.ts';

const ROUNDS = 25;
/** The promises: a page, the memory, a cold start; each of them of the biggest scenario. */
const LIMIT_MS = 20;
const LIMIT_MB = 1000;
const LIMIT_BIRTH_MS = 100;
const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2026, 10, 23, 15, 47);
/** Of the forty teams: a tenth of all rows. */
const TENTH = 4;

type Timetable = 'data_interval' | 'trigger';

const TASKS = '/dags/~/dagRuns/~/taskInstances';
const RUNS = '/dags/~/dagRuns';

/** List pages with filter and order; `{}` is an offset, another one each time. */
const PAGES: Record<Timetable, readonly string[]> = {
	data_interval: [
		'/dags?order_by=-dag_id&tags=export&offset={}',
		'/dags?dag_id_pattern=_de_&paused=false',
		`${RUNS}?order_by=-start_date&offset={}`,
		`${RUNS}?state=failed&order_by=-end_date`,
		`${RUNS}?order_by=dag_id&start_date_gte=2026-11-20T00:00:00Z&offset={}`,
		'/dags/ads_de_export/dagRuns?order_by=-execution_date',
		`${TASKS}?offset={}`,
		`${TASKS}?state=failed&offset={}`,
		`${TASKS}?pool=gpu&start_date_gte=2026-11-20T00:00:00Z`,
		`${TASKS}?duration_gte=40&state=success&offset={}`,
		'/eventLogs?order_by=-when&event=success',
		'/pools?order_by=-name'
	],
	trigger: [
		'/dags?order_by=-dag_id&tags=export&offset={}',
		'/dags?dag_id_pattern=_de_&paused=false&order_by=next_dagrun',
		'/dags?last_dag_run_state=failed&order_by=-last_run_start_date',
		`${RUNS}?order_by=-start_date&offset={}`,
		`${RUNS}?state=failed&order_by=-duration`,
		`${RUNS}?order_by=dag_id&run_after_gte=2026-11-20T00:00:00Z&offset={}`,
		`${RUNS}?run_id_pattern=manual%25&order_by=-end_date`,
		'/dags/ads_de_export/dagRuns?order_by=-logical_date',
		`${TASKS}?offset={}`,
		`${TASKS}?order_by=-start_date&offset={}`,
		`${TASKS}?order_by=duration&offset={}`,
		`${TASKS}?state=failed&order_by=-end_date&offset={}`,
		`${TASKS}?state=success&order_by=state&order_by=-start_date&offset={}`,
		`${TASKS}?dag_id_pattern=%25export&task_id=upload&order_by=-duration`,
		`${TASKS}?pool=gpu&start_date_gte=2026-11-20T00:00:00Z&order_by=start_date`,
		`${TASKS}?run_id_pattern=manual%25&state=failed`,
		`${TASKS}?limit=50&order_by=-start_date&cursor=`,
		'/dags/ads_de_export/dagRuns/~/taskInstances?order_by=-start_date',
		'/eventLogs?order_by=-when&event=success',
		'/dagTags?order_by=-name',
		'/pools?order_by=-name'
	]
};

export interface HugeResult {
	/** Medians, milliseconds. */
	slowestMs: number;
	birthMs: number;
	hourMs: number;
	heapMb: number;
	/** The most that a page costs beside the same on a tenth of the rows. */
	ratio: number;
}

/** What a page of the scenario `huge` costs, beside the same on a tenth of its rows; both versions. */
export async function benchHuge(): Promise<Record<Timetable, HugeResult>> {
	return { data_interval: measure('data_interval'), trigger: measure('trigger') };
}

function measure(timetable: Timetable): HugeResult {
	const version = timetable === 'trigger' ? 'v2' : 'v1';
	const birth = { name: 'bench', scenario: 'huge', seed: 1, nowMs: NOW_MS, timetable };
	const births = Array.from({ length: 9 }, () => timeOf(() => createWorld(birth)));
	const birthMs = median(births);
	const courseMs = median(
		Array.from({ length: 9 }, () => timeOf(() => createWorld({ ...birth, scenario: 'course' })))
	);
	const before = heap();
	const world = createWorld(birth);
	const bornMb = heap() - before;
	console.log(
		`huge, ${version}: ${world.dags.size} DAGs, ${world.runs.size} runs, ${world.taskInstances.size} ` +
			`task instances; born in ${birthMs.toFixed(0)} ms, first ${births[0]?.toFixed(0)} ms` +
			(birthMs > LIMIT_BIRTH_MS ? `, over ${LIMIT_BIRTH_MS} ms` : '') +
			` (the default scenario: ${courseMs.toFixed(1)} ms); heap ${bornMb.toFixed(0)} MB`
	);
	const tenth = worldFrom(hugeOf(TENTH), birth);
	const pages = PAGES[timetable].map((path) => {
		const small = timesOf(tenth, path, timetable);
		const times = timesOf(world, path, timetable);
		const [ms, ratio] = [median(times), median(times) / median(small)];
		const p99 = times.toSorted((a, b) => a - b).at(Math.ceil(times.length * 0.99) - 1) ?? NaN;
		console.log(
			`huge, ${version}${path}: median ${ms.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms` +
				(ms > LIMIT_MS ? `, over ${LIMIT_MS} ms` : '') +
				`; ${ratio.toFixed(1)} times a tenth of the rows`
		);
		return { ms, ratio };
	});
	const hourMs = timeOf(() => advance(world, world.nowMs + HOUR_MS));
	const heapMb = heap() - before;
	console.log(
		`huge, ${version}: an hour passes in ${hourMs.toFixed(0)} ms; heap after all ${heapMb.toFixed(0)} MB` +
			(heapMb > LIMIT_MB ? `, over ${LIMIT_MB} MB` : '')
	);
	const most = (numbers: number[]) => Math.max(...numbers);
	return {
		slowestMs: most(pages.map(({ ms }) => ms)),
		ratio: most(pages.map(({ ratio }) => ratio)),
		birthMs,
		hourMs,
		heapMb
	};
}

/** The time of each of some rounds; offsets go through all of the first half of the list. */
function timesOf(world: World, path: string, timetable: Timetable): number[] {
	const rows = path.startsWith(TASKS)
		? world.taskInstances.size
		: path.startsWith(RUNS)
			? world.runs.size
			: world.dags.size;
	// A filter leaves few of them: further on there would be empty pages.
	const reach = /state=|pool=|tags=|_gte=/.test(path) ? rows / 40 : rows / 2;
	return Array.from({ length: ROUNDS }, (_, round) => {
		const offset = Math.floor((reach * round) / ROUNDS);
		return askTime(world, path.replace('{}', String(offset)), timetable);
	});
}

function askTime(world: World, address: string, timetable: Timetable): number {
	const [path = '', query = ''] = address.split('?');
	const isV2 = timetable === 'trigger';
	const admin = { username: 'admin', role: 'admin' } as const;
	const authorization = isV2
		? `Bearer ${signToken(world, admin, world.nowMs, 3600)}`
		: `Basic ${btoa('admin:admin')}`;
	const request = {
		method: 'GET',
		path: `/api/${isV2 ? 'v2' : 'v1'}${path}`,
		query,
		headers: { authorization },
		body: ''
	};
	const start = performance.now();
	const { status } = answer(world, request, world.nowMs);
	const ms = performance.now() - start;
	if (status !== 200) throw new Error(`${address}: ${status}`);
	return ms;
}

function timeOf(act: () => void): number {
	const start = performance.now();
	act();
	return performance.now() - start;
}

/** Megabytes in use; with --expose-gc only what is still needed counts. */
function heap(): number {
	(globalThis as { gc?: () => void }).gc?.();
	return process.memoryUsage().heapUsed / 1e6 + process.memoryUsage().arrayBuffers / 1e6;
}
