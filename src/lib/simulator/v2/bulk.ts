import type { Call, Handler, Reply } from '#lib/simulator/call.ts';
import type { World } from '#lib/simulator/world.ts';
import { mayCall } from './access.ts';
import { missing, readModel, type Body, type Fields, type Model } from './model.ts';
import { fail, isRecord, type Issue, type Loc } from './readers.ts';
import { crash, ok, refuse, unprocessable } from './reply.ts';

/** What a bulk operation does with one kind of thing. */
export interface BulkKind<F extends Fields> {
	/** Of a body to create or to update. */
	model: Model<F>;
	/** `pools with these pool names`, for clashes. */
	words: string;
	nameOf(body: Body<F>): string;
	/** Where they are, by name. */
	table(world: World): Map<string, unknown>;
	create(world: World, body: Body<F>): void;
	/** What `action_on_existence: overwrite` does to one that exists. */
	overwrite(world: World, body: Body<F>): void;
	/** What one action of a request made, its next ones do not see. */
	isBlindToNew?: boolean;
	/** The same as the kind's own PATCH. */
	patch(world: World, body: Body<F>, mask: string[]): Reply;
}

interface Action<F extends Fields> {
	action: 'create' | 'update' | 'delete';
	/** Bodies to create or update, names to delete. */
	bodies: Body<F>[];
	names: string[];
	mask: string[];
	/** What to do about those that exist already, or do not exist. */
	onClash: string;
}

interface Outcome {
	success: string[];
	errors: { error: unknown; status_code: number }[];
}

/**
 * A handler of `{"actions": […]}`: every action has an outcome of its own.
 * @source airflow/api_fastapi/core_api/services/public/common.py `BulkService`
 */
export function bulk<F extends Fields>(kind: BulkKind<F>): Handler {
	return (world, call: Call): Reply => {
		const actions = readActions(kind, call.body);
		if (actions === undefined) return crash();
		// The check of permissions reads the body too, so everything is found wrong twice.
		if ('issues' in actions) return unprocessable([...actions.issues, ...actions.issues]);
		// Who may is asked for each of them: for none, anybody.
		const isNothing = actions.value.every(
			({ bodies, names }) => bodies.length + names.length === 0
		);
		if (!isNothing && !mayCall(call.user, 'op')) return refuse(403, 'Forbidden');
		const results: Record<Action<F>['action'], Outcome | null> = {
			create: null,
			update: null,
			delete: null
		};
		const before = structuredClone(kind.table(world));
		for (const action of actions.value) {
			const outcome = (results[action.action] ??= { success: [], errors: [] });
			const refusal = apply(world, kind, action, outcome, kind.isBlindToNew ? before : undefined);
			if (refusal) {
				// One transaction: what went well before is taken back.
				kind.table(world).clear();
				for (const [name, value] of before) kind.table(world).set(name, value);
				return refusal;
			}
		}
		return ok(results);
	};
}

function apply<F extends Fields>(
	world: World,
	kind: BulkKind<F>,
	{ action, bodies, names, mask, onClash }: Action<F>,
	{ success, errors }: Outcome,
	visible: ReadonlyMap<string, unknown> = kind.table(world)
): Reply | undefined {
	const clash = (of: readonly string[], what: string, status_code: number) => {
		const set = [...new Set(of)].map((name) => `'${name}'`).join(', ');
		errors.push({ error: `The ${kind.words}: {${set}} ${what}.`, status_code });
		return undefined;
	};
	const all = action === 'delete' ? names : bodies.map((body) => kind.nameOf(body));
	const wrong = all.filter((name) => visible.has(name) === (action === 'create'));
	if (onClash === 'fail' && wrong.length > 0) {
		return action === 'create'
			? clash(wrong, 'already exist', 409)
			: clash(wrong, 'were not found', 404);
	}
	for (const [index, name] of all.entries()) {
		const exists = visible.has(name);
		const body = bodies[index];
		if (action === 'delete') {
			if (exists) {
				kind.table(world).delete(name);
				success.push(name);
			}
		} else if (action === 'create' && body) {
			if (exists && onClash === 'skip') continue;
			success.push(name);
			if (exists) kind.overwrite(world, body);
			else kind.create(world, body);
		} else if (exists && body) {
			const reply = kind.patch(world, body, mask);
			if (reply.status === 422) return reply;
			if (reply.status === 200) success.push(name);
			else {
				const error = isRecord(reply.body) ? reply.body['detail'] : undefined;
				errors.push({ error, status_code: reply.status });
				break;
			}
		}
	}
	return undefined;
}

/** Undefined where the server falls over: an action that is none cannot even be told apart. */
function readActions<F extends Fields>(
	{ model }: BulkKind<F>,
	body: unknown
): { value: Action<F>[] } | { issues: Issue[] } | undefined {
	if (body === undefined || body === null) return { issues: [missing(['body'], null)] };
	const shape = readModel({ fields: {} }, isRecord(body) ? {} : body);
	if ('issues' in shape) return shape;
	const { actions, ...rest } = body as Record<string, unknown>;
	const extra = Object.entries(rest).flatMap(
		([name, input]) =>
			fail('extra_forbidden', ['body', name], 'Extra inputs are not permitted', input).issues
	);
	if (actions === undefined) return { issues: [missing(['body', 'actions'], body), ...extra] };
	const issues: Issue[] = [];
	const value: Action<F>[] = [];
	if (!Array.isArray(actions)) {
		return fail('list_type', ['body', 'actions'], 'Input should be a valid list', actions);
	}
	for (const [index, raw] of (actions as unknown[]).entries()) {
		const read = readAction(model, raw, ['body', 'actions', index], issues);
		if (!read) return undefined;
		value.push(read);
	}
	issues.push(...extra);
	return issues.length > 0 ? { issues } : { value };
}

function readAction<F extends Fields>(
	model: Model<F>,
	raw: unknown,
	at: Loc,
	issues: Issue[]
): Action<F> | undefined {
	if (!isRecord(raw)) return undefined;
	const action = (['create', 'update', 'delete'] as const).find((one) => one === raw['action']);
	if (!action) return undefined;
	const loc = [...at, action];
	const entities = raw['entities'];
	const key = action === 'create' ? 'action_on_existence' : 'action_on_non_existence';
	const read: Action<F> = {
		action,
		bodies: [],
		names: [],
		mask: Array.isArray(raw['update_mask']) ? raw['update_mask'].map(String) : [],
		onClash: typeof raw[key] === 'string' ? raw[key] : 'fail'
	};
	if (entities === undefined) issues.push(missing([...loc, 'entities'], raw));
	else if (!Array.isArray(entities)) {
		const msg = 'Input should be a valid list';
		issues.push(...fail('list_type', [...loc, 'entities'], msg, entities).issues);
	} else {
		for (const [index, entity] of (entities as unknown[]).entries()) {
			if (action === 'delete' && typeof entity === 'string') read.names.push(entity);
			else {
				const body = readModel(model, entity, [...loc, 'entities', index]);
				if ('issues' in body) issues.push(...body.issues);
				else if (action === 'delete') return undefined;
				else read.bodies.push(body.value);
			}
		}
	}
	return read;
}
