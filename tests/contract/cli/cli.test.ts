import { describe, expect, test } from 'vitest';
import { cases } from './cases.ts';
import type { Version } from './line.ts';
import { maskText } from './masks.ts';
import { ourMachine } from './our-machine.ts';
import { play } from './play.ts';
import { recorded } from './record.ts';

const VERSIONS: readonly Version[] = ['2', '3'];

describe.each(VERSIONS)('airflow of line %s prints what the real program printed', (version) => {
	const recording = recorded(version);

	test.each(Object.entries(cases))('%s', async (says, lines) => {
		const runs = await play(lines, version, ourMachine(version));

		expect(runs).toEqual(recording[says] ?? []);
	});

	test('every record belongs to a case', () => {
		expect(Object.keys(cases)).toEqual(expect.arrayContaining(Object.keys(recording)));
	});
});

test('at least one hundred and fifty command lines are compared', () => {
	const runs = VERSIONS.flatMap((version) => Object.values(recorded(version)).flat());

	expect(runs.length).toBeGreaterThanOrEqual(150);
});

describe('two prints differ', () => {
	const help =
		'Usage: x [-h]\n\nSays it.\n\nOptions:\n  -h, --help  show this help message and exit\n  -o  Prints\n';

	test.each([
		['in a value', '[{"slots": "5"}]', '[{"slots": "6"}]'],
		['in the width of a column', 'a  b', 'a   b'],
		['in an option of a help screen', help, help.replace('-o', '-u')],
		['in a usage line', help, help.replace('[-h]', '[-i]')],
		['in what a log line says', '[2026-01-01T00:00:00.000+0000] {a.py:1} INFO - x', '<time> y'],
		[
			'in the exception of a traceback',
			'Traceback (most recent call last):\nA: b\n',
			'Traceback (most recent call last):\nB: b\n'
		]
	])('%s', (_, one, other) => {
		expect(maskText(one)).not.toEqual(maskText(other));
	});

	test('but not in what a help screen says of a command', () => {
		expect(maskText(help)).toEqual(maskText(help.replace('Says it.', 'Says it in\nother words.')));
	});
});
