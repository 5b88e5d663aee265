import {
	get,
	type Group,
	keep,
	patch,
	post,
	prepare,
	put,
	raw,
	remove,
	stateIs,
	type Step,
	tidy
} from './case.ts';

const runs = '/dags/asset_report/dagRuns';
const queue = '/dags/asset_report/assets/queuedEvents';
const empty = prepare(remove(queue));
const emptied = tidy(queue);
const orders = keep('ORDERS', prepare(get('/assets?uri_pattern=orders')));
const prices = keep('PRICES', prepare(get('/assets?uri_pattern=prices')));
/** Both assets’ ids are known and nothing waits. */
const ready: Step[] = [orders, prices, empty];
/** An id goes out as a number. */
const event = (asset: string, extra = '{"by":"NONCE"}') =>
	post('/assets/events', raw(`{"asset_id":${asset},"extra":${extra}}`));
const events = '/assets/events';
const mine = `${events}?source_run_id=NONCE_run`;

const written = (dagId: string): Step[] => [
	post(`/dags/${dagId}/dagRuns`, { dag_run_id: 'NONCE_run', logical_date: null }),
	get(`/dags/${dagId}/dagRuns/NONCE_run`, { until: stateIs('success') })
];
const newestRun = `${runs}?order_by=-id&limit=1&run_type=asset_triggered`;
const newestEvent = `${events}?order_by=-timestamp&limit=1`;
const hasRun = (body: unknown) => {
	const { asset_events: found } = body as {
		asset_events: { created_dagruns: { state: string }[] }[];
	};
	return found[0]?.created_dagruns[0]?.state === 'success';
};
const ran = prepare(get(newestEvent, { until: hasRun }));

const materialize = (body?: unknown, options: object = {}) =>
	post('/assets/PRICES/materialize', body, options);
const made = '/dags/asset_prices/dagRuns/NONCE_run';
const unmade = (runId = 'NONCE_run') => tidy(`/dags/asset_prices/dagRuns/${runId}`);

const store = '/assets/ORDERS/state-store';
const stored = tidy(store);

