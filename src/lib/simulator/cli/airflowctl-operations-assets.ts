import type { Operation } from './airflowctl-operation.ts';

/** Assets and backfills. @source airflowctl 0.1.5, api/operations.py */
export const ASSET_OPERATIONS: Readonly<Record<string, Operation>> = {
	'assets get': {
		says: 'Show an asset by its id',
		wants: 'asset_id',
		sends: 'GET assets/{asset_id}',
		answers: 'AssetResponse'
	},
	'assets get-by-alias': {
		says: 'Show an asset alias',
		wants: 'alias',
		sends: 'GET assets/aliases/{alias}',
		answers: 'AssetAliasResponse'
	},
	'assets list': {
		says: 'List assets',
		sends: 'GET assets',
		isPaged: true,
		answers: 'AssetCollectionResponse'
	},
	'assets list-by-alias': {
		says: 'List asset aliases',
		sends: 'GET assets/aliases',
		isPaged: true,
		answers: 'AssetAliasCollectionResponse'
	},
	'assets create-event': {
		says: 'Post an asset event',
		takes: ['asset_event_body', 'CreateAssetEventsBody'],
		sends: 'POST assets/events',
		body: 'filled',
		answers: 'AssetEventResponse'
	},
	'assets materialize': {
		says: 'Run the DAG that makes an asset',
		wants: 'asset_id',
		sends: 'POST assets/{asset_id}/materialize',
		answers: 'DAGRunResponse'
	},
	'assets get-queued-events': {
		says: 'List the queued events of an asset',
		wants: 'asset_id',
		sends: 'GET assets/{asset_id}/queuedEvents',
		answers: 'QueuedEventCollectionResponse'
	},
	'assets get-dag-queued-events': {
		says: 'List the queued events of a DAG',
		wants: 'dag_id before',
		sends: 'GET dags/{dag_id}/assets/queuedEvents',
		query: 'before',
		answers: 'QueuedEventCollectionResponse'
	},
	'assets get-dag-queued-event': {
		says: 'Show the queued event of a DAG and an asset',
		wants: 'dag_id asset_id',
		sends: 'GET dags/{dag_id}/assets/{asset_id}/queuedEvents',
		answers: 'QueuedEventResponse'
	},
	// These three call addresses that no Airflow has; so does the real program.
	'assets delete-queued-events': {
		says: 'Delete the queued events of an asset',
		wants: 'asset_id',
		sends: 'DELETE assets/{asset_id}/queuedEvents/',
		shows: 'asset_id'
	},
	'assets delete-dag-queued-events': {
		says: 'Delete the queued events of a DAG',
		wants: 'dag_id before',
		sends: 'DELETE assets/dags/{dag_id}/queuedEvents',
		query: 'before',
		shows: 'dag_id'
	},
	'assets delete-queued-event': {
		says: 'Delete one queued event',
		wants: 'dag_id asset_id',
		sends: 'DELETE assets/dags/{dag_id}/assets/{asset_id}/queuedEvents/',
		shows: 'asset_id'
	},
	'backfill create': {
		says: 'Create a backfill',
		takes: ['backfill', 'BackfillPostBody'],
		sends: 'POST backfills',
		body: 'filled',
		answers: 'BackfillResponse'
	},
	'backfill create-dry-run': {
		says: 'Show what a backfill would do',
		takes: ['backfill', 'BackfillPostBody'],
		sends: 'POST backfills/dry_run',
		body: 'filled',
		answers: 'BackfillResponse'
	},
	'backfill get': {
		says: 'Show a backfill',
		wants: 'backfill_id',
		sends: 'GET backfills/{backfill_id}',
		answers: 'BackfillResponse'
	},
	'backfill list': {
		says: 'List the backfills of a DAG',
		wants: 'dag_id',
		sends: 'GET backfills',
		query: 'dag_id',
		isPaged: true,
		answers: 'BackfillCollectionResponse'
	},
	// POST where Airflow wants PUT: so does the real program.
	'backfill pause': {
		says: 'Pause a backfill',
		wants: 'backfill_id',
		sends: 'POST backfills/{backfill_id}/pause',
		answers: 'BackfillResponse'
	},
	'backfill unpause': {
		says: 'Let a paused backfill go on',
		wants: 'backfill_id',
		sends: 'POST backfills/{backfill_id}/unpause',
		answers: 'BackfillResponse'
	},
	'backfill cancel': {
		says: 'Cancel a backfill',
		wants: 'backfill_id',
		sends: 'POST backfills/{backfill_id}/cancel',
		answers: 'BackfillResponse'
	}
};
