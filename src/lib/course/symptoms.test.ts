import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/simulator/create-world.ts';
import { advance } from '#lib/simulator/scheduler.ts';
import { ask, control } from '#lib/simulator/timeline/deed.ts';
import { symptoms } from '#lessons/troubleshooting/symptoms.ts';
import { performer, type Answered, type Stage } from './play-acts.ts';
import { TOPICS, type Shown } from './symptom.ts';

/** A simulated Airflow as a page of another origin meets it. */
function stage(scenario: string): Stage {
	let nowMs = Date.UTC(2026, 10, 23, 9);
	const world = createWorld({ name: 'trouble', scenario, seed: 1, nowMs });
	return {
		send({ method, path, headers, body }) {
			nowMs += 50;
			const [place = '', query = ''] = path.split('?');
			const request = { method, path: place, query, headers, body };
			const { reply } = ask(world, request, nowMs, 'https://windsock.example');
			const status = reply.delivery?.isDropped ? 0 : reply.status;
			const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? '');
			return Promise.resolve({ status, text });
		},
		control: (what) => Promise.resolve(control(world, what)),
		pass(ms) {
			nowMs += ms;
			advance(world, nowMs);
			return Promise.resolve();
		}
	};
}

const shownIn = (answer: Answered | undefined, { status, holds = '' }: Shown) => ({
	status: answer?.status,
	holds: answer?.text.includes(holds) ? holds : answer?.text.slice(0, 300),
	wanted: status
});
const wanted = ({ status, holds = '' }: Shown) => ({ status, holds, wanted: status });

describe.each(symptoms)('the trouble $id', ({ scenario, acts, shows, cure, cured, ...symptom }) => {
	it('can be seen in the simulator, and its mend helps', async () => {
		const play = performer(stage(scenario));

		const seen = (await play(acts)).at(-1)?.answer;
		expect(shownIn(seen, shows)).toEqual(wanted(shows));
		const better = (await play(cure)).at(-1)?.answer;
		expect(shownIn(better, cured)).toEqual(wanted(cured));
		expect(better).not.toEqual(seen);
	});

	it('is told in Russian and in English', () => {
		for (const { ru, en } of [symptom.says, symptom.tell, symptom.mend]) {
			expect(ru).toMatch(/[а-яё]/);
			expect(en).not.toMatch(/[а-яё]/i);
			expect(en.length).toBeGreaterThan(10);
		}
	});
});

it('tells at least thirty troubles of every topic under ids of their own', () => {
	expect(symptoms.length).toBeGreaterThanOrEqual(30);
	expect(new Set(symptoms.map(({ id }) => id)).size).toBe(symptoms.length);
	expect([...new Set(symptoms.map(({ topic }) => topic))]).toEqual([...TOPICS]);
});
