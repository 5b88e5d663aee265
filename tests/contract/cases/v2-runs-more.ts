import {
	get,
	type Group,
	patch,
	post,
	prepare,
	raw,
	remove,
	stateIs,
	type Step,
	tidy
} from './case.ts';

const paused = '/dags/paused_cleanup/dagRuns';
const run = `${paused}/NONCE_run`;
const runs = (...names: string[]): Step[] =>
	names.map((name, at) =>
		prepare(
			post(paused, {
				dag_run_id: `NONCE_${name}`,
				logical_date: `2026-01-1${at + 5}T0${9 - at}:00:00Z`,
				run_after: `2025-04-0${5 - at}T00:00:00Z`,
				conf: { name, n: at },
				...(at === 1 ? { note: 'second' } : {})
			})
		)
	);
const gone = (...names: string[]): Step[] => names.map((name) => tidy(`${paused}/NONCE_${name}`));
const three = runs('a', 'b', 'c');
const away = gone('a', 'b', 'c');
const mine = `${paused}?run_id_pattern=NONCE_`;
/** Lists the three of this case and nothing else. */
const list = (query: string, options: object = {}) => get(`${mine}&${query}`, options);
const among = (...queries: string[]): Step[] => [
	...three,
	...queries.map((query) => list(query)),
	...away
];
const batch = (body: object, options: object = {}) =>
	post(
		'/dags/~/dagRuns/list',
		{ dag_ids: ['paused_cleanup'], conf_contains: 'NONCE', ...body },
		options
	);
const inBatch = (...bodies: object[]): Step[] => [
	prepare(
		post(paused, {
			dag_run_id: 'NONCE_a',
			logical_date: '2026-01-15T09:00:00Z',
			conf: { by: 'NONCE', n: 1 },
			run_after: '2025-04-05T00:00:00Z'
		})
	),
	prepare(
		post(paused, {
			dag_run_id: 'NONCE_b',
			logical_date: '2026-01-16T08:00:00Z',
			conf: { by: 'NONCE', n: 2 },
			run_after: '2025-04-04T00:00:00Z'
		})
	),
	...bodies.map((body) => batch(body)),
	...gone('a', 'b')
];

const bulk = (actions: unknown, dagId = 'paused_cleanup', options: object = {}) =>
	patch(`/dags/${dagId}/dagRuns`, { actions }, options);
const update = (entities: unknown[], rest: object = {}) => ({
	action: 'update',
	entities,
	...rest
});
const destroy = (entities: unknown[], rest: object = {}) => ({
	action: 'delete',
	entities,
	...rest
});
const clear = (body: unknown, dagId = 'paused_cleanup', options: object = {}) =>
	post(`/dags/${dagId}/clearDagRuns`, body, options);
const partitions = (body: unknown, dagId = 'paused_cleanup', options: object = {}) =>
	post(`/dags/${dagId}/clearPartitions`, body, options);
const id = (name: string, rest: object = {}) => ({ dag_run_id: `NONCE_${name}`, ...rest });

