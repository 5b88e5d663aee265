import { expect, test } from 'vitest';
import { passedExercises, type ProgressEvent } from './progress.ts';

const at = (second: number, kind: ProgressEvent['kind'], exercise = 'a'): ProgressEvent => ({
	id: `${second}`,
	at: `2026-01-01T00:00:0${second}Z`,
	exercise,
	kind
});

test.each<[string, ProgressEvent[], string[]]>([
	['nothing done', [], []],
	['an attempt is not a pass', [at(1, 'attempt'), at(2, 'hint')], []],
	['a solved exercise is passed', [at(1, 'solved')], ['a']],
	['a later failed attempt takes nothing away', [at(1, 'solved'), at(2, 'attempt')], ['a']],
	['a reset puts it back', [at(1, 'solved'), at(2, 'reset')], []],
	['solved again after the reset', [at(1, 'solved'), at(2, 'reset'), at(3, 'solved')], ['a']],
	['the order of storage does not matter', [at(2, 'reset'), at(1, 'solved')], []],
	['exercises are apart', [at(1, 'solved'), at(2, 'solved', 'b'), at(3, 'reset')], ['b']]
])('%s', (_case, events, passed) => {
	expect([...passedExercises(events)]).toEqual(passed);
});
