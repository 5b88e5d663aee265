import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe } from '#lib/openapi/describe.ts';
import { exampleBody } from '#lib/openapi/example.ts';
import type { ApiDescription, Operation, Parameter } from '#lib/openapi/operation.ts';
import { asObject } from '#lib/openapi/json.ts';
import { flatten } from '#lib/openapi/resolve.ts';
import { type Api, type Caller, NONCE, type Step } from '#contract/cases/case.ts';
import { notFuzzed } from './wanted.ts';

const folder = 'static/openapi';

/** The bundled specification of a line. */
export function specOf(api: Api): ApiDescription {
	const line = api === 'v1' ? 'airflow-2' : 'airflow-3';
	const name = readdirSync(folder).find((file) => file.startsWith(line)) ?? '';
	return describe(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')), api);
}

/** A run that every sequence begins by making; its DAG is paused, so that nothing moves by itself. */
export const RUN = `${NONCE}_run`;
export const DAG = 'paused_cleanup';
/** One that is not: what runs of it there are is taken away as well. */
export const OTHER_DAG = 'hello_api';

/** Values that exist, values that do not, and values that are none; by the parameter's name. */
const NAMED: Record<string, readonly string[]> = {
	dag_id: [DAG, DAG, DAG, OTHER_DAG, 'no_such_dag', '~'],
	dag_run_id: [RUN, RUN, RUN, 'no_such_run', '~'],
	task_id: ['cleanup', 'cleanup', 'no_such_task', '~'],
	pool_name: [`${NONCE}_pool`, `${NONCE}_pool`, 'default_pool', 'no such pool'],
	variable_key: [`${NONCE}_key`, `${NONCE}_key`, 'no_such_key'],
	connection_id: [`${NONCE}_conn`, `${NONCE}_conn`, 'no_such_connection'],
	role_name: ['Viewer', 'no_such_role'],
	username: ['viewer', 'no_such_user'],
	uri: ['s3%3A%2F%2Fshop%2Forders', 's3://nowhere'],
	section: ['core', 'nowhere'],
	option: ['executor', 'nothing'],
	xcom_key: ['return_value', 'no_such_xcom'],
	map_index: ['-1', '0', '7', 'x'],
	task_try_number: ['1', '0', '9', 'x'],
	try_number: ['1', '0', '9', 'x'],
	order_by: ['id', '-id', 'dag_id', '-start_date', 'no_such_column', 'name', 'key'],
	state: ['success', 'queued', 'none', 'no_such_state'],
	update_mask: ['slots', 'value', 'is_paused', 'note', 'no_such_field', 'description'],
	fields: ['dag_id', 'state', 'no_such_field'],
	limit: ['0', '1', '2', '1000', '-1', 'x', '']
};

const ODD = [
	'',
	'0',
	'-1',
	'x',
	'true',
	'None',
	'2026-01-12T00:00:00Z',
	'2026-13-01',
	'%',
	'~',
	'é'
];

/** One request that a sequence may hold: mostly in the spirit of the specification, sometimes against it. */
export function requestsOf(api: Api): fc.Arbitrary<Step> {
	const spec = specOf(api);
	const operations = spec.operations.filter(
		({ key }) => !(key.replace('/auth/fab/v1', '') in notFuzzed)
	);
	// Reading alone would never leave the world as it was.
	const weighted = operations.map((operation) => ({
		weight: operation.method === 'GET' ? 1 : 2,
		arbitrary: stepOf(operation, spec)
	}));
	return fc.oneof(...weighted);
}

const CALLERS: fc.Arbitrary<Caller> = fc.oneof(
	{ weight: 12, arbitrary: fc.constant<Caller>('admin') },
	{ weight: 1, arbitrary: fc.constantFrom<Caller>('op', 'user', 'viewer', 'nobody') }
);

function stepOf(operation: Operation, spec: ApiDescription): fc.Arbitrary<Step> {
	const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
	const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
	const path = fc.record(
		Object.fromEntries(inPath.map((parameter) => [parameter.name, valueOf(parameter)]))
	);
	const query = fc
		.subarray(inQuery, { maxLength: Math.min(3, inQuery.length) })
		.chain((chosen) =>
			fc.tuple(
				...chosen.map((parameter) =>
					valueOf(parameter).map((value) => `${parameter.name}=${encodeURIComponent(value)}`)
				)
			)
		);
	const body = operation.body ? bodyOf(operation, spec) : fc.constant(undefined);
	return fc
		.record({ path, query, body, as: CALLERS })
		.map(({ path: values, query: pairs, body: text, as }) => {
			const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
				// A URI stays as it is written: v1 wants it encoded, and sometimes it is not.
				name === 'uri' ? (values[name] ?? '') : encodeURIComponent(values[name] ?? '')
			);
			const prefix = `/api/${spec.api}`;
			const fromRoot = filled.startsWith(prefix) ? filled.slice(prefix.length) : `/${filled}`;
			return {
				method: operation.method,
				path: fromRoot + (pairs.length > 0 ? `?${pairs.join('&')}` : ''),
				as,
				headers: text === undefined ? {} : { 'content-type': 'application/json' },
				...(text === undefined ? {} : { body: text })
			};
		});
}

