import { before, lines, tidy, type Cases } from './line.ts';

const RUN = 'january_history scheduled__2026-01-01T00:00:00+00:00';

/** DAGs and their runs, assets, backfills, XComs. */
export const runCases: Cases = {
	'a DAG as it is shown': lines(
		'dags get documented',
		'dags get-details documented',
		'dags get NONCE',
		'dags get-details NONCE',
		'dags next-execution NONCE',
		'dags next-execution hello_api',
		'dags next-execution january_history -o yaml'
	),
	'pausing and letting run': lines(
		'dags pause setup_teardown',
		'dags unpause setup_teardown',
		'dags update setup_teardown --is-paused',
		'dags update setup_teardown',
		'dags update setup_teardown --no-is-paused',
		'dags pause NONCE',
		'dags unpause NONCE',
		'dags update NONCE --is-paused',
		tidy('dags unpause setup_teardown')
	),
	'what the program cannot print': lines('dags get-tags', 'dags get-tags -o table'),
	'statistics take a name letter by letter': lines('dags get-stats hello_api'),
	'versions, warnings, import errors': lines(
		'dags get-version hello_api 1',
		'dags get-version hello_api 99',
		'dags list-version hello_api',
		'dags list-version NONCE',
		'dags list-warning',
		'dags get-import-error 999999',
		'dags get-import-error x'
	),
	'a run, triggered': {
		removes: ['/dags/hello_api/dagRuns/NONCE', '/dags/hello_api/dagRuns/NONCE_n'],
		...lines(
			'dags trigger hello_api --dag-run-id NONCE --note hello',
			'dags trigger hello_api --dag-run-id NONCE',
			'dags trigger NONCE',
			'dags trigger hello_api --logical-date nonsense',
			'dags trigger hello_api --dag-run-id NONCE_n --run-after 2026-01-03T04:05:06',
			'dagrun get hello_api NONCE_x'
		)
	},
	'runs, listed': lines(
		'dagrun list',
		'dagrun list --dag-id NONCE --limit 1',
		'dagrun list --dag-id january_history --limit 0',
		'dagrun list --dag-id january_history --limit 5 --state nonsense',
		'dagrun list --dag-id january_history --limit 5 --state failed -o table',
		'dagrun list --dag-id january_history --limit 5 --state failed -o plain',
		'dagrun list --dag-id january_history --limit 5 --state failed -o yaml',
		'dagrun list --limit -1'
	),
	assets: lines(
		'assets get 999999',
		'assets get x',
		'assets get-by-alias 999999',
		'assets list-by-alias -o yaml',
		'assets materialize 999999',
		'assets create-event --asset-id 999999',
		'assets create-event',
		'assets get-queued-events 999999',
		'assets get-dag-queued-events NONCE 2026-01-01T00:00:00Z',
		'assets get-dag-queued-event NONCE 1',
		'assets delete-queued-events 1',
		'assets delete-dag-queued-events hello_api 2026-01-01T00:00:00Z',
		'assets delete-queued-event hello_api 1'
	),
	backfills: lines(
		'backfill list NONCE',
		'backfill get 999999',
		'backfill get x',
		'backfill pause 999999',
		'backfill unpause 999999',
		'backfill cancel 999999',
		'backfill create',
		'backfill create --dag-id NONCE --from-date 2026-01-01 --to-date x',
		'backfill create --dag-id NONCE --from-date 2026-01-01 --to-date 2026-01-02',
		'backfill create --dag-id NONCE --from-date 2026-01-01 --to-date 2026-01-02 --reprocess-behavior all',
		'backfill create --dag-id hello_api --from-date 2026-01-01 --to-date 2026-01-02',
		'backfill create-dry-run --dag-id january_history --from-date 2026-01-01 --to-date 2026-01-02',
		'backfill create-dry-run --dag-id NONCE --from-date 2026-01-01 --to-date 2026-01-02'
	),
	XComs: lines(
		'xcom get NONCE a b c',
		'xcom list NONCE a b',
		'xcom list NONCE a b --key k --map-index 0',
		`xcom add NONCE a b k '{"x": 1}'`,
		`xcom edit ${RUN} NONCE k v`,
		'xcom delete NONCE a b k',
		'xcom delete NONCE a b k --map-index 2'
	),
	'an XCom, from its birth to its end': lines(
		before('xcom delete january_history scheduled__2026-01-01T00:00:00+00:00 copy NONCE'),
		`xcom add ${RUN} copy NONCE '{"x": [1, "a"]}'`,
		`xcom get ${RUN} copy NONCE`,
		`xcom get ${RUN} copy NONCE -o table`,
		`xcom edit ${RUN} copy NONCE plain`,
		`xcom get ${RUN} copy NONCE`,
		`xcom list ${RUN} copy --key NONCE`,
		`xcom add ${RUN} copy NONCE again`,
		`xcom delete ${RUN} copy NONCE`,
		`xcom get ${RUN} copy NONCE`,
		tidy(`xcom delete ${RUN} copy NONCE`)
	),
	'deleting what is not there': lines('dags delete NONCE')
};
