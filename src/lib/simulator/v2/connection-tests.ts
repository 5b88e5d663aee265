import type { Resource } from '#lib/simulator/call.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import { checkConnection, V2_HOOKS } from '#lib/simulator/connection-check.ts';
import { DEFAULT_CONNECTIONS } from '#lib/simulator/default-connections.ts';
import { hashOf } from '#lib/simulator/random.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { ConnectionTest } from '#lib/simulator/world-tables.ts';
import type { World } from '#lib/simulator/world.ts';
import { mayCall } from './access.ts';
import { encodeBase64Url } from './base64-url.ts';
import {
	connectionBody,
	newConnection,
	updateConnection,
	type ConnectionBody
} from './connections.ts';
import { missing, optional, type Model } from './model.ts';
import { operation } from './operation.ts';
import { flag, nullable, text } from './readers.ts';
import { badRequest, noContent, notFound, ok, refuse, unprocessable } from './reply.ts';

const testFields = {
	...connectionBody.fields,
	commit_on_success: optional(flag, false),
	executor: optional(nullable(text()), null),
	queue: optional(nullable(text()), null)
};
const testBody: Model<typeof testFields> = {
	fields: testFields,
	...(connectionBody.after && { after: connectionBody.after })
};

const EXECUTOR = 'LocalExecutor';

/** @source airflow/api_fastapi/core_api/routes/public/connections.py */
export const connectionTests = {
	'POST /connections/test': operation({ body: connectionBody }, (world, _, { body }) => {
		const refusal = disabled(world);
		if (refusal) return refusal;
		const kept = world.connections.get(body.values.connection_id);
		const isElsewhere = kept !== undefined && goesElsewhere(body, kept);
		if (isElsewhere && !bringsPassword(body)) {
			return badRequest(
				'The host or port to test differs from the stored connection. Include the credentials to test in the request body.'
			);
		}
		const connection = kept && !isElsewhere ? { ...kept } : newConnection(0, body);
		if (kept && !isElsewhere) updateConnection(connection, body.values, body.given);
		return ok(checkConnection(connection, V2_HOOKS));
	}),
	'POST /connections/enqueue-test': operation(
		{ body: testBody },
		(world, { nowMs, user }, { body }) => {
			const refusal = disabled(world);
			if (refusal) return refusal;
			const { executor, connection_id: connectionId, commit_on_success: keeps } = body.values;
			if (executor !== null && executor !== EXECUTOR) {
				const known = `Configured executors: ['${EXECUTOR}']`;
				return refuse(422, `Executor '${executor}' is not configured. ${known}`);
			}
			if (!mayCall(user, 'op')) {
				return refuse(403, `You are not authorized to test connection \`${connectionId}\`.`);
			}
			const tests = (world.connectionTests ??= []);
			const isActive = (test: ConnectionTest) =>
				test.connectionId === connectionId && !(stateOf(world, test, nowMs) in ENDS);
			if (tests.some(isActive)) {
				const what = `An active connection test already exists for connection_id`;
				return refuse(409, `${what} \`${connectionId}\`.`);
			}
			const tested = newConnection(0, body);
			const verdict = checkConnection(tested, V2_HOOKS);
			const token = tokenOf(world.seed, nowMs, connectionId, tests.length);
			tests.push({ token, connectionId, createdMs: nowMs, verdict });
			// The worker takes less than a second to get there; nobody else changes the answer till then.
			if (keeps && verdict.status && world.schedulerDownSinceMs === undefined) {
				const id = world.connections.get(connectionId)?.id ?? world.nextId++;
				world.connections.set(connectionId, { ...tested, id });
			}
			return ok({ token, connection_id: connectionId, state: 'pending' }, 202);
		}
	),
	'GET /connections/enqueue-test': (world, { request, user, nowMs }) => {
		const token = request.headers['airflow-connection-test-token'];
		if (token === undefined) {
			return unprocessable([missing(['header', 'Airflow-Connection-Test-Token'], null)]);
		}
		const test = world.connectionTests?.find((one) => one.token === token);
		if (!test || !mayCall(user, 'op')) {
			return notFound(`No connection test found for token: \`${token}\``);
		}
		const state = stateOf(world, test, nowMs);
		return ok({
			token,
			connection_id: test.connectionId,
			state,
			result_message: state in ENDS ? (test.verdict?.message ?? null) : null,
			created_at: isoZ(test.createdMs)
		});
	},
	'POST /connections/defaults': (world) => {
		for (const connection of DEFAULT_CONNECTIONS) {
			if (world.connections.has(connection.connectionId)) continue;
			world.connections.set(connection.connectionId, { id: world.nextId++, ...connection });
		}
		return noContent();
	}
} satisfies Resource;

/** Airflow tests connections only where its administrator has allowed it. */
function disabled(world: World) {
	if (settingOf(world, 'core', 'test_connection').trim().toLowerCase() === 'enabled') {
		return undefined;
	}
	return refuse(
		403,
		'Testing connections is disabled in Airflow configuration. Contact your deployment admin to enable it.'
	);
}

/** What is kept secret is only tried out on the host and port that it is kept for. */
function goesElsewhere(
	{ values, given }: ConnectionBody,
	kept: { host?: string; port?: number }
): boolean {
	const isOther = (field: 'host' | 'port') =>
		given.has(field) && (values[field] || undefined) !== (kept[field] || undefined);
	return isOther('host') || isOther('port');
}

const bringsPassword = ({ values: { password }, given }: ConnectionBody) =>
	given.has('password') && Boolean(password) && password !== '***';

const ENDS = { success: true, failed: true };
/** From the call to the scheduler's taking it, and to the worker's word. */
const [QUEUED_AFTER_MS, DONE_AFTER_MS] = [600, 900];

function stateOf(world: World, test: ConnectionTest, nowMs: number) {
	const taken = test.createdMs + QUEUED_AFTER_MS;
	const isStuck = taken > (world.schedulerDownSinceMs ?? Infinity);
	if (isStuck || nowMs < taken) return 'pending';
	if (nowMs < test.createdMs + DONE_AFTER_MS) return 'queued';
	return test.verdict?.status ? 'success' : 'failed';
}

/** 32 bytes as Python's `secrets.token_urlsafe` writes them. */
function tokenOf(...words: (string | number)[]): string {
	const parts = Array.from({ length: 8 }, (_, part) => hashOf([part, ...words].join('\n')));
	return encodeBase64Url(new Uint8Array(Uint32Array.from(parts).buffer));
}
