import { expect, test } from 'vitest';
import type { Api } from './cases/case.ts';
import { groupsOf } from './groups.ts';
import { play } from './play.ts';
import { schemaCheck } from './schema.ts';
import { simulatedServer } from './simulated-server.ts';

/** Where Airflow's own answers, recorded and equal to ours, are not as its specification says. */
const AIRFLOWS_OWN: Record<Api, RegExp[]> = { v1: [], v2: [] };

test.each<Api>(['v1', 'v2'])('every answer of %s is as the specification says', async (api) => {
	const check = schemaCheck(api);
	const found = new Set<string>();
	let checked = 0;
	for (const { cases } of groupsOf(api)) {
		for (const steps of Object.values(cases)) {
			const stage = simulatedServer(api);
			await play(
				steps,
				{
					...stage,
					async send(request) {
						const answer = await stage.send(request);
						checked++;
						for (const fault of check(request, answer)) found.add(fault);
						return answer;
					}
				},
				'qzvxk'
			);
		}
	}
	const ours = [...found].filter((fault) => !AIRFLOWS_OWN[api].some((own) => own.test(fault)));

	expect(ours).toEqual([]);
	expect(checked).toBeGreaterThan(400);
});