export const v2RunsMore: Group = {
	name: 'v2-runs-more',
	api: 'v2',
	cases: {
		'runs by run_after': among(
			'order_by=run_after&limit=1',
			'run_after_gte=2025-04-04T00:00:00Z&run_after_lt=2025-04-05T00:00:00Z',
			'run_after_gt=2025-04-04T00:00:00Z',
			'run_after_lte=2025-04-03T00:00:00Z'
		),
		'runs by logical date': among(
			'logical_date_gt=2026-01-16T08:00:00Z',
			'logical_date_lte=2026-01-15T09:00:00Z',
			'logical_date_gte=2026-01-16T10:00:00%2B02:00&logical_date_lte=2026-01-16T08:00:00Z'
		),
		'runs that have not begun fit a lower bound of their dates': among(
			'start_date_gte=2026-01-01T00:00:00Z&limit=1',
			'start_date_lte=2026-01-01T00:00:00Z',
			'end_date_gt=2026-01-01T00:00:00Z&limit=1',
			'end_date_lt=2026-01-01T00:00:00Z',
			'start_date_gt=2126-01-01T00:00:00Z&limit=0',
			'end_date_lte=2126-01-01T00:00:00Z&limit=0'
		),
		'runs by duration': among(
			'duration_gte=0',
			'duration_gt=0.5',
			'duration_lte=10',
			'duration_lt=0'
		),
		'runs by the time of their change': among(
			'updated_at_gte=2026-01-02T00:00:00Z&limit=1',
			'updated_at_lt=2026-01-02T00:00:00Z'
		),
		'runs by conf': among(
			'conf_contains=name',
			'conf_contains=%22n%22:%201',
			'conf_contains=NONCE'
		),
		'runs by type and state': among(
			'run_type=manual&limit=1',
			'run_type=manual&run_type=scheduled&limit=1&offset=2',
			'run_type=backfill',
			'state=queued&limit=1',
			'state=success&state=failed',
			'state=none'
		),
		'runs by version': among('dag_version=1&limit=1', 'dag_version=2', 'bundle_version=x'),
		'runs by pattern': among(
			'run_id_prefix_pattern=NONCE_b',
			'triggering_user_name_pattern=ADM&limit=1',
			'triggering_user_name_prefix_pattern=adm&limit=1',
			'triggering_user_name_prefix_pattern=op',
			'dag_id_pattern=PAUSED&limit=1',
			'dag_id_prefix_pattern=clean',
			'partition_key_pattern=x',
			'partition_key_prefix_pattern=x',
			'consuming_asset_pattern=orders'
		),
		'runs in many orders': among(
			'order_by=-id&limit=1',
			'order_by=-logical_date&limit=1',
			'order_by=dag_run_id&limit=1&offset=1',
			'order_by=-run_id&limit=1',
			'order_by=state&order_by=-run_after&limit=1',
			'order_by=dag_id&limit=1',
			'order_by=-start_date&limit=1',
			'order_by=end_date&limit=1',
			'order_by=-conf&limit=1',
			'order_by=duration&limit=1',
			'order_by=partition_date&limit=1'
		),
		'too many orders': [
			get(`${paused}?${Array.from({ length: 11 }, () => 'order_by=id').join('&')}`)
		],
		'runs of all DAGs': [
			...three,
			get('/dags/~/dagRuns?run_id_pattern=NONCE_&order_by=-logical_date&limit=2'),
			get('/dags/~/dagRuns?run_id_pattern=NONCE_&dag_id_pattern=paused&limit=1'),
			get('/dags/~/dagRuns?run_id_pattern=NONCE_&dag_id_pattern=hello'),
			get('/dags/~/dagRuns?run_id_pattern=NONCE_&state=queued&limit=0'),
			...away
		],
		'partition dates want a DAG that has them': [
			get(`${paused}?partition_date_gte=2026-01-01`),
			get('/dags/~/dagRuns?partition_date_lte=2026-01-01'),
			get('/dags/NONCE_dag/dagRuns?partition_date_gte=2026-01-01'),
			get(`${paused}?partition_date_gte=soon`)
		],
		'a cursor through the runs, and back': [
			...three,
			list('cursor=&limit=10&order_by=logical_date'),
			list('cursor=&limit=0'),
			list('cursor=rubbish'),
			list('cursor=gA'),
			list('cursor=~rubbish'),
			...away
		],
		'a bad query of runs': [
			get(`${paused}?limit=x&offset=-1&duration_gte=long&start_date_gte=soon&dag_version=x`)
		],
		'a negative limit of runs': [get(`${paused}?limit=-1`)],
		'a date without a zone, whichever': [
			get(`${paused}?start_date_gte=2026-01-01T00:00:00`),
			get(`${paused}?run_after_lt=2026-01-01`),
			get(`${paused}?updated_at_gt=2026-01-01T00:00:00`)
		],
		'who may see runs': [
			list('', { as: 'viewer' }),
			list('', { as: 'nobody' }),
			get(run, { as: 'viewer' }),
			get(run, { as: 'nobody' })
		],

		'a batch by dates': inBatch(
			{ logical_date_gt: '2026-01-15T09:00:00Z' },
			{ logical_date_lte: '2026-01-15T09:00:00+00:00' },
			{ run_after_gte: '2025-04-05T00:00:00Z' },
			{ run_after_lt: '2025-04-05T00:00:00Z' },
			{ start_date_gte: '2026-01-01T00:00:00Z', page_limit: 1 },
			{ end_date_lt: '2026-01-01T00:00:00Z' },
			{ duration_gte: 1 }
		),
		'a batch by states': inBatch(
			{ states: ['queued'], page_limit: 1 },
			{ states: ['success', 'failed'] },
			{ states: [], page_limit: 1 },
			{ states: null, page_limit: 1 },
			{ states: [null] }
		),
		'a batch by DAGs': inBatch(
			{ dag_ids: ['NONCE_dag'] },
			{ dag_ids: ['NONCE_dag', 'paused_cleanup'], page_limit: 1 },
			{ dag_ids: [], page_limit: 1 },
			{ dag_ids: null, page_limit: 1 }
		),
		'a batch in many orders': inBatch(
			{ order_by: '-id', page_limit: 1 },
			{ order_by: 'logical_date', page_limit: 1 },
			{ order_by: '-dag_run_id', page_limit: 1 },
			{ order_by: 'run_id', page_offset: 1 },
			{ order_by: 'run_after', page_limit: 1 },
			{ order_by: 'conf', page_limit: 1 },
			{ order_by: '-start_date', page_limit: 1 },
			{ order_by: '', page_limit: 1 },
			{ order_by: null, page_limit: 1 }
		),
		'a batch sorts by fewer fields than the list': [
			batch({ order_by: 'duration' }),
			batch({ order_by: '-partition_date' })
		],
		'pages of a batch': inBatch(
			{ page_limit: 0 },
			{ page_offset: 5 },
			{ page_limit: 1000, page_offset: 1 }
		),
		'a batch by conf': inBatch({ conf_contains: '"n": 2' }, { conf_contains: 'NONCE_no' }),
		'faults of a batch': [
			batch({
				page_offset: -1,
				page_limit: 'x',
				states: ['sleeping'],
				logical_date_gte: '2026-01-01'
			}),
			batch({ start_date_lt: '2026-01-01T00:00:00', duration_lt: 'x', dag_ids: [1], order_by: 5 }),
			post('/dags/~/dagRuns/list', []),
			post('/dags/~/dagRuns/list'),
			post('/dags/~/dagRuns/list', raw('{'))
		],
		'who may ask for a batch': [batch({}, { as: 'viewer' }), batch({}, { as: 'nobody' })],

		'waiting for a run that has ended': [
			prepare(post(paused, id('run', { logical_date: null }))),
			prepare(patch(run, { state: 'success' })),
			get(`${run}/wait?interval=1`),
			get(`${run}/wait?interval=0.1&result=cleanup`),
			get(`${run}/wait?interval=1`, { as: 'viewer' }),
			tidy(run)
		],
		'waiting with what its tasks returned': [
			prepare(post('/dags/mapped_files/dagRuns', id('run', { logical_date: null }))),
			prepare(get('/dags/mapped_files/dagRuns/NONCE_run', { until: stateIs('success') })),
			get('/dags/mapped_files/dagRuns/NONCE_run/wait?interval=1'),
			get(
				'/dags/mapped_files/dagRuns/NONCE_run/wait?interval=1&result=sum_rows&result=count_rows&result=NONCE'
			),
			get('/dags/mapped_files/dagRuns/NONCE_run/wait?interval=1&result=NONCE'),
			tidy('/dags/mapped_files/dagRuns/NONCE_run')
		],
		'waiting wants an interval': [
			get(`${run}/wait`),
			get(`${run}/wait?interval=0`),
			get(`${run}/wait?interval=x`),
			get(`${run}/wait?interval=-1`)
		],
		'waiting for an unknown run': [
			get(`${run}/wait?interval=1`),
			get(`${run}/wait?interval=1`, { as: 'nobody' })
		],

		'a run begun from a page': [
			post(paused, id('run', { logical_date: null }), { headers: { referer: 'http://x/' } }),
			tidy(run)
		],
		'a run before its DAG’s start has no tasks': [
			post(paused, id('run', { logical_date: '2025-03-01T09:00:00Z' })),
			get(`${run}/taskInstances`),
			get(run),
			tidy(run)
		],
		'a run for later stays queued': [
			post(
				'/dags/hello_api/dagRuns',
				id('run', { logical_date: null, run_after: '2126-01-01T00:00:00Z' })
			),
			get('/dags/hello_api/dagRuns/NONCE_run'),
			tidy('/dags/hello_api/dagRuns/NONCE_run')
		],
		'a partition key is refused': [
			post(paused, id('run', { logical_date: null, partition_key: 'a' }))
		],
		'an id with two dots is refused': [
			post(paused, { dag_run_id: 'NONCE..x', logical_date: null })
		],
		'ids that look otherwise made are refused': [
			...['backfill', 'operator_triggered', 'asset_triggered', 'asset_materialization'].map(
				(type) => post(paused, { dag_run_id: `${type}__NONCE`, logical_date: null })
			)
		],
		'an empty id is made up': [
			post(paused, { dag_run_id: '', logical_date: null }),
			remove(`${paused}/LAST_RUN`)
		],
		'run_after may be null or naive': [
			post(paused, id('run', { logical_date: null, run_after: null })),
			post(paused, id('other', { logical_date: null, run_after: '2025-05-01T00:00:00' })),
			...gone('run', 'other')
		],
		'a viewer may change nothing': [
			prepare(post(paused, id('run', { logical_date: null }))),
			post(paused, id('other', { logical_date: null }), { as: 'viewer' }),
			patch(run, { note: 'x' }, { as: 'viewer' }),
			remove(run, { as: 'viewer' }),
			remove(run, { as: 'nobody' }),
			post(`${run}/clear`, {}, { as: 'viewer' }),
			remove(run, { as: 'user' })
		],
		'a note taken away': [
			prepare(post(paused, id('run', { logical_date: null, note: 'first' }))),
			patch(run, { note: '' }),
			patch(run, { note: 'again' }),
			patch(run, { note: null }),
			tidy(run)
		],
		'an update mask': [
			prepare(post(paused, id('run', { logical_date: null }))),
			patch(`${run}?update_mask=state`, { note: 'x' }),
			patch(`${run}?update_mask=NONCE`, { note: 'x' }),
			patch(`${run}?update_mask=state&update_mask=note`, { note: 'x', state: 'failed' }),
			patch(`${run}?update_mask=note`, { note: 'y', state: null }),
			patch(run, { state: null, note: 5 }),
			patch(run, []),
			patch(run),
			tidy(run)
		],
		'a running run cannot be deleted': [
			prepare(post('/dags/long_backup/dagRuns', id('run', { logical_date: null }))),
			prepare(get('/dags/long_backup/dagRuns/NONCE_run', { until: stateIs('running') })),
			remove('/dags/long_backup/dagRuns/NONCE_run'),
			bulk([destroy(['NONCE_run'])], 'long_backup'),
			prepare(patch('/dags/long_backup/dagRuns/NONCE_run', { state: 'failed' })),
			remove('/dags/long_backup/dagRuns/NONCE_run'),
			tidy('/dags/long_backup/dagRuns/NONCE_run')
		],

		'many runs get a state and a note': [
			...three,
			bulk([
				update([
					id('a', { state: 'success' }),
					id('b', { note: 'bulk', state: 'failed' }),
					id('c', { note: '' })
				])
			]),
			list('order_by=run_id'),
			...away
		],
		'of two changes of one run the latter counts': [
			...three,
			bulk([update([id('a', { note: 'one' }), id('a', { note: 'two' })])]),
			list('order_by=run_id&limit=1'),
			...away
		],
		'a mask for many changes nothing': [
			...three,
			bulk([update([id('a', { note: 'one', state: 'failed' })], { update_mask: ['note'] })]),
			list('order_by=run_id&limit=1'),
			...away
		],
		'many runs are deleted': [
			...three,
			bulk([destroy(['NONCE_c', 'NONCE_a', id('b')])]),
			list('limit=0'),
			bulk([destroy(['NONCE_c'])]),
			...away
		],
		'some of many are absent': [
			...three,
			bulk([destroy(['NONCE_z', 'NONCE_a', 'NONCE_y'])]),
			bulk([update([id('z', { note: 'x' }), id('a', { note: 'x' })])]),
			bulk([destroy(['NONCE_z', 'NONCE_a'], { action_on_non_existence: 'skip' })]),
			bulk([
				update([id('z', { note: 'x' }), id('b', { note: 'x' })], {
					action_on_non_existence: 'skip'
				})
			]),
			...away
		],
		'many actions, one after the other': [
			...three,
			bulk([
				update([id('a', { note: 'x' })]),
				destroy(['NONCE_a']),
				update([id('a', { note: 'y' })]),
				destroy(['NONCE_b', 'NONCE_b']),
				{ action: 'create', entities: [id('d')], action_on_existence: 'skip' }
			]),
			...away
		],
		'many runs of several DAGs': [
			...three,
			bulk(
				[
					destroy(['NONCE_a', id('b'), id('c', { dag_id: 'paused_cleanup' })]),
					update([
						id('a'),
						id('a', { dag_id: 'paused_cleanup', note: 'x' }),
						{ dag_run_id: '~', dag_id: 'paused_cleanup' }
					])
				],
				'~'
			),
			...away
		],
		'another DAG than the path’s': [
			...three,
			bulk([update([id('a', { dag_id: 'paused_cleanup', note: 'x' })])], 'hello_api'),
			...away
		],
		'many runs of an unknown DAG': [bulk([destroy(['x'])], 'NONCE_dag')],
		'no actions': [bulk([]), bulk([], 'NONCE_dag'), bulk([destroy([]), update([])])],
		'runs are not made in bulk': [bulk([{ action: 'create', entities: [id('a')] }])],
		'an action that is none': [bulk([{ action: 'burn', entities: [] }]), bulk([{}]), bulk([1])],
		'faults of actions are named twice': [
			patch('/dags/hello_api/dagRuns', {}),
			patch('/dags/hello_api/dagRuns', { actions: {}, colour: 'red' }),
			patch('/dags/hello_api/dagRuns', []),
			patch('/dags/hello_api/dagRuns'),
			patch('/dags/hello_api/dagRuns', raw('{'))
		],
		'faults of entities': [
			bulk([destroy([1])]),
			bulk([destroy([{ colour: 1 }])]),
			bulk([update(['x'])]),
			bulk([update([{ dag_run_id: 1, state: 'running', note: 'x'.repeat(1001), colour: 'red' }])]),
			bulk([{ action: 'create', entities: [{}], action_on_existence: 'burn' }])
		],
		'faults of an action': [
			bulk([{ action: 'delete' }]),
			bulk([destroy(['x'], { action_on_non_existence: 'burn', colour: 'red' })]),
			bulk([update([], { update_mask: 'note', action_on_existence: 'skip' })]),
			bulk([{ action: 'delete', entities: 'x' }])
		],
		'who may change many': [
			bulk([destroy(['x'])], 'hello_api', { as: 'viewer' }),
			bulk([], 'hello_api', { as: 'viewer' }),
			bulk([destroy(['x'])], '~', { as: 'viewer' }),
			bulk([update([id('a', { dag_id: 'hello_api' })])], '~', { as: 'viewer' }),
			bulk([destroy(['x'])], 'hello_api', { as: 'user' }),
			bulk([], 'hello_api', { as: 'nobody' }),
			patch('/dags/hello_api/dagRuns', {}, { as: 'viewer' })
		],

		'what clearing many would touch': [
			...three,
			clear({ dag_runs: [id('b'), id('a')] }),
			clear({ dag_runs: [id('a'), id('a')], only_failed: true }),
			clear({ dag_runs: [id('a')], only_new: true }),
			...away
		],
		'many runs are cleared': [
			...three,
			prepare(patch(`${paused}/NONCE_a`, { state: 'success' })),
			clear({ dag_runs: [id('b'), id('a'), id('b')], dry_run: false, note: 'again' }),
			get(`${paused}/NONCE_a/taskInstances`),
			...away
		],
		'many runs of several DAGs are cleared': [
			...three,
			clear({ dag_runs: [id('a', { dag_id: 'paused_cleanup' })], dry_run: false }, '~'),
			...away
		],
		'clearing many that are not there': [
			clear({ dag_runs: [id('z')] }),
			clear({ dag_runs: [id('z')], dry_run: false }),
			clear({ dag_runs: [id('z')] }, 'NONCE_dag')
		],
		'clearing many with the wrong DAG': [
			clear({ dag_runs: [id('a', { dag_id: 'hello_api' })] }),
			clear({ dag_runs: [id('a')] }, '~'),
			clear({ dag_runs: [id('a', { dag_id: '~' })] }, '~')
		],
		'clearing by partition': [
			clear({ partition_key: 'a' }),
			clear({ partition_key: 'a', dry_run: false }),
			clear({ partition_date_start: '2026-01-01' }),
			clear({ partition_date_end: '2026-01-01', dry_run: false }),
			clear({ partition_key: 'a' }, '~'),
			clear({ partition_key: 'a' }, 'NONCE_dag')
		],
		'clearing many wants one way to choose': [
			clear({}),
			clear({ dag_runs: [] }),
			clear({ dag_runs: [id('a')], partition_key: 'a' }),
			clear({ partition_date_start: '2026-01-02', partition_date_end: '2026-01-01' })
		],
		'clearing many: faults': [
			clear({ dag_runs: [id('a')], only_new: true, only_failed: true }),
			clear({
				dag_runs: [id('a', { colour: 'red' })],
				only_failed: 'perhaps',
				note: 'x'.repeat(1001)
			}),
			clear({ dag_runs: 'x', partition_date_start: 'soon', colour: 'red' }),
			clear([]),
			clear(undefined),
			clear(raw('null'))
		],
		'who may clear many': [
			clear({ dag_runs: [id('a')] }, 'hello_api', { as: 'viewer' }),
			clear({ partition_key: 'a' }, 'hello_api', { as: 'viewer' }),
			clear({ partition_key: 'a' }, '~', { as: 'viewer' }),
			clear({ dag_runs: [id('a')] }, '~', { as: 'viewer' }),
			clear({}, 'hello_api', { as: 'viewer' }),
			clear({}, 'hello_api', { as: 'nobody' }),
			clear({ dag_runs: [id('a')] }, 'hello_api', { as: 'user' })
		],
		'partitions of runs that have none': [
			...three,
			partitions({ run_id: 'NONCE_a' }),
			partitions({ run_id: 'NONCE_a', clear_task_instances: true }),
			partitions({ run_id: 'NONCE_a', clear_task_instances: true, dry_run: false }),
			partitions({ partition_key: 'a', dry_run: false }),
			partitions({ partition_date_start: '2026-01-01' }),
			partitions({ run_id: 'NONCE_z' }),
			...away
		],
		'partitions want one way to choose': [
			partitions({}),
			partitions({ run_id: 'x', partition_key: 'a' }),
			partitions({ partition_date_start: '2026-01-02', partition_date_end: '2026-01-01' })
		],
		'partitions: faults': [
			partitions({ run_id: 1, colour: 'red', dry_run: 'perhaps' }),
			partitions([]),
			partitions(undefined)
		],
		'partitions of an unknown DAG': [
			partitions({ run_id: 'x' }, 'NONCE_dag'),
			partitions({ run_id: 'x' }, '~')
		],
		'who may clear partitions': [
			partitions({ run_id: 'x' }, 'hello_api', { as: 'viewer' }),
			partitions({ run_id: 'x' }, 'hello_api', { as: 'user' }),
			partitions({ run_id: 'x' }, 'hello_api', { as: 'nobody' })
		]
	}
};
