import type { Call, Reply, Resource } from '#lib/simulator/call.ts';
import { taskOf } from '#lib/simulator/dag-plan.ts';
import { pythonText } from '#lib/simulator/python-text.ts';
import { isoZ } from '#lib/simulator/time.ts';
import type { XCom } from '#lib/simulator/world-tables.ts';
import { runKey, taskKey, xcomKey, type World } from '#lib/simulator/world.ts';
import { chooseXComs } from '#lib/simulator/xcom-choice.ts';
import { unknownDag } from './dags.ts';
import { dateRange, optionalText, page, hasNaiveDate } from './filters.ts';
import { optional, required, type Values } from './model.ts';
import { operation } from './operation.ts';
import { criteria, orderBy } from './order.ts';
import { flag, integer, nullable, text } from './readers.ts';
import { crash, databaseError, isReply, noContent, notFound, ok, refuse } from './reply.ts';
import { xcomValue } from './reserved-keys.ts';
import { stringified } from './stringified.ts';
import { fitsXCom, pageOfXComs, xcomColumns } from './xcom-filters.ts';

const ENTRIES = '/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries';

const mapIndex = { map_index: optional(integer(-1), -1) };
const single = {
	...mapIndex,
	deserialize: optional(flag, false),
	stringify: optional(flag, false)
};
/** Errors come in this order: what FastAPI resolves as dependencies before what it reads itself. */
const listQuery = {
	...page,
	xcom_key_pattern: optionalText,
	xcom_key_prefix_pattern: optionalText,
	dag_display_name_pattern: optionalText,
	dag_display_name_prefix_pattern: optionalText,
	run_id_pattern: optionalText,
	run_id_prefix_pattern: optionalText,
	task_id_pattern: optionalText,
	task_id_prefix_pattern: optionalText,
	map_index_filter: optional(nullable(integer()), null),
	...dateRange('logical_date'),
	...dateRange('run_after'),
	order_by: orderBy(''),
	xcom_key: optionalText,
	map_index: optional(nullable(integer(-1)), null)
};
export type XComQuery = Values<typeof listQuery>;

const newXCom = {
	fields: {
		key: required(text()),
		value: required(xcomValue),
		map_index: optional(integer(), -1)
	}
};
const changedXCom = {
	fields: { value: required(xcomValue), map_index: optional(integer(), -1) }
};

/** @source airflow/api_fastapi/core_api/routes/public/xcom.py */
export const xcoms = {
	[`GET ${ENTRIES}`]: operation({ query: listQuery }, listXComs),
	[`POST ${ENTRIES}`]: operation({ body: newXCom }, (world, call, { body }) =>
		createXCom(world, call, body.values)
	),
	[`GET ${ENTRIES}/{xcom_key}`]: operation({ query: single }, getXCom),
	[`PATCH ${ENTRIES}/{xcom_key}`]: operation({ body: changedXCom }, (world, call, { body }) => {
		const xcom = findXCom(world, call, call.param('xcom_key'), body.values.map_index);
		if (!xcom) return noXCom(call);
		// The row is written anew, and with it its place and time.
		const { dagId, runId, taskId } = xcom;
		const key = xcomKey(taskKey(dagId, runId, taskId, xcom.mapIndex), xcom.key);
		const written = { ...xcom, value: body.values.value, atMs: call.nowMs };
		world.xcoms.set(key, written);
		return ok(xcomShape(world, written, true));
	}),
	[`DELETE ${ENTRIES}/{xcom_key}`]: operation({ query: mapIndex }, (world, call, { query }) => {
		const xcom = findXCom(world, call, call.param('xcom_key'), query.map_index);
		if (!xcom) return noXCom(call);
		const { dagId, runId, taskId } = xcom;
		world.xcoms.delete(xcomKey(taskKey(dagId, runId, taskId, xcom.mapIndex), xcom.key));
		return noContent();
	})
} satisfies Resource;

const noXCom = ({ param }: Call) =>
	notFound(
		`The XCom with key: \`${param('xcom_key')}\` with mentioned task instance doesn't exist.`
	);

