import type { Call, Reply } from '#lib/simulator/call.ts';
import type { World } from '#lib/simulator/world.ts';
import { refuse } from './reply.ts';

export const RUN_STATES = ['queued', 'running', 'success', 'failed'] as const;

/** In the order in which Airflow lists them. @source airflow/utils/state.py `TaskInstanceState` */
export const TASK_STATES = [
	'removed',
	'scheduled',
	'queued',
	'running',
	'success',
	'restarting',
	'failed',
	'up_for_retry',
	'up_for_reschedule',
	'upstream_failed',
	'skipped',
	'deferred',
	'awaiting_input'
] as const;

const RUN_TYPES = [
	'backfill',
	'scheduled',
	'manual',
	'operator_triggered',
	'asset_triggered',
	'asset_materialization'
];

/** `none` asks for the null state. @source airflow/api_fastapi/common/parameters.py `_transform_*` */
export const badStates = (asked: readonly string[]) => refuseUnknown(asked, RUN_STATES, 'state');
export const badTaskStates = (_: World, { query }: Call) =>
	refuseUnknown(
		query.getAll('state').filter((word) => word !== 'no_status'),
		TASK_STATES,
		'state'
	);
export const badRunTypes = (asked: readonly string[]) =>
	refuseUnknown(asked, RUN_TYPES, 'run type');

function refuseUnknown(
	asked: readonly string[],
	known: readonly string[],
	what: string
): Reply | undefined {
	if (asked.every((word) => word === 'none' || known.includes(word))) return undefined;
	return refuse(422, `Invalid value for ${what}. Valid values are ${known.join(', ')}`);
}
