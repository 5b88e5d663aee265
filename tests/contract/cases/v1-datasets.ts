import {
	get,
	type Group,
	keep,
	post,
	prepare,
	raw,
	remove,
	stateIs,
	type Step,
	tidy
} from './case.ts';

const ORDERS = 's3%3A%2F%2Fshop%2Forders';
const PRICES = 's3%3A%2F%2Fshop%2Fprices';
const queue = '/dags/asset_report/datasets/queuedEvent';
const empty = prepare(remove(queue));
const emptied = tidy(queue);
const event = (uri: string, extra?: object) =>
	post('/datasets/events', { dataset_uri: uri, ...(extra ? { extra } : {}) });
const orders = event('s3://shop/orders', { by: 'NONCE' });
const prices = event('s3://shop/prices', { by: 'NONCE' });

/** A run of the DAG that writes, to its end. */
const written = (dagId: string, runId = 'NONCE_run'): Step[] => [
	post(`/dags/${dagId}/dagRuns`, { dag_run_id: runId }),
	get(`/dags/${dagId}/dagRuns/${runId}`, { until: stateIs('success') })
];
const runs = '/dags/asset_report/dagRuns';
const newestEvent = '/datasets/events?order_by=-timestamp&limit=1';

/** The newest event has made a run, and that has ended. */
const hasRun = (body: unknown) => {
	const { dataset_events: events } = body as {
		dataset_events: { created_dagruns: { state: string }[] }[];
	};
	return events[0]?.created_dagruns[0]?.state === 'success';
};
const ran = get(newestEvent, { until: hasRun });
const newestRun = get(`${runs}?order_by=-execution_date&limit=1`);

