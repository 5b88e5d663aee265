import type { Reply, Resource } from '#lib/simulator/call.ts';
import { settingOf } from '#lib/simulator/cfg.ts';
import { pageOf } from '#lib/simulator/paging.ts';
import { pythonText } from '#lib/simulator/python-text.ts';
import { isoUtc } from '#lib/simulator/time.ts';
import { chooseXComs, sortXComs } from '#lib/simulator/xcom-choice.ts';
import { runKey, taskKey, xcomKey, type World } from '#lib/simulator/world.ts';
import type { XCom } from '#lib/simulator/world-tables.ts';
import { checkLimit } from './collection.ts';
import { badRequest, isReply, notFound, ok } from './reply.ts';
import { rule, type V1Call } from './rule.ts';

const ENTRIES = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries';

/** @source airflow/api_connexion/endpoints/xcom_endpoint.py */
export const xcoms = {
	[`GET ${ENTRIES}`]: rule({
		role: 'viewer',
		query: { map_index: 'integer', xcom_key: 'string', limit: 'integer', offset: 'offset' },
		answer: listXComs
	}),
	[`GET ${ENTRIES}/{xcom_key}`]: rule({
		role: 'viewer',
		query: { map_index: 'integer', deserialize: 'boolean', stringify: 'boolean' },
		answer: getXCom
	})
} satisfies Resource;

/** `~` stands for all DAGs, runs and tasks. */
function listXComs(world: World, { param, args, dagFilter }: V1Call): Reply {
	const limit = checkLimit(args.number('limit'), world);
	if (isReply(limit)) return limit;
	const isReadable = param('dag_id') === '~' ? dagFilter('GET') : undefined;
	const chosen = chooseXComs(world, {
		dagId: param('dag_id'),
		runId: param('dag_run_id'),
		taskId: param('task_id'),
		mapIndex: args.number('map_index'),
		key: args.text('xcom_key')
	});
	const found = isReadable ? chosen.filter(({ dagId }) => isReadable(dagId)) : chosen;
	const page = pageOf(sortXComs(found), limit, args.number('offset') ?? 0);
	return ok({
		total_entries: found.length,
		xcom_entries: page.map((xcom) => showXCom(world, xcom))
	});
}

function getXCom(world: World, { param, args }: V1Call): Reply {
	const isAllowed = /^true$/i.test(settingOf(world, 'api', 'enable_xcom_deserialize_support'));
	if (args.flag('deserialize') && !isAllowed) {
		return badRequest('XCom deserialization is disabled in configuration.');
	}
	const mapIndex = args.number('map_index') ?? -1;
	const instance = taskKey(param('dag_id'), param('dag_run_id'), param('task_id'), mapIndex);
	const xcom = world.xcoms.get(xcomKey(instance, param('xcom_key')));
	if (!xcom) return notFound('XCom entry not found');
	const asText = args.flag('stringify') !== false;
	const value = asText && xcom.value !== null ? pythonText(xcom.value) : xcom.value;
	return ok({ ...showXCom(world, xcom), value });
}

/** @source airflow/api_connexion/schemas/xcom_schema.py */
function showXCom(world: World, { dagId, runId, taskId, mapIndex, key, atMs }: XCom) {
	const run = world.runs.get(runKey(dagId, runId));
	return {
		dag_id: dagId,
		execution_date: isoUtc(run?.logicalDateMs, run?.logicalDateMicros),
		key,
		map_index: mapIndex,
		task_id: taskId,
		timestamp: isoUtc(atMs)
	};
}
