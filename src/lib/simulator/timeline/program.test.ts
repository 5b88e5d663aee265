import { describe, expect, test } from 'vitest';
import { chronicleOf, readChronicle } from './chronicle.ts';
import { isChange } from './deed.ts';
import { live, runIds, trigger } from './life.fixture.ts';
import { broughtUp, run, undone, type Life } from './life.ts';

const airflow =
	(words: string, more: { files?: Record<string, string> } = {}) =>
	(life: Life, wallMs: number) =>
		run(
			life,
			{ line: '3', argv: words.split(' '), env: { PWD: '/home' }, files: {}, stdin: '', ...more },
			wallMs
		);

describe('a run of airflow', () => {
	test('is done again with the other deeds', () => {
		const one = live();
		one.do(airflow('pools set etl 3 nightly'));
		one.do(trigger('mine'));
		one.pass(5_000);
		one.do(airflow('dags pause hello_api'));

		expect(one.now().pools.get('etl')?.slots).toBe(3);
		expect(broughtUp(one.life.birth, undefined, one.deeds)).toEqual(one.life.world);
	});

	test('is taken back by undo, unless it only looked', () => {
		const one = live();
		one.do(airflow('pools set etl 3 nightly'));
		one.do(airflow('pools list -o json'));
		const taken = one.rewrite(undone);

		expect(taken?.kind === 'program' && taken.run.argv[1]).toBe('set');
		expect(one.now().pools.has('etl')).toBe(false);
	});

	test.each([
		['dags list', false],
		['dags trigger hello_api', true],
		['pools set a 1 b', true],
		['pools set --help', false],
		['variables get x', false],
		['tasks states-for-dag-run a b', false],
		['version', false],
		['db clean', true]
	])('%s changes something: %s', (words, changes) => {
		const deed = { kind: 'program', atMs: 0, exitCode: 0 } as const;
		const program = { line: '2', argv: words.split(' '), env: {}, files: {}, stdin: '' } as const;

		expect(isChange({ ...deed, run: program })).toBe(changes);
	});

	test('that unpauses a DAG lets its queued run begin', () => {
		const one = live();
		one.do(airflow('dags trigger paused_cleanup --run-id by-hand'));
		one.pass(60_000);
		one.do(airflow('dags unpause paused_cleanup'));
		one.pass(60_000);
		one.do(airflow('dags list'));

		expect(one.life.world.runs.get('paused_cleanup\nby-hand')?.state).toBe('success');
	});

	test('takes a pattern with its flags in front', () => {
		const one = live();
		one.do(airflow('dags pause (?i)HELLO.api --treat-dag-id-as-regex --yes'));

		expect(one.now().dags.get('hello_api')?.isPaused).toBe(true);
	});

	test('reads and writes the files that it is given', () => {
		const one = live();
		const files = { '/home/pools.json': '{"etl": {"slots": 2, "description": "x"}}' };
		const { files: none } = one.do(airflow('pools import pools.json', { files }));
		const { files: written } = one.do(airflow('pools export all.json'));

		expect(none).toEqual({});
		expect(JSON.parse(written['/home/all.json'] ?? '')).toMatchObject({ etl: { slots: 2 } });
	});

	test('leaves no secret in the file of a world, which brings back the rest', () => {
		const one = live();
		one.do(airflow('connections add db --conn-type postgres --conn-password hunter2'));
		one.do(airflow('connections add db2 --conn-uri=postgres://me:hunter3@h/x'));
		one.do(airflow('variables set api_token hunter4'));
		one.do(
			airflow('variables import v.json', { files: { '/home/v.json': '{"a_secret":"hunter5"}' } })
		);
		one.do(airflow('dags trigger hello_api --run-id mine'));
		const text = JSON.stringify(chronicleOf(one.life.birth, one.deeds, one.now().nowMs));
		const read = readChronicle(text);

		expect(text).not.toMatch(/hunter/);
		if (!('chronicle' in read)) throw new Error(read.wrong);
		const back = broughtUp(
			{ ...read.chronicle.birth, name: 'main' },
			undefined,
			read.chronicle.deeds
		);
		expect(runIds(back)).toContain('mine');
	});

	test('is refused in a file when it is malformed', () => {
		const one = live();
		one.do(airflow('pools set etl 3 nightly'));
		const file = chronicleOf(one.life.birth, one.deeds, one.now().nowMs);
		const bad = JSON.stringify(file).replace('"line":"3"', '"line":"9"');

		expect(readChronicle(bad)).toEqual({ wrong: 'deeds[0]' });
	});
});
