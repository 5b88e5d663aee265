import type { Value, Values } from './airflowctl-argparse.ts';
import { Client, namingRefusal, type ApiCall } from './airflowctl-client.ts';
import type { Operation } from './airflowctl-operation.ts';
import { DateTime, fieldsOf, readAnswer, readBody, toJson } from './airflowctl-model.ts';
import { printAs, type Output } from './airflowctl-print.ts';
import { isDict } from './airflowctl-python.ts';
import { Uncaught, type Session } from './airflowctl-session.ts';
import { isoZ } from '#lib/simulator/time.ts';

const PAGE = 50;

/**
 * A command that is one operation of the API: calls it and prints what it answered.
 * @source airflowctl ctl/cli_config.py `_create_func_map_from_operation`
 */
export function operate(
	session: Session,
	name: string,
	operation: Operation,
	values: Values
): void {
	const client = new Client(session, 'command', textOf(values.api_token));
	const result = namingRefusal(() => perform(client, session, operation, values));
	const action = name.split(' ')[1] ?? '';
	if (result === undefined)
		throw new Uncaught('AttributeError', "'NoneType' object has no attribute 'values'");
	const shown =
		typeof result === 'string'
			? { operation: action.replaceAll('-', '_'), entity: result }
			: (toJson(result) as Record<string, unknown>);
	const rows = collect(shown);
	// Only some commands have the option, yet all look for it.
	if (!('output' in values))
		throw new Uncaught('AttributeError', "'Namespace' object has no attribute 'output'");
	printAs(session, rows, values.output as Output);
}

/** The list of pools is asked for by other commands too. */
export function listAll(client: Client, call: ApiCall, model: string): Record<string, unknown> {
	const ask = (more: ApiCall['query'] = []) => {
		const query = [['limit', `${PAGE}`] as const, ...(call.query ?? []), ...more];
		return readAnswer(model, client.request({ ...call, query }), true);
	};
	const first = ask();
	const total = Number(first.total_entries);
	const key = fieldsOf(model).find(({ type }) => type.startsWith('['))?.name;
	if (total < PAGE || key === undefined) return first;
	const rows = [...(first[key] as unknown[])];
	for (let offset = PAGE; offset < total; offset += PAGE)
		rows.push(...(ask([['offset', `${offset}`]])[key] as unknown[]));
	return { ...first, [key]: rows };
}

function perform(
	client: Client,
	session: Session,
	operation: Operation,
	values: Values
): Record<string, unknown> | string | undefined {
	const given = operation.takes && bodyOf(session, operation.takes[1], values);
	const json = given ? outgoing(given, operation) : xcomBody(operation, values);
	const [method = '', template = ''] = operation.sends.split(' ');
	const all: Record<string, unknown> = { ...values, ...given };
	// All DAGs, when the option that names one is not given.
	if (template === 'dags/{dag_id}/dagRuns' && method === 'GET') all.dag_id = values.dag_id || '~';
	const call: ApiCall = {
		method,
		path: template.replace(/\{(\w+)\}/g, (_, key: string) => pathWord(all[key])),
		query: queryOf(operation.query ?? '', values),
		...(json === undefined ? {} : { json })
	};
	if (operation.isPaged) return listAll(client, call, operation.answers ?? '');
	const body = client.request(call);
	if (operation.shows !== undefined) return String(values[operation.shows]);
	return operation.answers === undefined ? undefined : readAnswer(operation.answers, body);
}

/** What the options say of a body, as its model reads it. */
function bodyOf(session: Session, model: string, values: Values): Record<string, unknown> {
	const raw: Record<string, unknown> = {};
	for (const { name } of fieldsOf(model)) if (name in values) raw[name] = values[name];
	// A run that names no logical date has the moment of the command.
	if ('logical_date' in raw && raw.logical_date === null) raw.logical_date = isoZ(session.nowMs);
	const body = readBody(model, raw);
	if (model === 'TriggerDAGRunPostBody') body.conf ??= {};
	if (model === 'CreateAssetEventsBody') body.extra ??= {};
	return body;
}

function outgoing(body: Record<string, unknown>, { body: which }: Operation): unknown {
	const json = toJson(body) as Record<string, unknown>;
	if (which !== 'filled') return json;
	// A value that may be any JSON is a class of its own in the models, and so never counts as none.
	return Object.fromEntries(
		Object.entries(json).filter(([name, value]) => value !== null || name === 'value')
	);
}

/** An XCom's value is JSON, or else the word itself. */
function xcomBody({ sends }: Operation, values: Values): unknown {
	const method = sends.slice(0, sends.indexOf(' '));
	if (!sends.includes('/xcomEntries') || !['POST', 'PATCH'].includes(method)) return undefined;
	const value = parsed(String(values.value));
	return {
		...(method === 'POST' ? { key: values.key } : {}),
		...(value === null ? {} : { value }),
		...(values.map_index === null ? {} : { map_index: values.map_index })
	};
}

function parsed(word: string): unknown {
	try {
		return JSON.parse(word) as unknown;
	} catch (cause) {
		if (cause instanceof SyntaxError) return word;
		throw cause;
	}
}

function queryOf(words: string, values: Values): [string, string][] {
	return words.split(' ').flatMap((word): [string, string][] => {
		const [, name = '', key = '', always] = /^(?:(\w+)=)?(\w+)(!?)$/.exec(word) ?? [];
		const value = values[key];
		if (key === '' || value === undefined) return [];
		if (Array.isArray(value)) return value.map((item) => [name || key, item]);
		if (value === null) return always ? [[name || key, '']] : [];
		return [[name || key, queryWord(value)]];
	});
}

const queryWord = (value: Value) => (typeof value === 'boolean' ? `${value}` : String(value));
const textOf = (value: Value | undefined) => (typeof value === 'string' ? value : undefined);

function pathWord(value: unknown): string {
	if (value instanceof DateTime) return String(toJson(value));
	return value === null || value === undefined ? 'None' : String(value);
}

/**
 * The rows of an answer: what is in its only field, once the count is gone, or else the answer itself.
 * An object inside becomes a list of one.
 */
function collect(answer: Record<string, unknown>): unknown {
	const found = { ...answer };
	if (Object.values(answer).some((value) => Array.isArray(value) || isDict(value))) {
		for (const [key, value] of Object.entries(answer)) {
			if (key === 'total_entries') delete found[key];
			else if (isDict(value)) found[key] = collect(value);
		}
	}
	const only = Object.values(found);
	return only.length === 1 ? only[0] : [found];
}
