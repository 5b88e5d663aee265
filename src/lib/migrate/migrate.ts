import { bodyFields } from '#lib/openapi/field.ts';
import type { ApiDescription, Operation } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { isJsonObject } from '#lib/request/json-edit.ts';
import { BodyEdit } from './body-edit.ts';
import { migrateBody } from './body.ts';
import type { Change } from './change.ts';
import { placeOf } from './operations.ts';
import { migrateQuery } from './query.ts';

/** A request in the other API. */
export interface Migrated {
	/** Absent when the other API has nothing like it: then the changes hold the one reason. */
	draft?: RequestDraft;
	/** Every difference with its reason, the path first and what the answer is like last. */
	changes: readonly Change[];
	/** What the learner has to fill in: path parameters and body fields that nobody can know from the request. */
	blanks: readonly string[];
}

/** The same request for the other API, as far as there is one. */
export function migrate(draft: RequestDraft, from: 'v1' | 'v2', other: ApiDescription): Migrated {
	const known = new Set(other.operations.map(({ key }) => key));
	const place = placeOf(draft.operation, from, known);
	const sharp = place.to === undefined ? place : sharper(draft, from, place.to, place.why);
	const target = other.operations.find(({ key }) => key === sharp.to);
	if (!target)
		return { changes: [{ what: 'path', id: place.why, from: draft.operation }], blanks: [] };

	const path = pathOf(draft, target);
	const { query, changes: inQuery } = migrateQuery(draft, from, target);
	const body = bodyOf(draft, from, target, other);
	const mask = maskOf(draft, from, query);
	const moved: RequestDraft = {
		operation: target.key,
		path: path.values,
		query: { ...query, ...mask.query },
		headers: draft.headers,
		...(body?.text === undefined ? {} : { body: body.text }),
		...(draft.contentType === undefined ? {} : { contentType: draft.contentType })
	};
	const changes: Change[] = [
		{ what: 'path', id: sharp.why, from: draft.operation, to: target.key },
		{ what: 'auth', id: from === 'v1' ? 'bearer' : 'basic' },
		...inQuery,
		...mask.changes,
		...(body?.changes ?? []),
		...answersOf(target, from)
	];
	return { draft: moved, changes, blanks: [...path.blanks, ...(body?.blanks ?? [])] };
}

/** Where one address of an API is two of the other's: what the body says decides. */
function sharper(
	draft: RequestDraft,
	from: 'v1' | 'v2',
	to: string,
	why: string
): { to: string; why: string } {
	if (!isJsonObject(draft.body ?? '')) return { to, why };
	const body = new BodyEdit(draft.body ?? '{}');
	const isOfATask = /taskInstances\/\{task_id\}(\/\{map_index\})?$/.test(to);
	if (from === 'v1') {
		const isRehearsal = body.get('dry_run') !== 'false' && !draft.operation.endsWith('setNote');
		return isOfATask && to.startsWith('PATCH') && isRehearsal
			? { to: `${to}/dry_run`, why: 'dry-run-is-a-path' }
			: { to, why };
	}
	if (!/^PATCH .*(\{dag_run_id\}|\{task_id\}|\{map_index\})$/.test(to)) return { to, why };
	const isBareNote = body.get('note') !== undefined && body.names.length === 1;
	if (isBareNote) return { to: `${to}/setNote`, why: 'note-elsewhere' };
	const isWide = body.names.some((name) => name.startsWith('include_'));
	return isWide && to.endsWith('{task_id}')
		? { to: 'POST /dags/{dag_id}/updateTaskInstancesState', why: 'state-in-the-body' }
		: { to, why };
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
	try_number: 'task_try_number',
	task_try_number: 'try_number'
};

function pathOf(draft: RequestDraft, target: Operation) {
	const body = isJsonObject(draft.body ?? '') ? new BodyEdit(draft.body ?? '{}') : undefined;
	const values: Record<string, string> = {};
	const blanks: string[] = [];
	for (const [, name = ''] of target.key.matchAll(/\{(\w+)\}/g)) {
		const found = draft.path[name] ?? draft.path[OTHER_NAMES[name] ?? ''];
		const isTilde = draft.operation.includes('/~/') && ['dag_id', 'dag_run_id'].includes(name);
		const inBody = ['dag_run_id', 'task_id'].includes(name) ? body?.textOf(name) : undefined;
		const value = found ?? (isTilde ? '~' : inBody);
		if (value === undefined || value === '') blanks.push(name);
		else values[name] = value;
	}
	return { values, blanks };
}

function bodyOf(
	draft: RequestDraft,
	from: 'v1' | 'v2',
	target: Operation,
	{ schemas }: ApiDescription
): Pick<BodyEdit, 'text' | 'changes' | 'blanks'> | undefined {
	if (target.body === undefined) return undefined;
	const text = draft.body ?? '{}';
	if (!isJsonObject(text)) return { text, changes: [], blanks: [] };
	const edit = migrateBody(
		draft,
		from,
		new Set(bodyFields(target, schemas).flatMap((one) => (one.readOnly ? [] : one.name)))
	);
	// What needs no change keeps the layout that the learner gave it.
	return edit.changes.length === 0 ? { text, changes: [], blanks: [] } : edit;
}

/** v2 wants a pool or a connection whole even for one field: the mask says which one is meant. */
function maskOf(
	draft: RequestDraft,
	from: 'v1' | 'v2',
	query: RequestDraft['query']
): { query: RequestDraft['query']; changes: Change[] } {
	const isWhole = /^PATCH \/(pools|connections)\//.test(draft.operation);
	if (from === 'v2' || !isWhole || query.update_mask || !isJsonObject(draft.body ?? ''))
		return { query: {}, changes: [] };
	const sent = new BodyEdit(draft.body ?? '{}').names;
	const fields = sent.filter((name) => !['name', 'connection_id'].includes(name));
	if (fields.length === 0) return { query: {}, changes: [] };
	return {
		query: { update_mask: fields },
		changes: [{ what: 'query', id: 'mask', to: `update_mask=${fields.join(',')}` }]
	};
}

/** What a script that reads the answer will notice. */
function answersOf({ key, method }: Operation, from: 'v1' | 'v2'): Change[] {
	const changes: Change[] = [];
	const tell = (id: string) => changes.push({ what: 'answer', id });
	if (/^POST \/(pools|variables|connections)$/.test(key))
		tell(from === 'v1' ? 'created-201' : 'created-200');
	if (key === 'POST /variables') tell(from === 'v1' ? 'variable-409' : 'variable-overwrites');
	if (/dagRuns|taskInstances/i.test(key) && method !== 'DELETE')
		tell(from === 'v1' ? 'run-fields' : 'run-fields-v1');
	if (key === 'PATCH /dags/{dag_id}/dagRuns/{dag_run_id}')
		tell(from === 'v1' ? 'mark-unfinished' : 'mark-all');
	if (/logs\/\{/.test(key)) tell(from === 'v1' ? 'logs-json' : 'logs-text');
	if (/^(GET|POST|PATCH) \/connections(\/\{|$)/.test(key))
		tell(from === 'v1' ? 'password-stars' : 'password-absent');
	tell(from === 'v1' ? 'errors' : 'errors-v1');
	return changes;
}
