import { describe, expect, test } from 'vitest';
import { chronicleOf, readChronicle } from './chronicle.ts';
import { busyLife, live, send } from './life.fixture.ts';
import { worldAt } from './life.ts';

describe('a chronicle', () => {
	test('brings the same world back', () => {
		const one = busyLife();
		const text = JSON.stringify(chronicleOf(one.life.birth, one.deeds, one.now().nowMs));
		const read = readChronicle(text);
		if (!('chronicle' in read)) throw new Error(read.wrong);
		const { chronicle } = read;
		const back = worldAt({ ...chronicle.birth, name: 'main' }, chronicle.deeds, chronicle.nowMs);

		// What was only read or refused left its trace in these alone.
		const traces = { journal: [], eventLogs: [], users: new Map() };
		expect({ ...back, ...traces }).toEqual({ ...one.now(), ...traces });
	});

	test('brings back the airflow.cfg that the world was born with', () => {
		const { birth, clock } = live().life;
		const cfg = '[api]\nmaximum_page_limit = 3\n';
		const text = JSON.stringify(chronicleOf({ ...birth, cfg }, [], clock.virtualMs));
		const read = readChronicle(text);

		expect(read).toMatchObject({ chronicle: { birth: { cfg } } });
		expect(worldAt({ ...birth, cfg }, [], clock.virtualMs).cfg).toBe(cfg);
		expect(readChronicle(text.replace(JSON.stringify(cfg), '7'))).toEqual({ wrong: 'birth' });
	});

	test('holds no secret that went into the world', () => {
		const one = live();
		one.do(send('POST', '/variables', { key: 'db_password', value: 'hunter2' }));
		one.do(
			send('POST', '/connections', { connection_id: 'db', conn_type: 'pg', password: 'hunter3' })
		);
		const text = JSON.stringify(chronicleOf(one.life.birth, one.deeds, one.now().nowMs));

		expect(text).not.toMatch(/hunter/);
	});

	const good = () => {
		const one = busyLife();
		return structuredClone(chronicleOf(one.life.birth, one.deeds, one.now().nowMs)) as never as {
			deeds: Record<string, unknown>[];
			[key: string]: unknown;
		};
	};
	test.each([
		['no JSON', () => '{', 'not JSON'],
		['another file', () => '{}', 'not a Windsock world'],
		['a later version', () => JSON.stringify({ ...good(), version: 2 }), 'version 2'],
		['a year that never was', () => JSON.stringify({ ...good(), nowMs: 5e15 }), 'nowMs'],
		[
			'time running back',
			() => {
				const { deeds, ...rest } = good();
				return JSON.stringify({ ...rest, deeds: deeds.toReversed() });
			},
			'deeds[1]'
		],
		[
			'a path that is none',
			() => {
				const chronicle = good();
				(chronicle.deeds[0]?.request as { path: string }).path = 'https://elsewhere.example/';
				return JSON.stringify(chronicle);
			},
			'deeds[0]'
		],
		[
			'a fault nobody knows',
			() => {
				const chronicle = good();
				chronicle.deeds[0] = {
					...chronicle.deeds[0],
					kind: 'control',
					control: { do: 'faults', faults: [{ kind: 'fire' }] }
				};
				return JSON.stringify(chronicle);
			},
			'deeds[0]'
		]
	])('with %s is refused', (_, text, wrong) => {
		expect(readChronicle(text())).toEqual({ wrong });
	});
});
