import type { FaceReply } from '#lib/simulator/airflow.ts';
import type { Resource, ServerRequest } from '#lib/simulator/call.ts';
import { createRouter } from '#lib/simulator/router.ts';
import type { World } from '#lib/simulator/world.ts';
import { authenticationOf } from './auth-backends.ts';
import { callerOf } from './caller.ts';
import { noSuchUrl, problem } from './reply.ts';
import { v1Resources } from './resources.ts';
import { unansweredOperations } from './unanswered.ts';

const PREFIX = '/api/v1';

const unanswered: Resource = Object.fromEntries(
	unansweredOperations.map((key) => [
		key,
		() =>
			problem(
				501,
				'Not in this simulator yet',
				`A real Airflow answers '${key}'; this simulator does not do so yet.`
			)
	])
);

const router = createRouter([...v1Resources, unanswered], ['variable_key', 'uri']);

/**
 * Airflow 2.11's REST API. Credentials are Basic; without them a caller is the role Public and may
 * only see health and version.
 */
export function answerV1(world: World, request: ServerRequest, nowMs: number): FaceReply {
	const authentication = authenticationOf(world);
	if (authentication.trouble !== undefined) return noServer();
	const found = router.find(request.method, request.path.slice(PREFIX.length));
	if (!found) return noSuchUrl();
	if ('allowed' in found) {
		const detail = 'The method is not allowed for the requested URL.';
		return problem(405, 'Method Not Allowed', detail, true);
	}
	const user = authentication.readsBasic
		? callerOf(world, request.headers.authorization)
		: undefined;
	const reply = found.handler(world, {
		request,
		operation: found.key,
		params: found.params,
		param: (name) => found.params[name] ?? '',
		query: new URLSearchParams(request.query),
		body: undefined,
		nowMs,
		...(user === undefined ? {} : { user })
	});
	return {
		...reply,
		operation: found.key,
		params: found.params,
		...(user === undefined ? {} : { user: user.username })
	};
}

/** Nobody listens: the server has not come up with what its settings say. */
const noServer = (): FaceReply => ({ status: 0, headers: {}, delivery: { isDropped: true } });