export const v2Assets: Group = {
	name: 'v2-assets',
	api: 'v2',
	cases: {
		'assets by URI': [get('/assets?order_by=uri&uri_pattern=NONCE')],
		'assets by a part of the name, whatever its case': [
			orders,
			...written('asset_orders'),
			get('/assets?name_pattern=ORD'),
			tidy('/dags/asset_orders/dagRuns/NONCE_run'),
			emptied
		],
		'assets by the beginning of the name': [
			...beenWritten(),
			get('/assets?name_prefix_pattern=s3://shop/o'),
			get('/assets?name_prefix_pattern=shop'),
			emptied
		],
		'assets by a pattern of the URI': [
			...beenWritten(),
			get('/assets?uri_pattern=s3%25ord_rs'),
			get('/assets?uri_pattern=NONCE|orders'),
			emptied
		],
		'assets by the beginning of the URI': [
			get('/assets?uri_prefix_pattern=orders'),
			...beenWritten(),
			get('/assets?uri_prefix_pattern=s3://shop/ord'),
			emptied
		],
		'assets that a DAG writes': [
			...beenWritten(),
			get('/assets?dag_ids=asset_orders'),
			get('/assets?dag_ids=asset_orders,NONCE'),
			get('/assets?dag_ids=asset_orders&dag_ids=NONCE'),
			emptied
		],
		'assets that a DAG waits for': [
			...beenWritten(),
			get('/assets?dag_ids=asset_report&order_by=-uri&offset=1'),
			get('/assets?dag_ids=asset_report&order_by=name&limit=1'),
			emptied
		],
		'assets of a DAG that has none': [get('/assets?dag_ids=hello_api')],
		'assets sort by these fields': [
			get('/assets?order_by=id&name_pattern=NONCE'),
			get('/assets?order_by=-created_at&name_pattern=NONCE'),
			get('/assets?order_by=updated_at&order_by=-name&name_pattern=NONCE')
		],
		'assets sort by no unknown field': [get('/assets?order_by=group')],
		'a negative limit of assets': [get('/assets?limit=-1')],
		'a page of no assets': [get('/assets?limit=0')],
		'a page beyond the last': [get('/assets?offset=10')],
		'only_active is a boolean': [get('/assets?only_active=perhaps')],
		'all assets, active or not': [get('/assets?only_active=false&limit=0')],
		'several faults of a query at once': [get('/assets?limit=x&offset=-2&only_active=3')],
		'a viewer sees assets, nobody does not': [
			get('/assets?limit=0', { as: 'viewer' }),
			get('/assets', { as: 'nobody' })
		],
		'one asset': [...beenWritten(), get('/assets/ORDERS'), emptied],
		'a viewer sees one': [...beenWritten(), get('/assets/ORDERS', { as: 'viewer' }), emptied],
		'an unknown asset': [get('/assets/99999999')],
		'an asset by no number': [get('/assets/orders')],
		'an asset by a negative number': [get('/assets/-1')],

		'aliases of assets': [get('/assets/aliases?name_pattern=latest_prices')],
		'aliases by the beginning of the name': [
			get('/assets/aliases?name_prefix_pattern=latest'),
			get('/assets/aliases?name_prefix_pattern=prices')
		],
		'aliases that nothing is called': [get('/assets/aliases?name_pattern=NONCE')],
		'aliases sort by name': [get('/assets/aliases?order_by=-name&name_pattern=latest_p')],
		'aliases sort by no unknown field': [get('/assets/aliases?order_by=group')],
		'aliases with a bad page': [get('/assets/aliases?limit=x&offset=-1')],
		'one alias': [
			keep('ALIAS', prepare(get('/assets/aliases?name_pattern=latest_prices'))),
			get('/assets/aliases/ALIAS'),
			get('/assets/aliases/ALIAS', { as: 'viewer' })
		],
		'an unknown alias': [get('/assets/aliases/99999999')],
		'an alias by no number': [get('/assets/aliases/latest_prices')],
		'nobody sees aliases': [
			get('/assets/aliases', { as: 'nobody' }),
			get('/assets/aliases/1', { as: 'nobody' })
		],

		'an event by the API is queued for the DAG that waits': [
			...ready,
			event('ORDERS'),
			get(queue),
			get('/assets/ORDERS/queuedEvents'),
			get('/assets/PRICES/queuedEvents'),
			get('/dags/asset_report/assets/ORDERS/queuedEvents'),
			get('/dags/asset_report/assets/PRICES/queuedEvents'),
			remove(queue),
			get(queue),
			emptied
		],
		'the same event twice is queued once': [
			...ready,
			event('ORDERS'),
			event('ORDERS'),
			get(queue),
			emptied
		],
		'queued events are removed by asset': [
			...ready,
			event('ORDERS'),
			remove('/assets/PRICES/queuedEvents'),
			remove('/assets/ORDERS/queuedEvents'),
			get(queue),
			emptied
		],
		'a queued event is removed by DAG and asset': [
			...ready,
			event('ORDERS'),
			remove('/dags/asset_report/assets/PRICES/queuedEvents'),
			remove('/dags/asset_report/assets/ORDERS/queuedEvents'),
			get(queue),
			emptied
		],
		'queued events before a time': [
			...ready,
			event('ORDERS'),
			get(`${queue}?before=2026-01-01T00:00:00Z`),
			get(`${queue}?before=2126-01-01`),
			get('/assets/ORDERS/queuedEvents?before=2026-01-01T00:00:00'),
			get('/dags/asset_report/assets/ORDERS/queuedEvents?before=2026-01-01T00:00:00Z'),
			remove(`${queue}?before=2026-01-01T00:00:00Z`),
			remove('/assets/ORDERS/queuedEvents?before=2026-01-01'),
			remove('/dags/asset_report/assets/ORDERS/queuedEvents?before=2026-01-01'),
			get(queue),
			emptied
		],
		'before is no word': [get(`${queue}?before=soon`)],
		'before is not empty': [get(`${queue}?before=`)],
		'before of an asset is no word': [get('/assets/1/queuedEvents?before=soon')],
		'the queue of a DAG that waits for nothing': [get('/dags/hello_api/assets/queuedEvents')],
		'the queue of an unknown DAG': [get('/dags/NONCE_dag/assets/queuedEvents')],
		'the queue of an unknown asset': [get('/assets/99999999/queuedEvents')],
		'the queue of an asset by no number': [get('/assets/orders/queuedEvents')],
		'a queued event of an unknown pair': [
			get('/dags/hello_api/assets/99999999/queuedEvents'),
			get('/dags/hello_api/assets/orders/queuedEvents')
		],
		'removing for a DAG that waits for nothing': [remove('/dags/hello_api/assets/queuedEvents')],
		'removing for an unknown asset': [
			remove('/assets/99999999/queuedEvents'),
			remove('/assets/orders/queuedEvents')
		],
		'removing an unknown pair': [
			remove('/dags/hello_api/assets/99999999/queuedEvents'),
			remove('/dags/hello_api/assets/orders/queuedEvents')
		],
		'who may see a queue': [
			get('/dags/hello_api/assets/queuedEvents', { as: 'viewer' }),
			get('/dags/hello_api/assets/queuedEvents', { as: 'nobody' }),
			get('/assets/99999999/queuedEvents', { as: 'viewer' }),
			get('/assets/99999999/queuedEvents', { as: 'nobody' })
		],
		'who may remove from the queue of a DAG': [
			remove('/dags/hello_api/assets/queuedEvents', { as: 'viewer' }),
			remove('/dags/hello_api/assets/queuedEvents', { as: 'user' }),
			remove('/dags/hello_api/assets/queuedEvents', { as: 'op' }),
			remove('/dags/hello_api/assets/queuedEvents', { as: 'nobody' })
		],
		'who may remove from the queue of an asset': [
			remove('/assets/99999999/queuedEvents', { as: 'viewer' }),
			remove('/assets/99999999/queuedEvents', { as: 'user' }),
			remove('/assets/99999999/queuedEvents', { as: 'op' }),
			remove('/dags/hello_api/assets/99999999/queuedEvents', { as: 'user' })
		],

		'an event without extra': [...ready, post(events, raw('{"asset_id":ORDERS}')), emptied],
		'an event keeps what it is told and stars secrets': [
			...ready,
			event('ORDERS', '{"a":[1,null,{"password":"x"}],"token":"t","from_rest_api":false}'),
			emptied
		],
		'an id as text is a number too': [...ready, event('"ORDERS"'), emptied],
		'an event takes rules of access': [
			...ready,
			post(
				events,
				raw('{"asset_id":ORDERS,"access_control":{"consumer_teams":["a"],"allow_global":true}}')
			),
			emptied
		],
		'an event needs an asset': [post(events, {})],
		'an event of an unknown asset': [post(events, { asset_id: 99999999 })],
		'an unknown key of an event': [post(events, { asset_id: 99999999, colour: 'red' })],
		'several faults of an event at once': [
			post(events, {
				asset_id: 'x',
				extra: 1,
				partition_key: ' ',
				access_control: { colour: 'red', allow_global: 'perhaps', consumer_teams: 'a' }
			})
		],
		'a partition key may not be too long': [
			post(events, { asset_id: 1, partition_key: 'x'.repeat(251) })
		],
		'a partition key is text': [post(events, { asset_id: 1, partition_key: 5 })],
		'rules of access are an object': [post(events, { asset_id: 1, access_control: 1 })],
		'extra is not null': [post(events, { asset_id: 1, extra: null })],
		'an event without a body': [post(events)],
		'an event that is a list': [post(events, [])],
		'an event that is no JSON': [post(events, raw('{"asset_id"'))],
		'an event of another type': [
			post(events, raw('asset_id=1'), {
				headers: { 'content-type': 'application/x-www-form-urlencoded' }
			})
		],
		'who may make an event': [
			post(events, { asset_id: 99999999 }, { as: 'viewer' }),
			post(events, { asset_id: 99999999 }, { as: 'user' }),
			post(events, { asset_id: 99999999 }, { as: 'op' }),
			post(events, { asset_id: 99999999 }, { as: 'nobody' })
		],

		'a task that writes makes an event': [
			...ready,
			...written('asset_orders'),
			get(mine),
			get(`${mine}&asset_id=ORDERS`),
			get(`${mine}&asset_id=99999999`),
			get(`${mine}&source_dag_id=asset_orders&source_task_id=write_orders`),
			get(`${mine}&source_dag_id=asset_prices`),
			get(`${mine}&source_task_id=NONCE`),
			get(`${mine}&source_map_index=-1`),
			get(`${mine}&source_map_index=0`),
			get(`${mine}&name_pattern=ORDERS`),
			get(`${mine}&name_pattern=prices`),
			get(`${mine}&name_prefix_pattern=s3://shop`),
			get(`${mine}&timestamp_gte=2026-01-01T00:00:00Z&timestamp_lt=2126-01-01T00:00:00Z`),
			get(`${mine}&timestamp_lte=2026-01-01T00:00:00Z`),
			get(`${mine}&order_by=-timestamp&order_by=source_run_id&limit=1`),
			get(`${mine}&limit=0`),
			get(`${mine}&offset=1`),
			tidy('/dags/asset_orders/dagRuns/NONCE_run'),
			emptied
		],
		'events sort by no unknown field': [get(`${events}?order_by=id`)],
		'events sort by their source': [
			get(`${mine}&order_by=source_dag_id&order_by=-source_task_id`),
			get(`${mine}&order_by=source_run_id`),
			get(`${mine}&order_by=-source_map_index`)
		],
		'events of an asset by no number': [get(`${events}?asset_id=x&source_map_index=y`)],
		'a date of events without a zone': [get(`${events}?timestamp_gte=2026-01-01`)],
		'a date of events that is none': [get(`${events}?timestamp_gte=soon`)],
		'who may see events': [get(mine, { as: 'viewer' }), get(mine, { as: 'nobody' })],

		'both assets new: the DAG runs, and tells by what': [
			...ready,
			// What the run takes in begins after the run before.
			prepare(event('ORDERS')),
			prepare(event('PRICES')),
			ran,
			event('ORDERS'),
			event('PRICES'),
			ran,
			get(queue),
			prepare(get(newestRun)),
			get(`${runs}/LAST_RUN`),
			get(`${runs}/LAST_RUN/upstreamAssetEvents`),
			remove(`${runs}/LAST_RUN`),
			prepare(get(newestRun)),
			remove(`${runs}/LAST_RUN`),
			emptied
		],
		'a paused DAG does not listen': [
			...ready,
			prepare(patch('/dags/asset_report', { is_paused: true })),
			event('ORDERS'),
			get(queue),
			prepare(patch('/dags/asset_report', { is_paused: false })),
			get(queue),
			emptied
		],
		'upstream events of a run by hand are none': [
			prepare(post(runs, { dag_run_id: 'NONCE_run', logical_date: null })),
			get(`${runs}/NONCE_run/upstreamAssetEvents`),
			get(`${runs}/NONCE_run/upstreamAssetEvents`, { as: 'viewer' }),
			tidy(`${runs}/NONCE_run`)
		],
		'upstream events of an unknown run': [
			get(`${runs}/NONCE_run/upstreamAssetEvents`),
			get('/dags/NONCE_dag/dagRuns/NONCE_run/upstreamAssetEvents'),
			get(`${runs}/NONCE_run/upstreamAssetEvents`, { as: 'nobody' })
		],

		'an asset is materialized by the DAG that writes it': [
			...ready,
			materialize({ dag_run_id: 'NONCE_run', conf: { a: 1 }, note: 'by hand' }),
			get(made, { until: stateIs('success') }),
			get(mine),
			unmade(),
			emptied
		],
		'materializing needs no body': [
			...ready,
			materialize(),
			prepare(get('/dags/asset_prices/dagRuns/LAST_RUN', { until: stateIs('success') })),
			remove('/dags/asset_prices/dagRuns/LAST_RUN'),
			emptied
		],
		'materializing with a null body': [
			...ready,
			materialize(raw('null')),
			prepare(get('/dags/asset_prices/dagRuns/LAST_RUN', { until: stateIs('success') })),
			remove('/dags/asset_prices/dagRuns/LAST_RUN'),
			emptied
		],
		'materializing for a date, in its own zone': [
			...ready,
			materialize({ dag_run_id: 'NONCE_run', logical_date: '2026-01-03T00:00:00+02:00' }),
			get(made, { until: stateIs('success') }),
			unmade(),
			emptied
		],
		'materializing with an id that is taken': [
			...ready,
			prepare(materialize({ dag_run_id: 'NONCE_run' })),
			materialize({ dag_run_id: 'NONCE_run' }),
			prepare(get(made, { until: stateIs('success') })),
			unmade(),
			emptied
		],
		'materializing takes an id that looks otherwise made': [
			...ready,
			materialize({ dag_run_id: 'asset_triggered__NONCE' }),
			prepare(
				get('/dags/asset_prices/dagRuns/asset_triggered__NONCE', { until: stateIs('success') })
			),
			unmade('asset_triggered__NONCE'),
			emptied
		],
		'materializing refuses bad letters in an id': [
			prices,
			materialize({ dag_run_id: 'NONCE run' }),
			materialize({ dag_run_id: '..' })
		],
		'materializing refuses a partition key': [prices, materialize({ partition_key: 'a' })],
		'materializing refuses what does not fit': [
			prices,
			materialize({ conf: 1, logical_date: '2026-01-01T00:00:00', colour: 'red' }),
			materialize({ data_interval_start: '2026-01-01T00:00:00Z' }),
			materialize([]),
			materialize(raw('{"conf"'))
		],
		'materializing an unknown asset': [
			post('/assets/99999999/materialize'),
			post('/assets/99999999/materialize', { colour: 'red' }),
			post('/assets/prices/materialize', {}),
			post('/assets/prices/materialize', { colour: 'red' })
		],
		'who may materialize': [
			post('/assets/99999999/materialize', {}, { as: 'viewer' }),
			post('/assets/99999999/materialize', {}, { as: 'user' }),
			post('/assets/99999999/materialize', {}, { as: 'op' }),
			post('/assets/99999999/materialize', {}, { as: 'nobody' })
		],

		'an asset keeps state': [
			orders,
			prepare(remove(store)),
			get(store),
			put(`${store}/NONCE_a`, { value: { a: [1, null, 'é'] } }),
			get(`${store}/NONCE_a`),
			put(`${store}/NONCE_a`, { value: 'new' }),
			get(store),
			remove(`${store}/NONCE_a`),
			remove(`${store}/NONCE_a`),
			get(`${store}/NONCE_a`),
			stored
		],
		'state is listed by key and paged': [
			orders,
			prepare(remove(store)),
			put(`${store}/b`, { value: 2 }),
			put(`${store}/a`, { value: true }),
			put(`${store}/c/d`, { value: 1.5 }),
			get(store),
			get(`${store}?limit=1&offset=1`),
			get(`${store}/c/d`),
			get(`${store}/c%2Fd`, { as: 'viewer' }),
			remove(store),
			get(store),
			stored
		],
		'state has a value': [
			orders,
			put(`${store}/a`, {}),
			put(`${store}/a`, { value: null }),
			put(`${store}/a`, { value: 1, colour: 'red' }),
			put(`${store}/a`),
			put(`${store}/a`, []),
			put(`${store}/a`, raw('{"value"'))
		],
		'state may not be too long': [orders, put(`${store}/a`, { value: 'x'.repeat(65_534) })],
		'state of an unknown asset': [
			get('/assets/99999999/state-store'),
			get('/assets/99999999/state-store/a'),
			put('/assets/99999999/state-store/a', { value: 1 }),
			remove('/assets/99999999/state-store/a'),
			remove('/assets/99999999/state-store')
		],
		'state of an asset by no number': [
			get('/assets/x/state-store'),
			get('/assets/x/state-store/a'),
			put('/assets/x/state-store/a', {}),
			remove('/assets/x/state-store/a')
		],
		'a bad page of state': [orders, get(`${store}?limit=-1&offset=x`)],
		'who may keep state': [
			orders,
			get(store, { as: 'nobody' }),
			put(`${store}/a`, { value: 1 }, { as: 'viewer' }),
			put(`${store}/a`, { value: 1 }, { as: 'user' }),
			put(`${store}/a`, { value: 1 }, { as: 'op' }),
			remove(`${store}/a`, { as: 'user' }),
			remove(store, { as: 'viewer' }),
			remove(store, { as: 'op' }),
			stored
		]
	}
};

/** Each asset has an event for certain, and nothing waits. */
function beenWritten(): Step[] {
	return [orders, prices, prepare(event('ORDERS')), empty, prepare(event('PRICES')), empty];
}
