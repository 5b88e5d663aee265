import { describe, expect, test } from 'vitest';
import { differences, inWords, normalise } from './compare.ts';
import { groups } from './groups.ts';
import { play } from './play.ts';
import { recorded } from './recorded.ts';
import { simulatedServer } from './simulated-server.ts';

describe.each(groups)('the simulator answers as Airflow did: $name', ({ name, api, cases }) => {
	const recording = recorded(name);

	test.each(Object.entries(cases))('%s', async (says, steps) => {
		const answers = await play(steps, simulatedServer(api), 'qzvxk');

		expect(inWords(recording[says] ?? [], answers)).toEqual([]);
		expect(answers.length, 'answers recorded').toBe(recording[says]?.length);
	});

	test('every record belongs to a case', () => {
		expect(Object.keys(recording).toSorted()).toEqual(Object.keys(cases).toSorted());
	});
});

describe('two answers differ', () => {
	const answer = (body: unknown, type = 'application/json', status = 200) =>
		normalise({ status, type, text: JSON.stringify(body) });
	const pool = { name: 'etl', slots: 4, at: '2026-05-20T09:30:00.000007Z', note: null };

	test.each<[string, ReturnType<typeof answer>]>([
		['in status', answer(pool, 'application/json', 201)],
		['in content type', answer(pool, 'application/problem+json')],
		['in a value', answer({ ...pool, slots: 5 })],
		['in the type of a value', answer({ ...pool, slots: '4' })],
		['in a null', answer({ ...pool, note: '' })],
		['in a missing key', answer({ name: 'etl', slots: 4, at: pool.at })],
		['in an extra key', answer({ ...pool, colour: 'red' })],
		['in the order of keys', answer({ slots: 4, name: 'etl', at: pool.at, note: null })],
		['in the zone of a time', answer({ ...pool, at: '2026-05-20T09:30:00.000007+00:00' })],
		['in the digits of a time', answer({ ...pool, at: '2026-05-20T09:30:00.007Z' })],
		['in a date of their own', answer({ ...pool, at: '2026-01-05T00:00:00Z' })]
	])('%s', (_, other) => {
		expect(differences(answer(pool), other)).toHaveLength(1);
	});

	test('but not in what the server’s clock, machine or chance gave', () => {
		const one = { start_date: '2026-05-20T09:30:00Z', hostname: 'a', pid: 1, duration: 0.5 };
		const other = { start_date: '2027-01-01T00:00:00.000001Z', hostname: 'b', pid: 2, duration: 7 };

		expect(differences(answer(one), answer(other))).toEqual([]);
	});
});
