import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importText } from '#lib/import/import-text.ts';
import type { ImportedRequest, ImportFormat } from '#lib/import/imported.ts';
import { matchOperation } from '#lib/import/match-operation.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import { harOfRequest } from '#lib/import/json/har-write.ts';
import type { HttpRequest } from '#lib/request/draft.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { describe } from '#lib/openapi/describe.ts';
import { sentRequest } from '#lib/snippets/sent-request.ts';
import type { Snippet } from '#lib/snippets/target.ts';
import { targets } from '#lib/snippets/targets.ts';
import { wireCases, type WireCase } from './cases.ts';
import { secrets } from './run-snippets.ts';

const BASE = 'http://localhost:8080/airflow';
const CASES = wireCases(300, 7);
const DESCRIPTIONS = ['2.11.2', '3.3.2'].map((version) =>
	describe(JSON.parse(readFileSync(`static/openapi/airflow-${version}.json`, 'utf8')))
);

/** Targets whose code can be read again, and as what. */
const READ_BACK: [target: string, format: ImportFormat][] = [
	['curl', 'curl'],
	['curl-cmd', 'cmd'],
	['curl-powershell', 'powershell'],
	['powershell', 'powershell'],
	['python-requests', 'python'],
	['python-httpx', 'python'],
	['python-httpx-async', 'python'],
	['http-file', 'http'],
	['http', 'http']
];

it.each(READ_BACK)('%s, imported, is the request it was made of', (id, format) => {
	const target = targets.find((one) => one.id === id);
	let count = 0;
	for (const wireCase of CASES) {
		const { operation, draft, auth, api, options } = wireCase;
		const request = encodeRequest(operation, draft, BASE);
		const snippet = target?.generate({ operation, draft, request, auth, api, options });
		if (!snippet?.available || !isWhole(snippet)) continue;

		const read = imported(snippet.code, format, wireCase.title);
		const wanted = expected(request, wireCase, snippet);
		expect({ code: snippet.code, ...read }).toEqual({
			code: snippet.code,
			...(format === 'http' ? withoutEmptyBody(wanted) : wanted)
		});
		count++;
	}
	expect(count).toBeGreaterThan(400);
});

it('an airflow or airflowctl command, imported, is a request for the same operation and its values', () => {
	let count = 0;
	for (const { operation, draft, auth, api, options, title } of CASES) {
		const request = encodeRequest(operation, draft, BASE);
		for (const cli of targets.filter(({ group }) => group === 'cli')) {
			const snippet = cli.generate({ operation, draft, request, auth, api, options });
			const { code: command, available, warnings } = snippet;
			// A command may do more or less than the request, and says so.
			if (!available || warnings.some(({ id }) => ELSEWHERE.test(id))) continue;
			// The command asks the other one of two operations that do the same.
			if (/^(GET \/dags\/\{dag_id\}|POST \/auth\/token)$/.test(operation.key)) continue;
			const { requests } = importText(command, { format: 'cli', api });
			const description = DESCRIPTIONS.find((one) => one.api === api) as ApiDescription;
			const match = matchOperation(description.operations, requests[0] as ImportedRequest);
			const where = { title, command };
			expect({ ...where, key: match?.operation.key, path: match?.draft.path }).toEqual({
				...where,
				// Users and roles are at two addresses of v1.
				key: operation.key.replace('/auth/fab/v1', ''),
				path: draft.path
			});
			count++;
		}
	}
	expect(count).toBeGreaterThan(50);
});

/** The command asks for something else, or another operation of the API does what it does. */
const ELSEWHERE =
	/^(cli-(loses|many-dags|marks-by-running|run-among-all|run-by-date|clears-other-runs|needs|reparses-all|upserts))$/;

it('a HAR, imported, is the request it was made of', () => {
	for (const wireCase of CASES) {
		const request = literal(wireCase);
		const text = JSON.stringify({
			log: { version: '1.2', entries: [{ request: harOfRequest(request) }] }
		});
		expect(imported(text, 'har', wireCase.title)).toEqual(request);
	}
});

