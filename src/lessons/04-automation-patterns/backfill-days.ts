import type { CheckInput, Exercise, SolutionStep } from '#lib/course/lesson.ts';
import type { World } from '#lib/simulator/world.ts';

const DAG = 'nightly_sales';
const DAYS = ['2026-04-01', '2026-04-02', '2026-04-03'];
const REHEARSE = 'POST /backfills/dry_run';
const CREATE = 'POST /backfills';

const order = (toDate: string, more: Record<string, unknown> = {}) => ({
	dag_id: DAG,
	from_date: '2026-04-01T00:00:00Z',
	to_date: toDate,
	...more
});

const APAC = { dag_run_conf: { region: 'apac' } };
const rehearse = (toDate: string): SolutionStep => ({ operation: REHEARSE, body: order(toDate) });
const create = (toDate: string, more: Record<string, unknown> = APAC): SolutionStep => ({
	operation: CREATE,
	body: order(toDate, more),
	thenWaitMs: 180_000
});
const look: SolutionStep = {
	operation: 'GET /dags/{dag_id}/dagRuns',
	path: { dag_id: DAG },
	query: { run_type: 'backfill' }
};

export const backfillDays: Exercise = {
	id: 'patterns.backfill-days',
	world: 'patterns-backfill',
	scenario: 'course',
	api: 'v2',
	kind: 'free',
	programs: { airflow: 'its-commands' },
	title: {
		ru: 'Пересчитайте три дня, и ни днём больше',
		en: 'Compute three days, and not a day more'
	},
	task: {
		ru: 'За 1, 2 и 3 апреля 2026 года нужен отчёт nightly_sales по региону apac. Сначала спросите, какие запуски появятся, потом создайте backfill ровно на эти три дня и дождитесь, пока все закончатся успехом.',
		en: 'The nightly_sales report for the region apac is wanted for 1, 2 and 3 April 2026. First ask which runs there would be, then create a backfill for exactly these three days and wait until all have ended in success.'
	},
	hints: [
		{
			ru: 'Есть две операции с одинаковым телом: POST /backfills/dry_run показывает, POST /backfills делает.',
			en: 'Two operations take the same body: POST /backfills/dry_run shows, POST /backfills does.'
		},
		{
			ru: 'DAG работает в 03:00, а to_date — это момент: 3 апреля 00:00 третий день не захватит. Регион передаётся в dag_run_conf.',
			en: 'The DAG runs at 03:00, and to_date is a moment: 3 April 00:00 does not take in the third day. The region goes into dag_run_conf.'
		},
		{
			ru: 'POST /api/v2/backfills с телом {"dag_id": "nightly_sales", "from_date": "2026-04-01T00:00:00Z", "to_date": "2026-04-03T23:59:59Z", "dag_run_conf": {"region": "apac"}}; состояния — GET /api/v2/dags/nightly_sales/dagRuns?run_type=backfill.',
			en: 'POST /api/v2/backfills with {"dag_id": "nightly_sales", "from_date": "2026-04-01T00:00:00Z", "to_date": "2026-04-03T23:59:59Z", "dag_run_conf": {"region": "apac"}}; the states: GET /api/v2/dags/nightly_sales/dagRuns?run_type=backfill.'
		}
	],
	start: { operation: REHEARSE },
	checks: [
		{
			says: {
				ru: 'до создания вы посмотрели пробный прогон',
				en: 'before creating it you looked at a dry run'
			},
			passes: (input) => {
				const made = madeMs(input);
				return made !== undefined && rehearsedMs(input) <= made;
			}
		},
		{
			says: {
				ru: 'запуски backfill есть ровно за 1, 2 и 3 апреля',
				en: 'there are backfill runs for exactly 1, 2 and 3 April'
			},
			passes: (input) => days(input).join() === DAYS.join()
		},
		{
			says: {
				ru: 'у каждого в conf регион apac, и каждый закончился успехом',
				en: 'each has the region apac in conf, and each ended in success'
			},
			passes: (input) =>
				backfilled(input).length > 0 &&
				backfilled(input).every((run) => run.conf.region === 'apac' && run.state === 'success')
		}
	],
	solution: [rehearse('2026-04-03T23:59:59Z'), create('2026-04-03T23:59:59Z'), look],
	reasons: {
		ru: 'Пробный прогон с тем же телом показывает ровно те запуски, которые появятся, так что ошибка на границе видна до того, как потрачены часы. Границы — моменты, поэтому последний день захватывают до 23:59:59, а регион передают один раз, в dag_run_conf, на все запуски.',
		en: 'A dry run with the same body shows exactly the runs there will be, so a mistake at a bound is seen before hours are spent. The bounds are moments, so the last day is taken up to 23:59:59; the region is passed once, in dag_run_conf, for all runs.'
	},
	wrong: [
		{
			name: 'a-day-short',
			steps: [rehearse('2026-04-03T00:00:00Z'), create('2026-04-03T00:00:00Z'), look],
			says: {
				ru: 'Третьего апреля нет: to_date — момент, а не день, и в 00:00 запуск, назначенный на 03:00, ещё не наступил. Пробный прогон показал бы два запуска.',
				en: 'The third of April is missing: to_date is a moment and not a day, and at 00:00 the run due at 03:00 is still to come. The dry run would have shown two runs.'
			},
			matches: (input) => days(input).length > 0 && days(input).length < DAYS.length
		},
		{
			name: 'a-day-too-many',
			steps: [rehearse('2026-04-04T23:59:59Z'), create('2026-04-04T23:59:59Z'), look],
			says: {
				ru: 'Посчитаны лишние дни. Начните заново и сверьте список пробного прогона до создания.',
				en: 'Days too many were computed. Start over and read the list of the dry run before you create.'
			},
			matches: (input) => days(input).some((day) => !DAYS.includes(day))
		},
		{
			name: 'without-region',
			steps: [rehearse('2026-04-03T23:59:59Z'), create('2026-04-03T23:59:59Z', {}), look],
			says: {
				ru: 'Дни те, но регион не передан, и отчёт вышел по умолчанию, за emea. Параметры запусков идут в dag_run_conf. Готовые дни повторит reprocess_behavior: "completed".',
				en: 'The days are right, but no region was passed, and the report came out for the default, emea. Parameters of the runs go into dag_run_conf. Days that are done are computed again with reprocess_behavior: "completed".'
			},
			matches: (input) => backfilled(input).some((run) => run.conf.region !== 'apac')
		}
	]
};

/** When a backfill was first asked for in earnest, by a request or by a command, virtual milliseconds. */
function madeMs({ world }: CheckInput): number | undefined {
	const made = [...requests(world, CREATE), ...commands(world, false)];
	return made.length > 0 ? Math.min(...made) : undefined;
}

const rehearsedMs = ({ world }: CheckInput): number =>
	Math.min(...requests(world, REHEARSE), ...commands(world, true));

const requests = ({ journal }: World, key: string): number[] =>
	journal.flatMap(({ operation, status, atMs }) =>
		operation === key && status === 200 ? [atMs] : []
	);

const commands = ({ eventLogs }: World, isDry: boolean): number[] =>
	eventLogs.flatMap(({ event, extra, atMs }) =>
		event === 'cli_create_backfill' && extra?.includes("'--dry-run'") === isDry ? [atMs] : []
	);

function backfilled({ world }: CheckInput) {
	return [...world.runs.values()].filter(
		(run) => run.dagId === DAG && (run.runType === 'backfill' || run.backfillId !== undefined)
	);
}

function days(input: CheckInput): string[] {
	return backfilled(input)
		.map(({ logicalDateMs = 0 }) => new Date(logicalDateMs).toISOString().slice(0, 10))
		.sort();
}
