import { bodyArguments } from './client/body.ts';
import { clientConnection } from './client/connection.ts';
import { clientFacts, type ClientOperation } from './client/facts.ts';
import { Findings } from './client/findings.ts';
import { otherHeaders, parameterArguments } from './client/parameters.ts';
import { clientWait } from './client/wait.ts';
import { credentialWarnings } from './credential.ts';
import { brackets, layOut, type Expression } from './python-layout.ts';
import { pythonString } from './python-literal.ts';
import { headerDict, imports, program, pythonParts } from './python-parts.ts';
import { hasDotSegments } from './sent-request.ts';
import type { Snippet, SnippetInput, SnippetTarget, SnippetWarning } from './target.ts';

/**
 * The official client: `apache-airflow-client` 2.x for the v1 API, 3.x for v2, with typed bodies.
 * @source apache-airflow-client 2.10.0 and 3.3.2; run for real by tests/wire
 */
export const pythonClient: SnippetTarget = {
	id: 'python-client',
	label: 'apache-airflow-client',
	group: 'python',
	language: 'python',
	fileName: 'request.py',
	generate(input) {
		const { api, operation } = input;
		if (api === 'other') return none({ id: 'client-airflow-only' });
		const { operations, version } = clientFacts[api];
		const own = Object.hasOwn(operations, operation.key) ? operations[operation.key] : undefined;
		if (!own) return none({ id: 'client-no-method', values: { version } });
		return clientProgram(input, own, api);
	}
};

function clientProgram(input: SnippetInput, operation: ClientOperation, api: 'v1' | 'v2'): Snippet {
	const parts = pythonParts(input, true);
	const { sent, credential, options, waiting } = parts;
	const findings = new Findings();
	const place = { facts: clientFacts[api], findings, api };
	const parameters = parameterArguments(operation, input.draft, place);
	const body = bodyArguments(sent, operation, place);
	if (!Array.isArray(body)) return none(...parts.warnings, body);
	const stops = [
		...named('client-refuses', findings.refused),
		...named('client-needs', findings.needed)
	];
	if (stops.length > 0) return none(...parts.warnings, ...stops);

	const names = otherHeaders(operation, input.draft.headers).map((name) => name.toLowerCase());
	const extra = sent.headers.filter(
		([name]) => names.includes(name.toLowerCase()) && name.toLowerCase() !== 'content-type'
	);
	const repeated = parameters.some(([before]) => before === 'accept=') ? ['accept'] : [];
	const path = input.operation.key.replace(/^\S+ /, '');
	const link = clientConnection(parts, api, path, api === 'v1' ? extra : []);
	const headers =
		api === 'v2' ? headerDict(extra.map(([n, v]) => [n, pythonString(v)])) : undefined;
	const [className = '', method = ''] = operation.call.split('.');
	const call = brackets(`${moduleOf(className)}.${method}(`, [
		...parameters,
		...body,
		...(headers === undefined ? [] : [['_headers=', headers] as const])
	]);
	const wait = waiting && clientWait(waiting, api, dagOf(input));
	const checks = options.checksErrors || waiting !== undefined;
	const classes = [...new Set([className, ...(wait?.classes ?? [])])].sort();
	const { datetimes, models } = findings;
	const code = program(
		imports(
			...link.imports,
			...(wait?.imports ?? []),
			checks && 'sys',
			datetimes.size > 0 && `datetime import ${[...datetimes].sort().join(', ')}`
		),
		imports(
			`airflow_client.client import ApiClient, ${checks ? 'ApiException, ' : ''}Configuration`,
			...classes.map((name) => `airflow_client.client.api.${moduleOf(name)} import ${name}`),
			models.size > 0 && `airflow_client.client.models import ${[...models].sort().join(', ')}`
		),
		[...link.lines, ...classes.map((name) => `${moduleOf(name)} = ${name}(client)`)],
		[...callLines(call, options.lines, checks), 'print(answer)'],
		wait?.lines ?? []
	);
	const warnings: SnippetWarning[] = [
		...parts.warnings,
		{ id: 'client-install', values: { version: clientFacts[api].version } },
		...named('client-loses', findings.lost),
		...named('client-drops-null', findings.nulls),
		...named('client-adds', findings.added),
		...named('client-writes-true', findings.flags),
		...named('header-sent-twice', repeated),
		...(body.length > 0 ? [{ id: 'client-writes-anew' }] : []),
		...(findings.writesDates ? [{ id: 'client-dates' }] : []),
		...(hasDotSegments(sent.url) ? [{ id: 'dot-segments-shortened' }] : []),
		...(operation.open && link.isInConfiguration ? [{ id: 'client-sends-no-login' }] : []),
		...credentialWarnings(credential)
	];
	return { code, available: true, warnings };
}

function callLines(call: Expression, lines: 'fit' | 'one' | 'many', checks: boolean): string[] {
	if (!checks) return [layOut(call, { before: 'answer = ', lines })];
	return [
		'try:',
		`    ${layOut(call, { before: 'answer = ', indent: '    ', lines })}`,
		'except ApiException as error:',
		"    sys.exit(f'{error.status} {error.body}')"
	];
}

// `DagRunApi` stands in `dag_run_api`, `DAGApi` in `dag_api`.
function moduleOf(className: string): string {
	return className
		.replace(/^DAG/, 'Dag')
		.replace(/(?!^)([A-Z])/g, '_$1')
		.toLowerCase();
}

// The DAG that the request names: in its path, or in a backfill's body.
function dagOf({ draft }: SnippetInput): string {
	const inBody = /"dag_id"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(draft.body ?? '')?.[1];
	return draft.path.dag_id ?? (inBody === undefined ? '~' : (JSON.parse(inBody) as string));
}

function named(id: string, names: readonly string[]): SnippetWarning[] {
	return names.length > 0 ? [{ id, values: { names: [...new Set(names)].join(', ') } }] : [];
}

function none(...warnings: SnippetWarning[]): Snippet {
	return { code: '', available: false, warnings };
}
