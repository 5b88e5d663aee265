import { expect, test } from 'vitest';
import { plainOptions, type SnippetTarget } from '#lib/snippets/target.ts';
import { step } from './case.ts';
import type { Machine } from './machine.ts';
import { inputOf, send } from './play.ts';

/** A DAG of two short tasks, and one whose second task always fails. */
const ENDS = [
	['hello_api', 0, 'is success'],
	['broken_export', 1, 'is failed']
] as const;

/** The command with its loop starts a run and ends as the run does. */
export function testWaiting(target: SnippetTarget, machine: () => Machine): void {
	test.each(ENDS)('waits for a run of %s and ends with %i', async (dagId, exitCode, says) => {
		const one = machine();
		const path = { dag_id: dagId };
		const unpause = step('PATCH /dags/{dag_id}', { path, body: { is_paused: false } });
		await send(one, unpause);
		const trigger = step('POST /dags/{dag_id}/dagRuns', { path, body: {} });
		const options = { ...plainOptions, waits: true };
		const { code, warnings } = target.generate({ ...inputOf(one, trigger), options });
		const { stdout, stderr, exitCode: ended } = await one.run(code);

		const told = `${code}\n${stdout}\n${stderr}`;
		expect.soft(ended, told).toBe(exitCode);
		expect.soft(stderr, told).toContain(says);
		expect.soft(warnings.filter(({ id }) => id.startsWith('waits'))).toEqual([]);
	});
}
