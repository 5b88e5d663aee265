import { touch } from './agenda.ts';
import type { Reply, ServerRequest } from './call.ts';
import { takeFault } from './faults.ts';
import { record } from './journal.ts';
import { advance } from './scheduler.ts';
import { answerV1, FAB_PREFIX } from './v1/face.ts';
import { answerV2 } from './v2/face.ts';
import type { World } from './world.ts';

/** What a face says beside its reply, for the journal. */
export interface FaceReply extends Reply {
	/** The spec's key of the operation, when one matched. */
	operation?: string;
	params?: Record<string, string>;
	/** The caller's name, when it is known. */
	user?: string;
}

/**
 * One request against a simulated Airflow: brings the world to `nowMs`, answers, keeps the journal.
 * Changes `world`. A reply of 400 or more leaves it as it was, each handler sees to that: only time, journal
 * and event log go on, and what Airflow has done before it fails to write its answer.
 * @param nowMs virtual now, milliseconds; earlier than the world's own time counts as that.
 */
export function answer(world: World, request: ServerRequest, nowMs: number): Reply {
	advance(world, nowMs);
	const trouble = takeFault(world, request);
	if (trouble?.reply) {
		record(world, request, trouble.reply);
		return { ...trouble.reply, delivery: trouble.delivery };
	}
	const said: FaceReply = (isOfV1(request.path) ? answerV1 : answerV2)(world, request, world.nowMs);
	if (!isReading(request.method)) touch(world);
	record(world, request, said);

	const { status, headers, body, follow } = said;
	return {
		status,
		headers,
		...(body === undefined ? {} : { body }),
		...(follow === undefined ? {} : { follow }),
		...(trouble || said.delivery ? { delivery: { ...said.delivery, ...trouble?.delivery } } : {})
	};
}

const isOfV1 = (path: string) =>
	['/api/v1', FAB_PREFIX].some((prefix) => path === prefix || path.startsWith(`${prefix}/`));

const isReading = (method: string) => ['GET', 'HEAD', 'OPTIONS'].includes(method);
