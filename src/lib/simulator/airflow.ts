import type { Reply, ServerRequest } from './call.ts';
import { takeFault } from './faults.ts';
import { record } from './journal.ts';
import { advance } from './scheduler.ts';
import { answerV1 } from './v1/face.ts';
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
 * Changes `world`; a reply of 400 or more leaves all of it but time and journal as it was.
 * @param nowMs virtual now, milliseconds; earlier than the world's own time counts as that.
 */
export function answer(world: World, request: ServerRequest, nowMs: number): Reply {
	advance(world, nowMs);
	const trouble = takeFault(world, request);
	if (trouble?.reply) {
		record(world, request, trouble.reply);
		return { ...trouble.reply, delivery: trouble.delivery };
	}
	const before = isReading(request.method) ? undefined : structuredClone(world);
	const isV1 = request.path === '/api/v1' || request.path.startsWith('/api/v1/');
	const said: FaceReply = (isV1 ? answerV1 : answerV2)(world, request, world.nowMs);
	if (before && said.status >= 400) Object.assign(world, before);
	record(world, request, said);

	const { status, headers, body } = said;
	return {
		status,
		headers,
		...(body === undefined ? {} : { body }),
		...(trouble ? { delivery: trouble.delivery } : {})
	};
}

const isReading = (method: string) => ['GET', 'HEAD', 'OPTIONS'].includes(method);