it('a Postman collection, imported, is the request it was made of', () => {
	for (const wireCase of CASES) {
		const request = literal(wireCase);
		expect(imported(JSON.stringify(collectionOf(request)), 'postman', wireCase.title)).toEqual(
			withoutEmptyBody(request)
		);
	}
});

/** A file with nothing below the headers does not say whether there is an empty body or none. */
function withoutEmptyBody({ body, ...rest }: ImportedRequest): ImportedRequest {
	return body === undefined || body === '' ? rest : { ...rest, body };
}

function imported(code: string, format: ImportFormat, title: string): ImportedRequest {
	try {
		const { name: _, ...request } = importText(code, { format }).requests[0] as ImportedRequest;
		return request;
	} catch (error) {
		throw new Error(`${title}\n${code}\n${error}`, { cause: error });
	}
}

/** The request as it goes out, with its secret written out. */
function literal(wireCase: WireCase): ImportedRequest {
	const { operation, draft, auth } = wireCase;
	const request = encodeRequest(operation, draft, BASE);
	const secret = auth.kind === 'basic' ? secrets.AIRFLOW_PASSWORD : secrets.AIRFLOW_TOKEN;
	const named = auth.kind === 'basic' ? { ...auth, username: auth.username ?? 'me' } : auth;
	return expected(request, { auth: named, options: { ...wireCase.options, secret } });
}

function expected(
	request: HttpRequest,
	{ auth, options }: Pick<WireCase, 'auth' | 'options'>,
	snippet?: Snippet
): ImportedRequest {
	const { method, url, headers, body } = sentRequest(request);
	const credential = credentialOf(auth, options.secret);
	const dropped = snippet?.warnings.flatMap(({ id, values }) =>
		DROPPED.test(id) ? (values?.names ?? '').split(', ') : []
	);
	return {
		method,
		url,
		headers: headers.filter(([name]) => !dropped?.includes(name)),
		...(body === undefined ? {} : { body }),
		...(credential === undefined ? {} : { auth: credential })
	};
}

/** Headers that a target cannot say, by name. */
const DROPPED = /^header-(ascii-only|needs-body)$/;

/** False where the target itself says that its code is not the whole request. */
function isWhole({ warnings }: Snippet): boolean {
	return !warnings.some(({ id }) => /^(body-in-file|http-file-(braces|lines|name))$/.test(id));
}

function credentialOf(auth: WireCase['auth'], secret: string | undefined): ImportedRequest['auth'] {
	if (auth.kind === 'none') return undefined;
	if (auth.kind === 'bearer')
		return secret === undefined
			? { kind: 'bearer', variable: 'AIRFLOW_TOKEN' }
			: { kind: 'bearer', token: secret };
	const username = auth.username === undefined ? {} : { username: auth.username };
	return secret === undefined
		? { kind: 'basic', ...username, variable: 'AIRFLOW_PASSWORD' }
		: { kind: 'basic', ...username, password: secret };
}

function collectionOf({ method, url, headers, body, auth }: ImportedRequest) {
	const pairs = (values: Record<string, string>) =>
		Object.entries(values).map(([key, value]) => ({ key, value, type: 'string' }));
	const login =
		auth?.kind === 'basic'
			? {
					type: 'basic',
					basic: pairs({ username: auth.username ?? '', password: auth.password ?? '' })
				}
			: auth?.kind === 'bearer'
				? { type: 'bearer', bearer: pairs({ token: auth.token ?? '' }) }
				: { type: 'noauth' };
	return {
		info: {
			name: 'Airflow',
			schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'
		},
		item: [
			{
				name: 'a folder',
				item: [
					{
						name: 'a request',
						request: {
							method,
							header: headers.map(([key, value]) => ({ key, value })),
							url: { raw: url },
							auth: login,
							...(body === undefined ? {} : { body: { mode: 'raw', raw: body } })
						}
					}
				]
			}
		]
	};
}
