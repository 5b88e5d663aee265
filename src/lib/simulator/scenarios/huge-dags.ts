import { hashOf } from '#lib/simulator/random.ts';
import type { Dag, Task } from '#lib/simulator/world.ts';
import { task } from './dag-facts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Each team loads each source in each of the ten ways. */
const TEAMS = [
	...[
		'ads',
		'billing',
		'catalog',
		'checkout',
		'churn',
		'claims',
		'crm',
		'delivery',
		'finance',
		'fraud'
	],
	...[
		'games',
		'growth',
		'hr',
		'identity',
		'inventory',
		'legal',
		'loyalty',
		'mail',
		'maps',
		'media'
	],
	...[
		'mobile',
		'network',
		'orders',
		'partners',
		'payments',
		'pricing',
		'quality',
		'returns',
		'risk'
	],
	...['sales', 'search', 'security', 'shipping', 'stores', 'supply', 'support', 'tax', 'travel'],
	...['video', 'web']
];
const REGIONS = [
	...['at', 'au', 'be', 'br', 'ca', 'ch', 'cl', 'cz', 'de', 'dk', 'es', 'fi', 'fr', 'gb', 'ie'],
	...['in', 'it', 'jp', 'kr', 'mx', 'nl', 'no', 'pl', 'pt', 'se']
];

/** What a DAG does: its first tasks run beside one another, the others one after the other. */
interface Kind {
	name: string;
	first: readonly string[];
	then: readonly string[];
	pool?: string;
	/** The task that fails in its first try. */
	flaky?: string;
}

const LOAD = ['extract_accounts', 'extract_orders', 'extract_events', 'extract_prices'];
const KINDS: readonly Kind[] = [
	{ name: 'ingest', first: LOAD, then: ['check', 'merge', 'dedupe', 'load', 'index', 'notify'] },
	{
		name: 'stage',
		first: ['wait_raw', 'wait_schema'],
		then: ['copy', 'cast', 'mask', 'dedupe', 'test', 'publish', 'vacuum', 'notify']
	},
	{
		name: 'mart',
		first: ['dim_date', 'dim_customer', 'dim_product', 'dim_store'],
		then: ['fact_sales', 'fact_stock', 'join', 'test', 'publish', 'grant', 'notify'],
		pool: 'warehouse'
	},
	{
		name: 'report',
		first: ['read_sales', 'read_stock', 'read_plan'],
		then: ['join', 'aggregate', 'render', 'check', 'upload', 'mail', 'archive']
	},
	{
		name: 'features',
		first: ['users', 'items', 'sessions'],
		then: ['join', 'window', 'encode', 'impute', 'scale', 'store', 'test', 'notify'],
		pool: 'warehouse'
	},
	{
		name: 'train',
		first: ['sample', 'labels'],
		then: ['split', 'fit', 'tune', 'score', 'compare', 'register', 'deploy', 'notify'],
		pool: 'gpu'
	},
	{
		name: 'export',
		first: ['read_accounts', 'read_orders'],
		then: ['filter', 'mask', 'format', 'sign', 'upload', 'verify', 'receipt', 'notify'],
		flaky: 'upload'
	},
	{
		name: 'sync',
		first: ['pull_api', 'pull_files'],
		then: ['diff', 'map', 'upsert', 'delete', 'verify', 'index', 'cache', 'notify'],
		pool: 'partner_api',
		flaky: 'pull_api'
	},
	{
		name: 'quality',
		first: ['nulls', 'ranges', 'keys', 'freshness', 'volume'],
		then: ['collect', 'score', 'store', 'alert', 'close']
	},
	{
		name: 'upkeep',
		first: ['list_tables', 'list_files'],
		then: ['plan', 'compact', 'vacuum', 'analyze', 'expire', 'purge', 'verify', 'notify']
	}
];

/** How often a DAG runs: every so often, so long after the epoch's first midnight. */
export interface Rhythm {
	cron: string;
	everyMs: number;
	phaseMs: number;
}