function valueOf({ name, schema }: Parameter): fc.Arbitrary<string> {
	const named = NAMED[name];
	const { enum: choices } = (typeof schema === 'object' ? schema : {}) as { enum?: unknown[] };
	const usual = fc.constantFrom(...(named ?? choices?.map(String) ?? ODD));
	return fc.oneof(
		{ weight: 9, arbitrary: usual },
		{ weight: 1, arbitrary: fc.constantFrom(...ODD.filter((value) => value !== '')) }
	);
}

/** The example with one thing changed: a field dropped, doubled in type, made odd, or one too many. */
function bodyOf(operation: Operation, spec: ApiDescription): fc.Arbitrary<string> {
	const example = named(exampleBody(operation, spec));
	const value = example === '' ? {} : (JSON.parse(example) as unknown);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return fc.constantFrom(example, '[]', '{}', 'null');
	}
	const [schema] = Object.values(operation.body?.content ?? {});
	const known = Object.keys(asObject(flatten(schema, spec.schemas).schema.properties));
	const fields = [...new Set([...Object.keys(value), ...known])];
	const odd = fc.constantFrom<unknown[]>(
		null,
		0,
		-1,
		1.5,
		'',
		'x',
		true,
		[],
		{},
		'2026-01-12T00:00:00Z'
	);
	const changed = fc
		.record({ field: fc.constantFrom(...(fields.length > 0 ? fields : ['x'])), to: odd })
		.map(({ field, to }) => JSON.stringify({ ...value, [field]: to }));
	const dropped = fc
		.constantFrom(...(fields.length > 0 ? fields : ['x']))
		.map((field) => JSON.stringify({ ...value, [field]: undefined }));
	return fc.oneof(
		{ weight: 5, arbitrary: fc.constant(JSON.stringify(value)) },
		{ weight: 3, arbitrary: changed },
		{ weight: 1, arbitrary: dropped },
		{ weight: 1, arbitrary: fc.constant(JSON.stringify({ ...value, no_such_field: 1 })) },
		{ weight: 1, arbitrary: fc.constantFrom('', '[]', '{}', 'null', '"x"', '{', '{"a":1,}') }
	);
}

/** Examples name things that nobody else has. */
const named = (text: string) =>
	text
		.replaceAll(/"(name|pool)": "[^"]*"/g, `"$1": "${NONCE}_pool"`)
		.replaceAll(/"key": "[^"]*"/g, `"key": "${NONCE}_key"`)
		.replaceAll(/"connection_id": "[^"]*"/g, `"connection_id": "${NONCE}_conn"`)
		.replaceAll(/"dag_run_id": "[^"]*"/g, `"dag_run_id": "${RUN}"`)
		.replaceAll(/"username": "[^"]*"/g, `"username": "${NONCE}_user"`);
