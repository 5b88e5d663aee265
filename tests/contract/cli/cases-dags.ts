import { before, line, lines, only, type Cases } from './line.ts';

const run = (id: string) =>
	before(`dags trigger hello_api -r ${id} -e 2026-05-0${id.length}T00:00:00Z`);
const run3 = (id: string) =>
	before(`dags trigger hello_api -r ${id} -l 2026-05-0${id.length}T00:00:00Z`);
const runs = (...ids: string[]) => [
	...ids.map((id) => ({ ...run(id), only: '2' as const })),
	...ids.map((id) => ({ ...run3(id), only: '3' as const }))
];

/** `dags`, `tasks`, `assets`: what is looked at. */
export const dagCases: Cases = {
	'the DAGs in a list': lines(
		'dags list -o json',
		'dags list -o yaml',
		'dags list --columns dag_id,owners',
		'dags list --columns dag_id,is_paused -o json',
		'dags list --columns owners,dag_id -o plain'
	),
	'a DAG is paused and unpaused': lines(
		'dags pause hello_api',
		'dags pause hello_api',
		'dags list --columns dag_id,is_paused -o plain',
		'dags unpause hello_api',
		'dags unpause hello_api -o json',
		'dags pause nobody',
		'dags unpause nobody -o yaml',
		`dags pause 'sensor_.*' --treat-dag-id-as-regex -y`,
		`dags unpause 'sensor_.*' --treat-dag-id-as-regex -y -o json`,
		`dags pause 'x.*' --treat-dag-id-as-regex -y`,
		line(`dags pause 'sensor_.*' --treat-dag-id-as-regex`, { stdin: 'n\n' })
	),
	'a DAG is triggered': lines(
		'dags trigger hello_api -r one',
		'dags trigger hello_api -r one',
		'dags trigger nobody',
		`dags trigger hello_api -r two --conf '{"a": 1}' -o json`,
		only('3', `dags trigger hello_api --conf nonsense`),
		`dags trigger nightly_sales -r three --conf '{"region": "mars"}'`,
		`dags trigger nightly_sales -r three --conf '{"region": "apac"}' -o yaml`,
		only('2', 'dags trigger hello_api -r four -e 2026-05-04T00:00:00Z -o json'),
		only('2', 'dags trigger hello_api -r five -e 2026-05-04T00:00:00Z'),
		only('3', 'dags trigger hello_api -r four -l 2026-05-04T00:00:00Z -o json'),
		only('3', 'dags trigger hello_api -r five -l 2026-05-04T00:00:00Z'),
		'dags trigger paused_cleanup -r six -o plain'
	),
	'the runs of a DAG': lines(
		...runs('a', 'bb'),
		only('2', 'dags list-runs -d hello_api'),
		only('2', 'dags list-runs -d hello_api -o json'),
		only('2', 'dags list-runs -d hello_api --state queued -o plain'),
		only('2', 'dags list-runs -d hello_api --state success'),
		only('2', 'dags list-runs -d nobody'),
		only('2', 'dags list-runs -d hello_api --start-date 2026-05-02 -o yaml'),
		only('2', 'dags list-runs -d hello_api --no-backfill -o plain'),
		only('3', 'dags list-runs hello_api'),
		only('3', 'dags list-runs hello_api -o json'),
		only('3', 'dags list-runs hello_api --state queued -o plain'),
		only('3', 'dags list-runs hello_api --state success'),
		only('3', 'dags list-runs nobody'),
		only('3', 'dags list-runs hello_api --start-date 2026-05-02 -o yaml')
	),
	'the state of a run': lines(
		...runs('a'),
		`dags trigger nightly_sales -r c --conf '{"region": "apac"}' -o plain`,
		'dags state hello_api 2026-05-01T00:00:00Z',
		'dags state hello_api 2026-05-09T00:00:00Z',
		'dags state nobody 2026-05-09T00:00:00Z',
		only('3', 'dags state nightly_sales c'),
		only('3', 'dags state hello_api a')
	),
	'the next run': lines('dags next-execution hello_api', 'dags next-execution nobody'),
	'DAG files that do not load': lines(
		'dags list-import-errors -o json',
		'dags list-import-errors -o yaml'
	),
	'jobs of a DAG': lines(
		'dags list-jobs',
		'dags list-jobs -o json',
		'dags list-jobs --limit 2 -o plain'
	),
	'the tasks of a DAG': lines(
		'tasks list hello_api',
		'tasks list nightly_sales',
		'tasks list nobody',
		only('2', 'tasks list nightly_sales --tree')
	),
	'the states of tasks': lines(
		...runs('a'),
		'tasks states-for-dag-run hello_api a',
		'tasks states-for-dag-run hello_api a -o json',
		'tasks states-for-dag-run hello_api 2026-05-01T00:00:00Z -o plain',
		'tasks states-for-dag-run hello_api nobody',
		'tasks state hello_api say_hello a',
		'tasks state hello_api say_hello 2026-05-01T00:00:00Z',
		'tasks state hello_api nothing a',
		'tasks state hello_api say_hello nobody',
		'tasks state nobody say_hello a'
	),
	'tasks are cleared': lines(
		...runs('a'),
		'tasks clear hello_api -y',
		line('tasks clear hello_api', { stdin: 'n\n' }),
		'tasks clear hello_api -y -t say_bye',
		'tasks clear hello_api -y -t no_such_task',
		'tasks clear nobody -y',
		'tasks clear hello_api -y -s 2026-05-09',
		'tasks clear hello_api -y --only-failed'
	),
	'a DAG is deleted': lines(
		...runs('a'),
		line('dags delete hello_api', { stdin: 'n\n' }),
		'dags delete hello_api -y',
		'dags delete hello_api -y',
		'dags delete nobody -y',
		only('3', 'dags list --columns dag_id -o plain')
	),
	'what a task waits for': lines(
		...runs('a'),
		'tasks failed-deps hello_api say_hello a',
		'tasks failed-deps hello_api say_bye a',
		'tasks failed-deps hello_api say_bye 2026-05-01T00:00:00Z',
		'tasks failed-deps hello_api nothing a',
		'tasks failed-deps hello_api say_hello nobody',
		'tasks failed-deps nobody say_hello a'
	),
	'the details of a DAG': lines(
		'dags details nightly_sales -o json',
		'dags details hello_api -o json',
		'dags details paused_cleanup -o json',
		'dags details nobody'
	),
	'runs of a DAG are cleared': lines(
		...runs('a', 'bb'),
		only('3', 'dags clear hello_api -y'),
		only('3', 'dags clear hello_api --run-id a -y'),
		only('3', 'dags clear hello_api --run-id nobody -y'),
		only('3', 'dags clear hello_api --run-id a --partition-key x -y'),
		only('3', 'dags clear hello_api --partition-key x -y'),
		only('3', 'dags clear nobody --run-id a -y'),
		{ ...line('dags clear hello_api --run-id bb', { stdin: 'n\n' }), only: '3' }
	),
	'a backfill is made': lines(
		only(
			'3',
			'backfill create --dag-id nightly_sales --from-date 2026-05-01 --to-date 2026-05-04 --dry-run --max-active-runs 3'
		),
		only('3', 'backfill create --dag-id nightly_sales --from-date 2026-05-01 --to-date 2026-05-01'),
		only(
			'3',
			'backfill create --dag-id nightly_sales --from-date 2026-05-01 --to-date 2026-05-02 --dry-run --run-backwards'
		),
		only('3', 'backfill create --dag-id nightly_sales --from-date 2026-05-01 --to-date 2026-05-02'),
		only('3', 'backfill create --dag-id nightly_sales --from-date 2026-05-03 --to-date 2026-05-04'),
		only('3', 'backfill create --dag-id hello_api --from-date 2026-05-01 --to-date 2026-05-02'),
		only('3', 'backfill create --dag-id nobody --from-date 2026-05-01 --to-date 2026-05-02'),
		only(
			'3',
			`backfill create --dag-id nightly_sales --from-date 2026-05-01 --to-date 2026-05-02 --dag-run-conf nonsense`
		)
	),
	'an asset is made': lines(
		only('3', 'assets materialize --uri s3://shop/prices -o json'),
		only('3', 'assets materialize --name orders -o json'),
		only('3', 'dags list-runs asset_prices -o json'),
		only('3', 'assets materialize'),
		only('3', 'assets materialize --name nobody')
	),
	'partitions are cleared': lines(
		...runs('a', 'bb'),
		only('3', 'partitions clear -d hello_api -r a'),
		only('3', 'partitions clear -d hello_api -r a --clear-task-instances --dry-run'),
		only('3', 'partitions clear -d hello_api -r a --clear-task-instances'),
		only('3', 'partitions clear -d hello_api -r nobody'),
		only('3', 'partitions clear -d hello_api -k x'),
		only('3', 'partitions clear -d hello_api'),
		only('3', 'partitions clear -d hello_api -r a -k x'),
		only('3', 'partitions clear -d hello_api -s 2026-05-04 -e 2026-05-01'),
		only('3', 'partitions clear -d hello_api -s 2026-05-01'),
		only('3', 'partitions clear -d hello_api --date 2026-05-04~2026-05-01'),
		only('3', 'partitions clear -d hello_api --date 2026-05-01~2026-05-04 --dry-run'),
		only('3', 'partitions clear -d hello_api --date 2026-05-01'),
		only('3', 'partitions clear -d hello_api --date 2026-05-01~tomorrow'),
		only('3', 'partitions clear -d hello_api --date 2026-05-01~2026-05-04 -s 2026-05-01'),
		only('3', 'partitions clear -d nobody -r a'),
		only('3', 'partitions clear -d nobody -s 2026-05-01'),
		only('3', 'partitions clear -r a')
	),
	assets: lines(
		only('3', 'assets list'),
		only('3', 'assets list -o json'),
		only('3', 'assets list --alias'),
		only('3', 'assets list --columns name -o plain'),
		only('3', 'assets details --name orders'),
		only('3', 'assets details --name nobody'),
		only('3', 'assets details'),
		only('3', 'assets details --uri s3://shop/prices -o yaml')
	)
};
