import type { Resource } from '#lib/simulator/call.ts';
import { optional, required } from './model.ts';
import { operation } from './operation.ts';
import { fail, integer, type Reader } from './readers.ts';
import { badRequest } from './reply.ts';

const positive: Reader<number> = (input, loc) => {
	const read = integer()(input, loc);
	if (!('value' in read) || read.value > 0) return read;
	return fail('greater_than', loc, 'Input should be greater than 0', input, { gt: 0 });
};

/** @source airflow/api_fastapi/core_api/routes/public/log.py `get_external_log_url` */
export const externalLogUrl = {
	'GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/externalLogUrl/{try_number}':
		operation(
			{ path: { try_number: required(positive) }, query: { map_index: optional(integer(), -1) } },
			() =>
				// Logs lie in files here, as they do unless remote logging is set up.
				badRequest('Task log handler does not support external logs.')
		)
} satisfies Resource;
