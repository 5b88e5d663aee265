import { afterAll, beforeAll, describe, test } from 'vitest';
import { cases } from './cases.ts';
import type { Version } from './line.ts';
import { ourMachine } from './our-machine.ts';
import { play } from './play.ts';
import { install, type Installation } from './real-machine.ts';
import { record, recorded, type Recording } from './record.ts';

const { WINDSOCK_RECORD } = process.env;

/**
 * The real `airflow` prints what it did when it was recorded, and ours prints the same. With
 * `WINDSOCK_RECORD` set, what it prints is written down instead.
 */
export function testProgram(version: Version, command: string | undefined): void {
	describe.skipIf(command === undefined)(`airflow of line ${version}`, () => {
		const recording: Recording = {};
		let real: Installation;

		beforeAll(() => {
			real = install(command ?? '', version);
		}, 300_000);

		test.for(Object.entries(cases))('%s', async ([says, lines], { expect }) => {
			const machine = real.machine();
			const truth = await play(lines, version, machine);
			machine.close();
			if (WINDSOCK_RECORD) {
				if (truth.length > 0) recording[says] = truth;
				return;
			}
			expect.soft(truth, 'the program now ≠ its record').toEqual(recorded(version)[says] ?? []);
			const ours = await play(lines, version, ourMachine(version));
			expect.soft(ours, 'ours ≠ the program').toEqual(truth);
		});

		afterAll(async () => {
			real.end();
			if (!WINDSOCK_RECORD) return;
			// A recording of some cases leaves the others as they are.
			const before = recorded(version);
			const inOrder = Object.keys(cases).flatMap((says) => {
				const runs = recording[says] ?? before[says];
				return runs ? [[says, runs] as const] : [];
			});
			await record(version, Object.fromEntries(inOrder));
		});
	});
}
