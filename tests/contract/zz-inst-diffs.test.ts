import { test } from 'vitest';
import { inWords } from '/work/main/tests/contract/compare.ts';
import { play } from '/work/main/tests/contract/play.ts';
import { recorded } from '/work/main/tests/contract/recorded.ts';
import { simulatedServer } from '/work/main/tests/contract/simulated-server.ts';
const names = (process.env.G ?? '').split(',');
test('x', async () => {
	let bad = 0,
		all = 0;
	for (const name of names) {
		const mod = (await import(
			`/work/main/tests/contract/cases/${name.replace('v2-task-states', 'v2-task-states')}.ts`
		)) as Record<string, any>;
		const group = Object.values(mod)[0] as any;
		const rec = recorded(group.name);
		for (const [says, steps] of Object.entries(group.cases) as any) {
			all++;
			let words: string[] = [];
			try {
				const answers = await play(steps, simulatedServer(group.api), 'qzvxk');
				words = inWords(rec[says] ?? [], answers);
				if (!rec[says]) words = ['NOT RECORDED'];
			} catch (e) {
				words = ['THROWS ' + String((e as Error).stack).slice(0, 500)];
			}
			if (words.length) {
				bad++;
				const kept = steps.filter((s: any) => !s.tidies);
				console.log(`## ${name}: ${says}`);
				for (const w of words.slice(0, Number(process.env.N ?? 14))) {
					const n = Number(/^answer (\d+)/.exec(w)?.[1] ?? 0);
					const s = kept[n - 1];
					console.log(
						'  - ' +
							w.slice(0, 420) +
							(s ? `   [${s.method} ${s.path.slice(-70)} ${(s.body ?? '').slice(0, 150)}]` : '')
					);
				}
			}
		}
	}
	console.log(`${bad} of ${all} differ`);
}, 300000);
