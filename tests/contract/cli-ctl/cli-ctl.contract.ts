import { existsSync } from 'node:fs';
import { afterAll, describe, test } from 'vitest';
import { endSimulators, startSimulator } from '#contract/clients/simulator-process.ts';
import { cases } from './cases.ts';
import { endDriver, realMachine } from './real-machine.ts';
import { ourMachine } from './our-machine.ts';
import { play } from './play.ts';
import { record, recorded, type Recording } from './record.ts';

const { AIRFLOWCTL: command, AIRFLOW_V2_URL: url, WINDSOCK_RECORD } = process.env;
const makeNonce = () =>
	Array.from({ length: 5 }, () => 'npqrtvwxz'[Math.floor(Math.random() * 9)]).join('');

/**
 * The real `airflowctl` against a real server prints what it did when it was recorded; ours prints
 * the same, and so does the real one against the simulator over HTTP. With `WINDSOCK_RECORD` set, what it prints is written down instead.
 */
describe.skipIf(command === undefined || url === undefined)('airflowctl', () => {
	const recording: Recording = {};
	let simulatorUrl: Promise<string> | undefined;
	const simulator = () => (simulatorUrl ??= startSimulator('v2'));

	test.for(Object.entries(cases))('%s', async ([says, situation], { expect }) => {
		const real = realMachine(command ?? '', url ?? '');
		const machines = [real];
		try {
			const truth = await play(situation, real, makeNonce());
			if (WINDSOCK_RECORD) {
				recording[says] = truth;
				return;
			}
			expect.soft(truth, 'the program now ≠ its record').toEqual(recorded()[says]);
			expect
				.soft(await play(situation, ourMachine(), makeNonce()), 'ours ≠ the program')
				.toEqual(truth);
			const served = realMachine(command ?? '', await simulator());
			machines.push(served);
			expect
				.soft(await play(situation, served, makeNonce()), 'the program against the simulator')
				.toEqual(truth);
		} finally {
			machines.forEach((machine) => machine.close());
		}
	});

	afterAll(async () => {
		endDriver();
		endSimulators();
		if (!WINDSOCK_RECORD) return;
		// A recording of some cases leaves the others as they are.
		const before = existsSync(new URL('recorded.json', import.meta.url)) ? recorded() : {};
		const inOrder = Object.keys(cases).flatMap((says) => {
			const runs = recording[says] ?? before[says];
			return runs ? [[says, runs] as const] : [];
		});
		await record(Object.fromEntries(inOrder));
	});
});
