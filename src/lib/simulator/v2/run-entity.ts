import type { Call } from '#lib/simulator/call.ts';
import { MUTABLE_STATES } from './dag-run-changes.ts';
import { optional, readModel, required, type Values } from './model.ts';
import { nullable, oneOf, text, type Reader } from './readers.ts';

const fields = {
	dag_run_id: required(text()),
	dag_id: optional(nullable(text()), null),
	state: optional(nullable(oneOf(MUTABLE_STATES)), null),
	note: optional(nullable(text(1000)), null)
};

/** One run of a request about many. */
export type RunEntity = Values<typeof fields>;

/** @source airflow/api_fastapi/core_api/datamodels/dag_run.py `BulkDAGRunBody` */
export const asEntity: Reader<RunEntity> = (input, loc) => {
	const read = readModel({ fields }, input, loc);
	return 'value' in read ? { value: read.value.values } : read;
};

/** Each entity is asked for by its DAG; those that name none are told so later. */
export function mayChange(
	{ user, param }: Call,
	entities: readonly (Pick<RunEntity, 'dag_id'> | string)[]
): boolean {
	if (user?.role !== 'viewer') return true;
	return entities.every((entity) => {
		const own = typeof entity === 'string' ? null : entity.dag_id;
		return (own || param('dag_id')) === '~';
	});
}
