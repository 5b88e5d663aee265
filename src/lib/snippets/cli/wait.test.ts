import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { airflow2Cli, airflow3Cli, airflowctlCli } from '#lib/snippets/airflow-cli.ts';
import { inputForDraft } from '#lib/snippets/input.fixture.ts';
import { plainOptions } from '#lib/snippets/target.ts';
import type { RequestDraft } from '#lib/request/draft.ts';

const TRIGGER = 'POST /dags/{dag_id}/dagRuns';
const CLEAR = `${TRIGGER}/{dag_run_id}/clear`;
const clis = { 'airflow-2': airflow2Cli, 'airflow-3': airflow3Cli, airflowctl: airflowctlCli };
const NASTY = `r'1 $(touch CANARY) "`;

// The programs answer with the states in their turn, `sleep` returns at once, and the clock can run out.
const WORLD = `
log=$(mktemp)
step() { printf '%s|' "$@" >> "$log"; echo >> "$log"; }
next() { n=$(grep -c -E '^(dags.state|dagrun)' "$log"); set -- $STATES; shift $((n - 1)); echo "$1"; }
airflow() { step "$@"; if [ "$2" = state ]; then echo noise; printf '%s%s\\n' "$(next)" "$CONF"; fi; }
airflowctl() { step "$@"; if [ "$1" = dagrun ]; then printf '[{"state": "%s"}]' "$(next)"; fi; }
sleep() { :; }
`;

function run(
	id: keyof typeof clis,
	key: string,
	draft: Partial<RequestDraft>,
	env: Record<string, string>
) {
	const input = inputForDraft(id === 'airflow-2' ? 'v1' : 'v2', key, draft);
	const options = { ...plainOptions, waits: true };
	const { code, warnings } = clis[id].generate({ ...input, options });
	const script = `${WORLD}\n${code}\ncode=$?; cat "$log"; rm "$log"; exit $code`;
	const { status, stdout } = spawnSync('dash', ['-c', script], {
		env: { PATH: process.env.PATH, STATES: '', CONF: '', ...env },
		encoding: 'utf8'
	});
	return { status, asked: stdout.trim().split('\n'), ids: warnings.map((one) => one.id) };
}

describe.each(Object.keys(clis) as (keyof typeof clis)[])('%s, waiting for a run', (id) => {
	const named = {
		path: { dag_id: 'etl' },
		body: JSON.stringify({ dag_run_id: NASTY, logical_date: '2026-01-01T00:00:00Z' })
	};
	const asks = {
		'airflow-2': 'dags|state|etl|2026-01-01T00:00:00Z|',
		'airflow-3': `dags|state|etl|${NASTY}|`,
		airflowctl: `dagrun|get|--output|json|etl|${NASTY}|`
	}[id];

	it('ends well when the run does', () => {
		const { status, asked, ids } = run(id, TRIGGER, named, { STATES: 'queued running success' });

		expect([status, ...asked.slice(1)]).toEqual([0, asks, asks, asks]);
		expect(ids.filter((one) => one.startsWith('waits'))).toEqual([]);
	});

	it('fails when the run does, also one with a conf', () => {
		const CONF = id === 'airflowctl' ? '' : ', {"a": "success"}';

		expect(run(id, TRIGGER, named, { STATES: 'running failed', CONF }).status).toBe(1);
	});

	it('gives a run that has none a name to ask for', () => {
		const unnamed = { path: { dag_id: 'etl' }, body: '{"conf": {"a": "{run} \'{run}\'"}}' };
		const { status, asked } = run(id, TRIGGER, unnamed, { STATES: 'success' });
		const name = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00/.exec(asked[0] ?? '')?.[0];

		expect(status).toBe(0);
		expect(name).toBeDefined();
		expect(asked[1]).toContain(name);
		if (id !== 'airflowctl') expect(asked[0]).toContain(`{"a":"{run} '{run}'"}`);
	});

	it('says when it cannot, and when there is nothing to wait for', () => {
		const clear = { path: { dag_id: 'etl' }, body: '{"dry_run":false,"reset_dag_runs":true}' };
		const tasks = run(id, 'POST /dags/{dag_id}/clearTaskInstances', clear, {});

		if (id !== 'airflowctl') expect(tasks.ids).toContain('waits-not-here');
		expect(run(id, 'GET /dags', {}, {}).ids).toContain('waits-for-nothing');
	});
});

it.each([
	['airflow-2', 'manual__2026-01-01T00:00:00+00:00', 'dags|state|etl|2026-01-01T00:00:00+00:00|'],
	['airflow-3', 'mine', 'dags|state|etl|mine|']
] as const)('%s waits for a cleared run', (id, dagRunId, asks) => {
	const draft = { path: { dag_id: 'etl', dag_run_id: dagRunId }, body: '{"dry_run": false}' };
	const { status, asked } = run(id, CLEAR, draft, { STATES: 'queued success' });

	expect([status, ...asked.slice(1)]).toEqual([0, asks, asks]);
});
