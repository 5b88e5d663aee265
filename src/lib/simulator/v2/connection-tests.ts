import type { Resource } from '#lib/simulator/call.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import { DEFAULT_CONNECTIONS } from '#lib/simulator/default-connections.ts';
import { uuidOf } from '#lib/simulator/random.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { World } from '#lib/simulator/world.ts';
import { connectionBody } from './connections.ts';
import { mayCall } from './access.ts';
import { missing, optional, type Model } from './model.ts';
import { operation } from './operation.ts';
import { flag, nullable, text } from './readers.ts';
import { noContent, notFound, ok, refuse, unprocessable } from './reply.ts';

const testFields = {
	...connectionBody.fields,
	commit_on_success: optional(flag, false),
	executor: optional(nullable(text()), null),
	queue: optional(nullable(text()), null)
};
const testBody: Model<typeof testFields> = { fields: testFields };

const EXECUTOR = 'LocalExecutor';

/** @source airflow/api_fastapi/core_api/routes/public/connections.py */
export const connectionTests = {
	'POST /connections/test': operation(
		{ body: connectionBody },
		(world, _, { body: { values } }) =>
			disabled(world) ??
			ok({
				status: false,
				message: `Unknown hook type "${values.conn_type}"`
			})
	),
	'POST /connections/enqueue-test': operation(
		{ body: testBody },
		(world, { nowMs, user }, { body: { values } }) => {
			const refusal = disabled(world);
			if (refusal) return refusal;
			const { executor, connection_id } = values;
			if (executor !== null && executor !== EXECUTOR) {
				const known = `Configured executors: ['${EXECUTOR}']`;
				return refuse(422, `Executor '${executor}' is not configured. ${known}`);
			}
			if (!mayCall(user, 'op')) {
				return refuse(403, `You are not authorized to test connection \`${connection_id}\`.`);
			}
			const tests = (world.connectionTests ??= []);
			if (tests.some(({ connectionId }) => connectionId === connection_id)) {
				const what = `An active connection test already exists for connection_id`;
				return refuse(409, `${what} \`${connection_id}\`.`);
			}
			const token = uuidOf(world.seed, nowMs, 'connection_test', connection_id, tests.length);
			tests.push({ token, connectionId: connection_id, createdMs: nowMs });
			return ok({ token, connection_id, state: 'pending' }, 202);
		}
	),
	'GET /connections/enqueue-test': (world, { request, user }) => {
		const token = request.headers['airflow-connection-test-token'];
		if (token === undefined) {
			return unprocessable([missing(['header', 'Airflow-Connection-Test-Token'], null)]);
		}
		const found = world.connectionTests?.find((test) => test.token === token);
		if (found && mayCall(user, 'op')) {
			// No worker of the simulator has hooks of providers: the test waits for one.
			const { connectionId, createdMs } = found;
			const rest = { state: 'pending', result_message: null, created_at: isoZ(createdMs) };
			return ok({ token, connection_id: connectionId, ...rest });
		}
		return notFound(`No connection test found for token: \`${token}\``);
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
