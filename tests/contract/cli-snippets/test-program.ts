import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SnippetTarget } from '#lib/snippets/target.ts';
import type { Case } from './case.ts';
import type { Machine } from './machine.ts';
import { play } from './play.ts';
import { testWaiting } from './test-waiting.ts';

/** Every case of one program: its command line is run for real and does what the request does. */
export function testProgram(
	target: SnippetTarget,
	cases: readonly Case[],
	makeMachine: (() => Machine | Promise<Machine>) | undefined
): void {
	describe.skipIf(makeMachine === undefined)(`a command line of the target ${target.id}`, () => {
		let machine: Machine;
		beforeAll(async () => {
			if (makeMachine) machine = await makeMachine();
		});
		afterAll(() => machine?.close());

		// One after the other: SQLite has one writer.
		test.each(cases.map((one) => [one.says, one] as const))('%s', async (_, one) => {
			const { snippet, printed, differences, unprinted } = await play(one, target, machine);

			const told = `${snippet.code}\n${printed.stdout}\n${printed.stderr}`;
			expect.soft(printed.exitCode, told).toBe(one.exits ?? 0);
			expect.soft(differences, told).toEqual([]);
			expect.soft(unprinted, told).toEqual([]);
			const ids = snippet.warnings.map(({ id }) => id);
			for (const id of Object.keys(one.admits ?? {})) expect.soft(ids, told).toContain(id);
		});

		testWaiting(target, () => machine);
	});
}
