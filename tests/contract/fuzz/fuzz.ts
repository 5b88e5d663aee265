import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Api } from '#contract/cases/case.ts';
import { realServer } from '#contract/real-server.ts';
import { play } from './fuzz-play.ts';
import { requestsOf } from './requests.ts';

const LENGTH = 16;
/** Requests to a real server in one run, and which ones. */
const REQUESTS = Number(process.env.WINDSOCK_FUZZ ?? 2_000);
// The same for all, so that a run can be repeated; `WINDSOCK_SEED=random` looks where nobody has.
const SEED =
	process.env.WINDSOCK_SEED === 'random'
		? Math.floor(Math.random() * 2 ** 31)
		: Number(process.env.WINDSOCK_SEED ?? 20_261_123);

/**
 * Sends sequences of valid and invalid requests, made from the specification, to a real Airflow and to the
 * simulator, set up alike: status and shape of the body must be the same. A failure is cut down to the
 * shortest sequence that shows it.
 */
export function testByFuzzing(api: Api, url: string): void {
	test(`${api}: ${REQUESTS} requests, seed ${SEED}`, async () => {
		const real = realServer(api, url);
		const sequences = fc.array(requestsOf(api), { minLength: 1, maxLength: LENGTH, size: 'max' });
		let sent = 0;
		for (let seed = SEED; sent < REQUESTS; seed++) {
			const found = await fc.check(
				fc.asyncProperty(sequences, async (steps) => {
					sent += steps.length;
					const differences = await play(api, real, steps);
					if (differences.length > 0) throw new Error(differences.join('\n'));
				}),
				{ numRuns: 50, seed, includeErrorInReport: true }
			);
			const shortest = found.counterexample?.[0].map(
				({ method, path, as, body }) => `${as}: ${method} ${path} ${body ?? ''}`
			);
			const story = [...(shortest ?? []), String(found.errorInstance)].join('\n');
			if (found.failed) expect.fail(`WINDSOCK_SEED=${seed}, the shortest sequence:\n${story}`);
		}
		console.log(`${api}: ${sent} requests, no difference, seed ${SEED}`);
	}, 1_500_000);
}
