import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createWorld } from '#lib/simulator/create-world.ts';
import { sourceOf } from '#lib/simulator/dag-source.ts';
import { oddDags, ODD_FILE } from '#lib/simulator/dag-source/odd-dags.fixture.ts';
import type { Dag, World } from '#lib/simulator/world.ts';
import type { Api } from '#contract/cases/case.ts';
import { factsOf } from './dag-facts.ts';

const { AIRFLOW_V1_PYTHON, AIRFLOW_V2_PYTHON } = process.env;
const pythons: Record<Api, string | undefined> = { v1: AIRFLOW_V1_PYTHON, v2: AIRFLOW_V2_PYTHON };
const home = mkdtempSync(join(tmpdir(), 'dag-source-'));
afterAll(() => rmSync(home, { recursive: true }));

/** What the simulator shows as the source of its DAGs must define just these DAGs in Airflow itself. */
describe.each(['v1', 'v2'] as const)('Airflow reads the sources that %s shows', (api) => {
	const files = ['showcase', 'production-morning', 'odd'].flatMap((scenario) => {
		const world = worldOf(scenario, api);
		const names = new Set([...world.dags.values()].map((dag) => dag.relativeFileloc));
		return [...names].map((name) => ({ world, scenario, name }));
	});

	test.skipIf(pythons[api] === undefined).each(files)('$name of $scenario', ({ world, name }) => {
		const source = sourceOf(world, name) ?? '';
		const dags = [...world.dags.values()].filter((dag) => dag.relativeFileloc === name);

		expect(read(pythons[api] ?? '', source)).toEqual(
			Object.fromEntries(dags.map((dag) => [dag.dagId, factsOf(dag)]))
		);
	});
});

function worldOf(scenario: string, api: Api): World {
	const world = createWorld({
		name: 'main',
		scenario: scenario === 'odd' ? 'empty' : scenario,
		seed: 1,
		nowMs: Date.UTC(2026, 4, 20, 9, 30),
		timetable: api === 'v1' ? 'data_interval' : 'trigger'
	});
	if (scenario !== 'odd') return world;
	const place = { relativeFileloc: ODD_FILE, fileloc: `/opt/airflow/dags/${ODD_FILE}` };
	for (const dag of oddDags) {
		const whole: Dag = { ...dag, ...place, lastParsedMs: world.nowMs };
		world.dags.set(dag.dagId, whole);
	}
	return world;
}

function read(python: string, source: string): unknown {
	const reader = new URL('dag_source.py', import.meta.url).pathname;
	const { stdout, stderr } = spawnSync(python, [reader], {
		input: source,
		encoding: 'utf8',
		env: { ...process.env, AIRFLOW_HOME: home }
	});
	const facts = stdout.split('\n').find((line) => line.startsWith('FACTS '));
	if (facts === undefined) throw new Error(`Python could not read it: ${stderr}\n${source}`);
	return JSON.parse(facts.slice('FACTS '.length));
}
