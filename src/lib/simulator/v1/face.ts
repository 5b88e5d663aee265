import type { FaceReply } from '#lib/simulator/airflow.ts';
import { decodeBase64 } from '#lib/simulator/base64.ts';
import type { Resource, ServerRequest } from '#lib/simulator/call.ts';
import { createRouter } from '#lib/simulator/router.ts';
import type { User, World } from '#lib/simulator/world.ts';
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

const router = createRouter([...v1Resources, unanswered], ['variable_key']);

/**
 * Airflow 2.11's REST API. Credentials are Basic; without them a caller is the role Public and may
 * only see health and version.
 */
export function answerV1(world: World, request: ServerRequest, nowMs: number): FaceReply {
	const found = router.find(request.method, request.path.slice(PREFIX.length));
	if (!found) return noSuchUrl();
	if ('allowed' in found) {
		const detail = 'The method is not allowed for the requested URL.';
		return problem(405, 'Method Not Allowed', detail, true);
	}
	const user = callerOf(world, request.headers.authorization);
	const reply = found.handler(world, {
		request,
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

/** @source airflow/providers/fab/auth_manager/api/auth/backend/basic_auth.py */
function callerOf(world: World, authorization: string | undefined): User | undefined {
	const word = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
	const text = word === undefined ? undefined : decodeBase64(word);
	const colon = text?.indexOf(':') ?? -1;
	if (text === undefined || colon < 0) return undefined;
	const user = world.users.get(text.slice(0, colon));
	return user?.password === text.slice(colon + 1) ? user : undefined;
}
