import { readdirSync, readFileSync } from 'node:fs';
import { describe as group, expect, test } from 'vitest';
import { migrate } from '#lib/migrate/migrate.ts';
import { describe } from '#lib/openapi/describe.ts';
import type { ApiDescription } from '#lib/openapi/operation.ts';
import type { RequestDraft } from '#lib/request/draft.ts';
import { encodeRequest } from '#lib/request/encode.ts';
import { answer } from '#lib/simulator/airflow.ts';
import { createWorld } from '#lib/simulator/create-world.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import type { World } from '#lib/simulator/world.ts';
import { fromV1 } from './from-v1.ts';
import { fromV2 } from './from-v2.ts';
import { draft, of, said } from './request.ts';

type Api = 'v1' | 'v2';

const requests = { v1: fromV1, v2: fromV2 };
const FOLDER = 'static/openapi';
const BORN_MS = Date.UTC(2026, 4, 20, 9, 30);
const specs = { v1: specOf('v1', 'airflow-2'), v2: specOf('v2', 'airflow-3') };

group.each(['v1', 'v2'] as const)('a request of %s does in the other API what it did', (from) => {
	const to = from === 'v1' ? 'v2' : 'v1';

	test.each(requests[from])('%s', (_, request, filled = {}) => {
		const [mine, theirs] = [prepared(), prepared()];
		const untouched = effectOf(prepared());
		const moved = migrate(request, from, specs[to]);
		if (!moved.draft) throw new Error(JSON.stringify(moved.changes));
		expect([...moved.blanks].sort()).toEqual(Object.keys(filled).sort());

		const first = send(mine, from, request);
		const second = send(theirs, to, fill(moved.draft, filled));

		expect(familyOf(second.status)).toBe(familyOf(first.status));
		expect(effectOf(theirs)).toEqual(effectOf(mine));
		if (first.status < 300 && /^GET|\/list$/.test(request.operation))
			expect(listed(second.body)).toEqual(listed(first.body));
		const isReading = /^GET|\/list$|dry_run$/.test(request.operation) || first.status >= 400;
		// So that no pair agrees by both doing nothing.
		if (!isReading && !_.startsWith('rehearse')) expect(effectOf(mine)).not.toEqual(untouched);
	});
});

function fill(one: RequestDraft, filled: Record<string, string>): RequestDraft {
	const path = { ...one.path };
	const body = one.body === undefined ? undefined : (JSON.parse(one.body) as object);
	for (const [name, value] of Object.entries(filled)) {
		if (one.operation.includes(`{${name}}`)) path[name] = value;
		else Object.assign(body ?? {}, { [name]: JSON.parse(value) as unknown });
	}
	return { ...one, path, ...(body ? { body: JSON.stringify(body) } : {}) };
}

/** A world in which something has happened; always the same one. */
function prepared(): World {
	const world = createWorld({ name: 'main', scenario: 'showcase', seed: 1, nowMs: BORN_MS });
	const make = (operation: string, rest: Partial<RequestDraft>) => {
		const { status, body } = send(world, 'v2', draft(operation, rest));
		if (status >= 300) throw new Error(`${operation}: ${status} ${JSON.stringify(body)}`);
	};
	make('POST /pools', said({ name: 'etl', slots: 4 }));
	make('POST /variables', said({ key: 'region', value: 'emea' }));
	make(
		'POST /connections',
		said({ connection_id: 'warehouse', conn_type: 'postgres', host: 'db' })
	);
	for (const dagId of ['broken_export', 'asset_prices', 'lost_pool'])
		make('POST /dags/{dag_id}/dagRuns', {
			...of(dagId),
			...said({ dag_run_id: 'first', logical_date: '2026-05-20T09:00:00Z' })
		});
	advance(world, world.nowMs + 300_000);
	return world;
}

function send(world: World, api: Api, one: RequestDraft): { status: number; body: unknown } {
	const operation = specs[api].operations.find(({ key }) => key === one.operation);
	if (!operation) throw new Error(one.operation);
	const { method, url, headers, body = '' } = encodeRequest(operation, one, 'http://airflow');
	const { pathname, search } = new URL(url);
	const { status, body: said } = answer(
		world,
		{
			method,
			path: pathname,
			query: search.slice(1),
			headers: {
				accept: 'application/json',
				...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
				authorization: api === 'v1' ? `Basic ${btoa('admin:admin')}` : token(world)
			},
			body
		},
		world.nowMs + 1000
	);
	return {
		status,
		body: typeof said === 'string' ? (JSON.parse(said || 'null') as unknown) : said
	};
}

function token(world: World): string {
	const { body } = answer(
		world,
		{
			method: 'POST',
			path: '/auth/token',
			query: '',
			headers: { 'content-type': 'application/json' },
			body: '{"username": "admin", "password": "admin"}'
		},
		world.nowMs
	);
	return `Bearer ${(body as { access_token: string }).access_token}`;
}

const familyOf = (status: number) => Math.floor(status / 100);

/** What a request may leave behind; not who asked, nor the journal of it. */
function effectOf(world: World) {
	return {
		paused: [...world.dags.values()].map((dag) => [dag.dagId, dag.isPaused]),
		runs: [...world.runs.values()].map(({ dagId, runId, state, conf, note }) => [
			dagId,
			runId,
			state,
			conf,
			note
		]),
		tasks: [...world.taskInstances.values()].map((one) => [
			one.runId,
			one.taskId,
			one.state,
			one.tryNumber,
			one.maxTries,
			one.note
		]),
		pools: [...world.pools.values()].sort((a, b) => a.name.localeCompare(b.name)),
		variables: [...world.variables.values()],
		connections: [...world.connections.values()],
		assetEvents: world.assetEvents.map(({ assetId, extra }) => [assetId, extra]),
		queued: world.queuedAssetEvents.map(({ dagId, assetId }) => [dagId, assetId])
	};
}

/** What a list holds, by what its rows are called in both APIs, in its order. */
function listed(body: unknown): unknown {
	const record = body as Record<string, unknown>;
	const isList = record.total_entries !== undefined;
	const rows = isList ? (Object.values(record).find(Array.isArray) ?? []) : [record];
	const names = ['task_id', 'dag_run_id', 'dag_id', 'name', 'uri'];
	return [
		record.total_entries,
		(rows as Record<string, unknown>[]).map(
			(row) => row[names.find((name) => row[name] !== undefined) ?? '']
		)
	];
}

function specOf(api: Api, line: string): ApiDescription {
	const name = readdirSync(FOLDER).find((file) => file.startsWith(line)) ?? '';
	return describe(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')), api);
}
