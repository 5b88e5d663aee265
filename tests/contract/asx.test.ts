import { describe, expect, test } from 'vitest';
import { inWords } from './compare.ts';
import type { Group } from './cases/case.ts';
import { play } from './play.ts';
import { recorded } from './recorded.ts';
import { simulatedServer } from './simulated-server.ts';
const names = (process.env.ASX ?? '').split(',');
for (const name of names) {
	const mod = (await import(`./cases/${name}.ts`)) as Record<string, Group>;
	const group = Object.values(mod)[0]!;
	describe(name, () => {
		const recording = recorded(name);
		test.each(Object.entries(group.cases))('%s', async (says, steps) => {
			const answers = await play(steps, simulatedServer(group.api), 'qzvxk');
			expect(inWords(recording[says] ?? [], answers)).toEqual([]);
			expect(answers.length).toBe(recording[says]?.length);
		});
	});
}
