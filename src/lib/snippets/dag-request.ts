import { credentialOf, type Credential } from './credential.ts';
import { dagFile, type Argument } from './dag-file.ts';
import { dagWait } from './dag-wait.ts';
import { isTemplate, jinjaLines, jinjaString } from './jinja-text.ts';
import { pythonBody, pythonParts } from './python-parts.ts';
import { brackets, type Expression } from './python-layout.ts';
import { pythonString } from './python-literal.ts';
import { isRequotedByRequests } from './requoting.ts';
import { hasDotSegments, type SentRequest } from './sent-request.ts';
import type { Snippet, SnippetInput, SnippetWarning } from './target.ts';

const CONNECTION = 'airflow_api';

/**
 * A DAG that sends the request with the HTTP operator. Server and credential are those of an Airflow connection.
 * @source airflow/providers/http of 5.3 and 6.3: operators/http.py, hooks/http.py (url_from_endpoint, run)
 */
export function dagRequest(input: SnippetInput): Snippet {
	const { sent, options, waiting, warnings } = pythonParts(input, true);
	const credential = credentialOf(input, sent.hasOwnAuthorization);
	const [, origin = '', endpoint = ''] = /^([a-z]+:\/\/[^/?#]*)(.*)$/is.exec(sent.url) ?? [];
	const login = authorization(credential);
	const body = bodyOf(sent);
	const common: Argument[] = [['http_conn_id=', `'${CONNECTION}'`]];
	const wait =
		waiting && dagWait(waiting, origin, input.api, [...common, ...headersArgument(login)]);
	const send: Argument[] = [
		['task_id=', `'send'`],
		...common,
		['method=', pythonString(sent.method)],
		['endpoint=', jinjaString(endpoint)],
		...headersArgument([
			...login,
			...sent.headers.map(([name, value]) => [name, jinjaString(value)] as const)
		]),
		...(body === undefined ? [] : [['data=', body.value] as const]),
		['log_response=', 'True'],
		...(wait?.sends ?? [])
	];
	const file = {
		dagId: 'ask_airflow',
		api: input.api,
		imports: [
			'airflow.providers.http.operators.http import HttpOperator',
			...(body?.usesJson ? ['json'] : []),
			...(wait?.imports ?? [])
		],
		...(wait ? { functions: wait.functions } : {}),
		tasks: [
			{ ...(wait ? { name: 'send' } : {}), call: 'HttpOperator', args: send },
			...(wait?.tasks ?? [])
		],
		...(wait?.order === undefined ? {} : { order: wait.order })
	};
	const templated = [endpoint, sent.body ?? '', ...sent.headers.map(([, value]) => value)];
	const found: SnippetWarning[] = [
		...warnings,
		...connectionWarnings(origin, credential),
		...(templated.some(isTemplate) ? [{ id: 'dag-templates' }] : []),
		...(hasDotSegments(sent.url)
			? [{ id: 'dot-segments-lost' }]
			: isRequotedByRequests(sent.url)
				? [{ id: 'url-requoted' }]
				: [])
	];
	return { code: dagFile(file, options.lines), available: true, warnings: found };
}

type Line = readonly [name: string, value: string];

function headersArgument(headers: readonly Line[]): Argument[] {
	if (headers.length === 0) return [];
	const items = headers.map(([name, value]) => [`${pythonString(name)}: `, value] as const);
	return [['headers=', brackets('{', items, '}')]];
}

// The connection's password holds the token; Airflow hides it in its logs.
function authorization(credential: Credential | undefined): Line[] {
	if (credential === undefined || credential.kind === 'basic') return [];
	const before = credential.kind === 'bearer' ? 'Bearer ' : '';
	return [['Authorization', `'${before}{{ conn.${CONNECTION}.password }}'`]];
}

function bodyOf(sent: SentRequest): { value: Expression; usesJson: boolean } | undefined {
	if (sent.body === undefined || sent.body === '') return undefined;
	if (isTemplate(sent.body)) return { value: jinjaLines(sent.body), usesJson: false };
	return pythonBody(sent, { keyword: 'data=', encodes: 'never' });
}

function connectionWarnings(url: string, credential: Credential | undefined): SnippetWarning[] {
	const values = { name: CONNECTION, url };
	const kept = credential?.secret === undefined ? [] : [{ id: 'dag-secret-kept-out' }];
	if (credential === undefined) return [{ id: 'dag-connection', values }];
	if (credential.kind !== 'basic') return [{ id: 'dag-connection-token', values }, ...kept];
	const login = credential.username ?? '…';
	return [{ id: 'dag-connection-login', values: { ...values, login } }, ...kept];
}
