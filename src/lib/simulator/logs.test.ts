import { describe, expect, test } from 'vitest';
import { createRun } from './actions/create-run.ts';
import { answer } from './airflow.ts';
import { createWorld } from './create-world.ts';
import { advance } from './scheduler.ts';

const BORN_MS = Date.UTC(2026, 4, 20, 9, 30);

/** The log of a try after its run has gone on for two minutes. */
function logOf(face: 'v1' | 'v2', dagId: string, taskId: string, tryNumber = 1): string[] {
	const timetable = face === 'v1' ? 'data_interval' : 'trigger';
	const world = createWorld({
		name: 'main',
		scenario: 'showcase',
		seed: 4,
		nowMs: BORN_MS,
		timetable
	});
	const facts = { logicalDateMs: BORN_MS, runAfterMs: BORN_MS };
	createRun(world, { dagId, runId: 'r', runType: 'manual', triggeredBy: 'rest_api', ...facts });
	advance(world, BORN_MS + 120_000);
	const path = `/dags/${dagId}/dagRuns/r/taskInstances/${taskId}/logs/${tryNumber}`;
	const send = (method: string, at: string, body: string, headers: Record<string, string>) =>
		answer(world, { method, path: at, query: '', headers, body }, world.nowMs).body;
	if (face === 'v1') {
		const headers = { authorization: `Basic ${btoa('admin:admin')}`, accept: 'text/plain' };
		return String(send('GET', `/api/v1${path}`, '', headers))
			.split('\n')
			.map((line) => line.replace(/^\[[^\]]+\] /, ''));
	}
	const credentials = JSON.stringify({ username: 'admin', password: 'admin' });
	const token = send('POST', '/auth/token', credentials, { 'content-type': 'application/json' });
	const { access_token } = token as { access_token: string };
	const headers = { authorization: `Bearer ${access_token}`, accept: 'application/json' };
	const said = send('GET', `/api/v2${path}`, '', headers) as { content: { event: string }[] };
	return said.content.map(({ event }) => event);
}

describe('a log reads as the real one', () => {
	test.each<['v1' | 'v2', string, string, string[]]>([
		[
			'v1',
			'trigger_rules',
			'good',
			[
				'{local_task_job_runner.py:123} INFO - ::group::Pre task execution logs',
				'{taskinstance.py:2885} INFO - Starting attempt 1 of 1',
				'{taskinstance.py:2908} INFO - Executing <Task(BashOperator): good> on 2026-05-20 09:30:00+00:00',
				"{subprocess.py:88} INFO - Running command: ['/usr/bin/bash', '-c', 'echo good']",
				'{subprocess.py:99} INFO - Output:',
				'{subprocess.py:106} INFO - good',
				'{subprocess.py:110} INFO - Command exited with return code 0',
				'{local_task_job_runner.py:266} INFO - Task exited with return code 0'
			]
		],
		[
			'v1',
			'mapped_files',
			'list_files',
			["{python.py:240} INFO - Done. Returned value was: ['a.csv', 'b.csv', 'c.csv']"]
		],
		[
			'v1',
			'branch_by_size',
			'choose',
			[
				'{branch.py:38} INFO - Branch into load.small',
				"{skipmixin.py:233} INFO - Following branch ('load.small',)",
				"{skipmixin.py:281} INFO - Skipping tasks [('load.big', -1)]"
			]
		],
		[
			'v2',
			'trigger_rules',
			'bad',
			[
				'::group::Log message source details',
				'::group::Pre Execute',
				'Output:',
				'bad',
				'Command exited with return code 1',
				'Task failed with exception',
				'::group::Post Execute'
			]
		],
		[
			'v2',
			'branch_by_size',
			'choose',
			["Following branch {'load.small'}", 'Skipping downstream tasks.']
		],
		['v2', 'calls_hello', 'trigger_hello', ['Triggering Dag Run.']],
		[
			'v2',
			'asks_a_human',
			'approve',
			['Waiting for response', 'Pausing task as AWAITING_INPUT.', '::endgroup::']
		]
	])('%s: %s.%s', (face, dagId, taskId, expected) => {
		const said = logOf(face, dagId, taskId);
		expect(said.filter((line) => expected.includes(line))).toEqual(
			expect.arrayContaining(expected)
		);
	});

	test('a task that was passed over says why', () => {
		expect(logOf('v2', 'trigger_rules', 'on_all_success', 0).at(-1)).toBe(
			'Task did not run because upstream task(s) failed.'
		);
	});
});