/** A DAG of the scenario, and what its past is made of. */
export interface HugeDag {
	dag: Dag;
	kind: number;
	rhythm: Rhythm | undefined;
}

/** The tasks of each kind of DAG; the DAGs share them. */
export const kindTasks: readonly (readonly Task[])[] = KINDS.map(tasksOf);

/** The ten thousand, or those of the first so many teams, by name; new ones each time. */
export function hugeDags(bornMs: number, teams = TEAMS.length): HugeDag[] {
	const made: HugeDag[] = [];
	const rhythms = new Map<number, Rhythm | undefined>();
	for (const team of TEAMS.slice(0, teams)) {
		for (const region of REGIONS) {
			const file = `${team}/${region}.py`;
			const fileloc = `/opt/airflow/dags/${file}`;
			for (const [kind, { name }] of KINDS.entries()) {
				const dagId = `${team}_${region}_${name}`;
				const hash = hashOf(dagId);
				const slot = (hash >>> 8) % SLOTS;
				if (!rhythms.has(slot)) rhythms.set(slot, rhythmOf(slot));
				const rhythm = rhythms.get(slot);
				// One literal, as there are so many of them.
				const dag: Dag = {
					dagId,
					description: `${name} of ${team}, ${region}`,
					owner: team,
					tags: [name, region],
					isPaused: hash % 5 === 0,
					catchup: false,
					startDateMs: START_MS,
					maxActiveRuns: 4,
					maxActiveTasks: 16,
					params: {},
					tasks: kindTasks[kind] as Task[],
					fileloc,
					relativeFileloc: file,
					lastParsedMs: bornMs
				};
				if (rhythm) dag.schedule = rhythm.cron;
				made.push({ dag, kind, rhythm });
			}
		}
	}
	return made.sort((a, b) => (a.dag.dagId < b.dag.dagId ? -1 : 1));
}

const START_MS = Date.UTC(2024, 0, 1);
/** A hundred kinds of rhythm at the 5 minutes of a day. */
const SLOTS = 100 * 288;

/** Most run each day at their five minutes, some each week or hour; a tenth is started by people. */
function rhythmOf(slot: number): Rhythm | undefined {
	const [kind, time] = [slot % 100, Math.floor(slot / 100)];
	if (kind < 10) return undefined;
	const minute = (time % 12) * 5;
	if (kind < 11) {
		return { cron: `${minute} * * * *`, everyMs: HOUR_MS, phaseMs: minute * MINUTE_MS };
	}
	const hour = Math.floor(time / 12);
	const timeMs = (hour * 60 + minute) * MINUTE_MS;
	if (kind >= 21) {
		return { cron: `${minute} ${hour} * * *`, everyMs: DAY_MS, phaseMs: timeMs };
	}
	// The first midnight was a Thursday's.
	const weekday = kind % 7;
	const phaseMs = ((weekday + 3) % 7) * DAY_MS + timeMs;
	return { cron: `${minute} ${hour} * * ${weekday}`, everyMs: 7 * DAY_MS, phaseMs };
}

function tasksOf({ name, first, then, pool = 'default_pool', flaky }: Kind): Task[] {
	const one = (taskId: string, place: number, upstream: readonly string[]) =>
		task({
			taskId,
			upstream: [...upstream],
			bashCommand: `python -m jobs.${name} --step ${taskId} --date {{ ds }}`,
			durationMs: 4_000 + (hashOf(`${name} ${taskId}`) % 28_000),
			retries: 1,
			retryDelayMs: 30_000,
			pool,
			queue: pool === 'gpu' ? 'gpu' : 'default',
			operator: taskId === 'notify' ? 'PythonOperator' : 'BashOperator',
			priorityWeight: 1 + (place % 3),
			failsTries: taskId === flaky ? 1 : 0
		});
	return [
		...first.map((taskId, index) => one(taskId, index, [])),
		...then.map((taskId, index) => {
			const before = then[index - 1];
			return one(taskId, first.length + index, before === undefined ? first : [before]);
		})
	];
}
