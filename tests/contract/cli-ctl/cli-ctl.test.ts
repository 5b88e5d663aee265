import { describe, expect, test } from 'vitest';
import { cases } from './cases.ts';
import { maskText } from './masks.ts';
import { ourMachine } from './our-machine.ts';
import { play } from './play.ts';
import { recorded } from './record.ts';

describe('airflowctl prints what the real program printed', () => {
	const recording = recorded();

	test.each(Object.entries(cases))('%s', async (says, situation) => {
		const runs = await play(situation, ourMachine(), 'qzvxk');

		expect(runs).toEqual(recording[says]);
	});

	test('every record belongs to a case', () => {
		expect(Object.keys(recording)).toEqual(Object.keys(cases));
	});

	test('at least eighty command lines are compared', () => {
		expect(Object.values(recording).flat().length).toBeGreaterThanOrEqual(80);
	});
});

describe('two prints differ', () => {
	const help =
		'Usage: x [-h]\n\nSays it.\n\nOptions:\n  -h, --help  show this help message and exit\n';

	test.each([
		['in a value', '[{"slots": "5"}]', '[{"slots": "6"}]'],
		['in the order of keys', '[{"a": "1", "b": "2"}]', '[{"b": "2", "a": "1"}]'],
		['in the width of a column', 'a  b', 'a   b'],
		['in an option of a help screen', help, help.replace('--help', '--hulp')],
		[
			'in the exception of a traceback',
			'Traceback (most recent call last):\nA: b\n',
			'Traceback (most recent call last):\nB: b\n'
		]
	])('%s', (_, one, other) => {
		expect(JSON.stringify(maskText(one))).not.toBe(JSON.stringify(maskText(other)));
	});

	test('but not in what a help screen says of a command', () => {
		expect(maskText(help)).toEqual(maskText(help.replace('Says it.', 'Says it in\nother words.')));
	});
});
