import { missing, optional, readModel, required, type Body, type Model } from './model.ts';
import {
	fail,
	integer,
	isRecord,
	listOf,
	nullable,
	oneOf,
	text,
	type Issue,
	type Loc
} from './readers.ts';
import { patchFields } from './task-instance-changes.ts';

const fields = {
	...patchFields,
	task_id: required(text()),
	map_index: optional(nullable(integer()), null),
	dag_id: optional(nullable(text()), null),
	dag_run_id: optional(nullable(text()), null)
};
const model: Model<typeof fields> = { fields };

/** A task instance that is named, with what is to become of it. */
export interface Entity extends Body<typeof fields> {
	/** It was a mere task id. */
	isName?: boolean;
}

export interface BulkAction {
	action: 'create' | 'update' | 'delete';
	entities: Entity[];
	mask: string[];
	/** What is not there fails the action. */
	isStrict: boolean;
}

type Read<Value> = { value: Value } | { issues: Issue[] };

/**
 * Undefined where the server falls over: an action that is none cannot even be told apart.
 * @source airflow/api_fastapi/core_api/datamodels/common.py `BulkBody`
 */
export function readBulk(body: unknown): Read<BulkAction[]> | undefined {
	if (body === undefined || body === null) return { issues: [missing(['body'], null)] };
	if (!isRecord(body)) {
		return readModel({ fields: {} }, body) as { issues: Issue[] };
	}
	const { actions, ...rest } = body;
	const issues: Issue[] = [];
	const value: BulkAction[] = [];
	if (actions === undefined) issues.push(missing(['body', 'actions'], body));
	else if (!Array.isArray(actions)) {
		const at = ['body', 'actions'];
		issues.push(...fail('list_type', at, 'Input should be a valid list', actions).issues);
	} else {
		for (const [index, raw] of (actions as unknown[]).entries()) {
			const read = readAction(raw, ['body', 'actions', index]);
			if (!read) return undefined;
			if ('value' in read) value.push(read.value);
			else issues.push(...read.issues);
		}
	}
	issues.push(...extra(rest, ['body']));
	return issues.length > 0 ? { issues } : { value };
}

const extra = (rest: Record<string, unknown>, at: Loc): Issue[] =>
	Object.entries(rest).flatMap(
		([name, input]) =>
			fail('extra_forbidden', [...at, name], 'Extra inputs are not permitted', input).issues
	);

function readAction(raw: unknown, at: Loc): Read<BulkAction> | undefined {
	if (!isRecord(raw)) return undefined;
	const action = (['create', 'update', 'delete'] as const).find((one) => one === raw['action']);
	if (!action) return undefined;
	const loc = [...at, action];
	const issues: Issue[] = [];
	const { entities, update_mask: mask, ...others } = raw;
	delete others['action'];
	const known = action === 'create' ? 'action_on_existence' : 'action_on_non_existence';
	const { [known]: onClash = 'fail', ...rest } = others;
	const read: BulkAction = { action, entities: [], mask: [], isStrict: onClash === 'fail' };
	if (entities === undefined) issues.push(missing([...loc, 'entities'], raw));
	else if (!Array.isArray(entities)) {
		const where = [...loc, 'entities'];
		issues.push(...fail('list_type', where, 'Input should be a valid list', entities).issues);
	} else {
		for (const [index, entity] of (entities as unknown[]).entries()) {
			const one = readEntity(entity, [...loc, 'entities', index], action === 'delete');
			if ('value' in one) read.entities.push(one.value);
			else issues.push(...one.issues);
		}
	}
	if (action === 'update' && mask !== undefined && mask !== null) {
		const list = listOf(text())(mask, [...loc, 'update_mask']);
		if ('value' in list) read.mask = list.value;
		else issues.push(...list.issues);
	} else if (action !== 'update' && mask !== undefined) rest['update_mask'] = mask;
	const words = action === 'create' ? ['fail', 'skip', 'overwrite'] : ['fail', 'skip'];
	const clash = oneOf(words)(onClash, [...loc, known]);
	if ('issues' in clash) issues.push(...clash.issues);
	issues.push(...extra(rest, loc));
	return issues.length > 0 ? { issues } : { value: read };
}

/** To delete, a mere task id will do. */
function readEntity(raw: unknown, loc: Loc, mayBeName: boolean): Read<Entity> {
	if (!mayBeName) return readModel(model, raw, loc);
	if (typeof raw === 'string') {
		const read = readModel(model, { task_id: raw }, loc);
		return 'value' in read ? { value: { ...read.value, isName: true } } : read;
	}
	const read = readModel(model, raw, [...loc, 'BulkTaskInstanceBody']);
	if ('value' in read) return read;
	const asText = fail('string_type', [...loc, 'str'], 'Input should be a valid string', raw);
	return { issues: [...asText.issues, ...read.issues] };
}