function findXCom(world: World, { param }: Call, key: string, index: number): XCom | undefined {
	const instance = taskKey(param('dag_id'), param('dag_run_id'), param('task_id'), index);
	return world.xcoms.get(xcomKey(instance, key));
}

function getXCom(world: World, call: Call, { query }: { query: Values<typeof single> }): Reply {
	const key = call.param('xcom_key');
	const xcom = findXCom(world, call, key, query.map_index);
	if (!xcom) return notFound(`XCom entry with key: \`${key}\` not found`);
	const value = query.deserialize ? deserialized(xcom.value) : xcom.value;
	const shape = { ...xcomShape(world, xcom), value: null as unknown };
	shape.value = query.stringify && value !== null ? pythonText(value) : value;
	return ok(shape);
}

/** A text that is JSON is read once more; what is of a class is put into words. */
function deserialized(value: unknown): unknown {
	if (typeof value !== 'string') return stringified(value);
	try {
		return stringified(JSON.parse(value));
	} catch (cause) {
		if (cause instanceof SyntaxError) return value;
		throw cause;
	}
}

function listXComs(world: World, { param }: Call, { query }: { query: XComQuery }): Reply {
	if (hasNaiveDate(query)) return databaseError(world);
	const asked = query.order_by.filter((word) => word !== '');
	const words = asked.length > 0 ? asked : ['dag_id', 'task_id', 'run_id', 'map_index', 'key'];
	const by = criteria(words, xcomColumns, 'dag_run_id');
	if (isReply(by)) return by;
	const chosen = chooseXComs(world, {
		dagId: param('dag_id'),
		runId: param('dag_run_id'),
		taskId: param('task_id'),
		mapIndex: query.map_index,
		key: query.xcom_key
	});
	const found = chosen.filter((xcom) => fitsXCom(world, xcom, query));
	const rows = pageOfXComs(found, by, query);
	const entries = rows.map((xcom) => xcomShape(world, xcom));
	return ok({ xcom_entries: entries, total_entries: found.length });
}

function createXCom(
	world: World,
	{ param, nowMs }: Call,
	{ key, value, map_index: at }: Values<typeof newXCom.fields>
): Reply {
	const [dagId, runId, taskId] = [param('dag_id'), param('dag_run_id'), param('task_id')];
	const dag = world.dags.get(dagId);
	if (!dag) return unknownDag(dagId);
	if (!taskOf(dag, taskId)) {
		return notFound(`Task with ID: \`${taskId}\` not found in dag: \`${dagId}\``);
	}
	if (!world.runs.has(runKey(dagId, runId))) {
		return notFound(`Dag Run with ID: \`${runId}\` not found for dag: \`${dagId}\``);
	}
	const instance = taskKey(dagId, runId, taskId, at);
	if (world.xcoms.has(xcomKey(instance, key))) {
		return refuse(
			409,
			`The XCom with key: \`${key}\` with mentioned task instance already exists.`
		);
	}
	// The row points to an instance that must be there.
	if (!world.taskInstances.has(instance)) return crash();
	const xcom: XCom = { dagId, runId, taskId, mapIndex: at, key, value, atMs: nowMs };
	world.xcoms.set(xcomKey(instance, key), xcom);
	return ok(xcomShape(world, xcom, true), 201);
}

/** @source airflow/api_fastapi/core_api/datamodels/xcom.py `XComResponse` */
function xcomShape(world: World, xcom: XCom, withValue = false) {
	const run = world.runs.get(runKey(xcom.dagId, xcom.runId));
	const dag = world.dags.get(xcom.dagId);
	return {
		key: xcom.key,
		timestamp: isoZ(xcom.atMs),
		logical_date: isoZ(run?.logicalDateMs, run?.logicalDateMicros),
		map_index: xcom.mapIndex,
		task_id: xcom.taskId,
		dag_id: xcom.dagId,
		run_id: xcom.runId,
		dag_display_name: dag?.displayName ?? xcom.dagId,
		task_display_name: taskOf(dag, xcom.taskId)?.displayName ?? xcom.taskId,
		run_after: isoZ(run?.runAfterMs),
		...(withValue ? { value: xcom.value } : {})
	};
}