export const v1Datasets: Group = {
	name: 'v1-datasets',
	api: 'v1',
	cases: {
		'datasets in the order of their URIs': [get('/datasets?order_by=uri')],
		'and the other way round': [get('/datasets?order_by=-uri')],
		'a page of datasets': [get('/datasets?order_by=uri&limit=1&offset=1')],
		'a page beyond the last': [get('/datasets?offset=10')],
		'a limit of zero is the longest page': [get('/datasets?order_by=uri&limit=0')],
		'datasets by a part of the URI, whatever its case': [get('/datasets?uri_pattern=ORD')],
		'a wild card in the pattern': [get('/datasets?uri_pattern=s3%25pri_es')],
		'no dataset fits; the total is of all': [get('/datasets?uri_pattern=NONCE')],
		'an empty pattern fits all': [get('/datasets?uri_pattern=&order_by=uri')],
		'datasets that a DAG writes': [get('/datasets?dag_ids=asset_orders')],
		'datasets that a DAG waits for': [get('/datasets?dag_ids=asset_report&order_by=uri')],
		'datasets of several DAGs': [get('/datasets?dag_ids=asset_orders,asset_prices&order_by=uri')],
		'datasets of a DAG that has none': [get('/datasets?dag_ids=hello_api')],
		'datasets of no DAG are all': [get('/datasets?dag_ids=&order_by=uri')],
		'datasets sort by no unknown field': [get('/datasets?order_by=extra')],
		'datasets sort by their times': [
			get('/datasets?order_by=created_at&limit=0&uri_pattern=orders'),
			get('/datasets?order_by=-updated_at&uri_pattern=orders')
		],
		'a negative limit for datasets': [get('/datasets?limit=-1')],
		'a limit that is no number': [get('/datasets?limit=many')],
		'a negative offset for datasets': [get('/datasets?offset=-1')],
		'an unknown query parameter for datasets': [get('/datasets?colour=red')],
		'a viewer sees datasets': [get('/datasets?uri_pattern=orders', { as: 'viewer' })],
		'nobody does not': [get('/datasets', { as: 'nobody' })],
		'one dataset': [get(`/datasets/${ORDERS}`)],
		'a URI with its slashes as they are': [get('/datasets/s3://shop/prices')],
		'an unknown dataset': [get('/datasets/NONCE')],
		'an unknown dataset with slashes': [get('/datasets/s3%3A%2F%2FNONCE%2Fx')],
		'a dataset takes no query': [get(`/datasets/${ORDERS}?x=1`)],
		'a dataset without a name': [get('/datasets/')],
		'a viewer sees one, nobody does not': [
			get(`/datasets/${ORDERS}`, { as: 'viewer' }),
			get(`/datasets/${ORDERS}`, { as: 'nobody' })
		],

		'an event by the API is queued for the DAG that waits': [
			empty,
			orders,
			get(queue),
			get(`${queue}/${ORDERS}`),
			get(`${queue}/${PRICES}`),
			get(`/datasets/queuedEvent/${ORDERS}`),
			get(`/datasets/queuedEvent/${PRICES}`),
			remove(queue),
			get(queue),
			emptied
		],
		'the same event twice is queued once': [empty, orders, orders, get(queue), emptied],
		'a queued event is removed by dataset': [
			empty,
			orders,
			remove(`/datasets/queuedEvent/${PRICES}`),
			remove(`/datasets/queuedEvent/${ORDERS}`),
			remove(`/datasets/queuedEvent/${ORDERS}`),
			get(queue),
			emptied
		],
		'a queued event is removed by DAG and dataset': [
			empty,
			orders,
			remove(`${queue}/${PRICES}`),
			remove(`${queue}/${ORDERS}`),
			remove(`${queue}/${ORDERS}`),
			get(queue),
			emptied
		],
		'a queued event before or after a time': [
			empty,
			orders,
			get(`${queue}?before=2026-01-01T00:00:00Z`),
			get(`${queue}?before=2126-01-01T00:00:00Z`),
			get(`${queue}/${ORDERS}?before=2026-01-01T00:00:00Z`),
			get(`/datasets/queuedEvent/${ORDERS}?before=2026-01-01T00:00:00%2B01:00`),
			remove(`${queue}?before=2026-01-01T00:00:00Z`),
			remove(`${queue}/${ORDERS}?before=2026-01-01T00:00:00Z`),
			remove(`/datasets/queuedEvent/${ORDERS}?before=2026-01-01T00:00:00Z`),
			get(queue),
			emptied
		],
		'before wants a zone': [get(`${queue}?before=2026-01-01T00:00:00`)],
		'before wants a time': [get(`${queue}?before=2026-01-01`)],
		'before is no word': [get(`${queue}?before=soon`)],
		'before for one dataset is no word': [get(`${queue}/${ORDERS}?before=soon`)],
		'before for a dataset’s queue is no word': [get(`/datasets/queuedEvent/${ORDERS}?before=soon`)],
		'an unknown parameter for a queue': [get(`${queue}?colour=red`)],
		'the queue of a DAG that waits for none': [get('/dags/hello_api/datasets/queuedEvent')],
		'the queue of an unknown DAG': [get('/dags/NONCE_dag/datasets/queuedEvent')],
		'one event of an unknown DAG': [get(`/dags/NONCE_dag/datasets/queuedEvent/${ORDERS}`)],
		'the queue of an unknown dataset': [get('/datasets/queuedEvent/NONCE')],
		'removing for an unknown dataset': [remove('/datasets/queuedEvent/NONCE')],
		'removing for an unknown DAG': [remove('/dags/NONCE_dag/datasets/queuedEvent')],
		'removing one for an unknown DAG': [remove(`/dags/NONCE_dag/datasets/queuedEvent/${ORDERS}`)],
		'who may see a queue': [
			get('/dags/hello_api/datasets/queuedEvent', { as: 'viewer' }),
			get('/dags/hello_api/datasets/queuedEvent', { as: 'nobody' }),
			get('/datasets/queuedEvent/NONCE', { as: 'viewer' }),
			get('/datasets/queuedEvent/NONCE', { as: 'nobody' })
		],
		'who may remove from a queue': [
			remove('/dags/hello_api/datasets/queuedEvent', { as: 'viewer' }),
			remove('/dags/hello_api/datasets/queuedEvent', { as: 'user' }),
			remove('/dags/hello_api/datasets/queuedEvent', { as: 'op' }),
			remove('/dags/hello_api/datasets/queuedEvent', { as: 'nobody' }),
			remove('/datasets/queuedEvent/NONCE', { as: 'viewer' }),
			remove('/datasets/queuedEvent/NONCE', { as: 'user' }),
			remove('/datasets/queuedEvent/NONCE', { as: 'op' })
		],
		'a removal that calls itself JSON and is empty': [
			remove('/dags/hello_api/datasets/queuedEvent', {
				headers: { 'content-type': 'application/json' }
			})
		],

		'an event without extra': [empty, event('s3://shop/orders'), emptied],
		'an event with an empty extra': [empty, event('s3://shop/orders', {}), emptied],
		'an event keeps what it is told': [
			empty,
			event('s3://shop/orders', { a: [1, null, { b: 'c' }], from_rest_api: false }),
			emptied
		],
		'an event needs a dataset': [post('/datasets/events', {})],
		'an event of an unknown dataset': [post('/datasets/events', { dataset_uri: 'NONCE' })],
		'an event of no dataset': [post('/datasets/events', { dataset_uri: '' })],
		'a dataset is text': [post('/datasets/events', { dataset_uri: 1 })],
		'a dataset is not null': [post('/datasets/events', { dataset_uri: null })],
		'extra is an object': [post('/datasets/events', { dataset_uri: 'NONCE', extra: 1 })],
		'extra is no list': [post('/datasets/events', { dataset_uri: 'NONCE', extra: [] })],
		'extra is not null': [post('/datasets/events', { dataset_uri: 'NONCE', extra: null })],
		'an unknown key of an event': [post('/datasets/events', { dataset_uri: 'NONCE', colour: 1 })],
		'an event is an object': [post('/datasets/events', [])],
		'an event without a body': [post('/datasets/events')],
		'an event that is no JSON': [post('/datasets/events', raw('{"dataset_uri"'))],
		'an event of another type': [
			post('/datasets/events', raw('dataset_uri=x'), {
				headers: { 'content-type': 'application/x-www-form-urlencoded' }
			})
		],
		'who may make an event': [
			post('/datasets/events', { dataset_uri: 'NONCE' }, { as: 'viewer' }),
			post('/datasets/events', { dataset_uri: 'NONCE' }, { as: 'user' }),
			post('/datasets/events', { dataset_uri: 'NONCE' }, { as: 'op' }),
			post('/datasets/events', { dataset_uri: 'NONCE' }, { as: 'nobody' })
		],

		'a task that writes makes an event': [
			empty,
			...written('asset_orders'),
			get('/datasets/events?source_run_id=NONCE_run'),
			get('/datasets/events?source_run_id=NONCE_run&source_dag_id=asset_orders'),
			get('/datasets/events?source_run_id=NONCE_run&source_dag_id=asset_prices'),
			get('/datasets/events?source_run_id=NONCE_run&source_task_id=write_orders'),
			get('/datasets/events?source_run_id=NONCE_run&source_task_id=NONCE'),
			get('/datasets/events?source_run_id=NONCE_run&source_map_index=-1'),
			get('/datasets/events?source_run_id=NONCE_run&source_map_index=3'),
			get('/datasets/events?source_run_id=NONCE_run&source_map_index=0'),
			keep('ORDERS', prepare(get(`/datasets/${ORDERS}`))),
			get('/datasets/events?source_run_id=NONCE_run&dataset_id=ORDERS'),
			get('/datasets/events?source_run_id=NONCE_run&dataset_id=99999'),
			get('/datasets/events?source_run_id=NONCE_run&dataset_id=0'),
			tidy('/dags/asset_orders/dagRuns/NONCE_run'),
			emptied
		],
		'events sort by their source': [
			get('/datasets/events?order_by=source_dag_id&source_run_id=NONCE'),
			get('/datasets/events?order_by=-source_task_id&source_run_id=NONCE'),
			get('/datasets/events?order_by=source_run_id&source_run_id=NONCE'),
			get('/datasets/events?order_by=source_map_index&source_run_id=NONCE')
		],
		'events sort by no unknown field': [get('/datasets/events?order_by=id')],
		'events of a dataset that is no number': [get('/datasets/events?dataset_id=x')],
		'events of a map index that is no number': [get('/datasets/events?source_map_index=x')],
		'a negative limit for events': [get('/datasets/events?limit=-1')],
		'a negative offset for events': [get('/datasets/events?offset=-1')],
		'an unknown query parameter for events': [get('/datasets/events?colour=red')],
		'who may see events': [
			get('/datasets/events?source_run_id=NONCE', { as: 'viewer' }),
			get('/datasets/events?source_run_id=NONCE', { as: 'nobody' })
		],

		'both datasets new: the DAG runs, and tells by what': [
			empty,
			// What the run takes in begins after the run before.
			prepare(orders),
			prepare(prices),
			prepare(ran),
			orders,
			prices,
			prepare(ran),
			get(queue),
			get(`${runs}/LAST_RUN`),
			get(`${runs}/LAST_RUN/upstreamDatasetEvents`),
			remove(`${runs}/LAST_RUN`),
			prepare(newestRun),
			remove(`${runs}/LAST_RUN`),
			emptied
		],
		'upstream events of a run by hand are none': [
			post(runs, { dag_run_id: 'NONCE_run' }),
			get(`${runs}/NONCE_run/upstreamDatasetEvents`),
			get(`${runs}/NONCE_run/upstreamDatasetEvents`, { as: 'viewer' }),
			tidy(`${runs}/NONCE_run`)
		],
		'upstream events of an unknown run': [get(`${runs}/NONCE_run/upstreamDatasetEvents`)],
		'upstream events of an unknown DAG': [
			get('/dags/NONCE_dag/dagRuns/NONCE_run/upstreamDatasetEvents')
		],
		'upstream events take no query': [get(`${runs}/NONCE_run/upstreamDatasetEvents?x=1`)],
		'nobody sees upstream events': [
			get(`${runs}/NONCE_run/upstreamDatasetEvents`, { as: 'nobody' })
		]
	}
};
