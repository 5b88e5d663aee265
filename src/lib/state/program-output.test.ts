import { expect, test } from 'vitest';
import { ProgramOutput } from './program-output.ts';

test('neighbours of one stream are one piece, in the order written', () => {
	const output = new ProgramOutput();
	output.add({ to: 'out', text: 'a' });
	output.add({ to: 'out', text: 'b\n' });
	output.add({ to: 'err', text: 'oh\n' });
	output.add({ to: 'err', text: '' });
	output.add({ to: 'out', text: 'c\n' });

	expect(output.shown).toEqual([
		{ to: 'out', text: 'ab\n' },
		{ to: 'err', text: 'oh\n' },
		{ to: 'out', text: 'c\n' }
	]);
	expect(output.hidden).toBe(0);
	expect(output.whole()).toBe('ab\noh\nc\n');
});

test('of a long output the end is shown from the start of a line, and all of it is kept', () => {
	const output = new ProgramOutput();
	for (let line = 0; line < 20_000; line++)
		output.add({ to: line % 1000 === 0 ? 'err' : 'out', text: `line ${line}\n` });

	const text = output.shown.map((piece) => piece.text).join('');
	expect(text.length).toBeLessThanOrEqual(60_000);
	expect(text).toMatch(/^line \d+\n/);
	expect(text.endsWith('line 19999\n')).toBe(true);
	expect(output.hidden + text.length).toBe(output.length);
	expect(output.whole().startsWith('line 0\nline 1\n')).toBe(true);
	expect(output.whole().length).toBe(output.length);
});

test('one endless line is cut all the same', () => {
	const output = new ProgramOutput();
	output.add({ to: 'out', text: 'x'.repeat(1_000_000) });
	expect(output.shown).toEqual([{ to: 'out', text: 'x'.repeat(60_000) }]);
	expect(output.hidden).toBe(940_000);
});

test('streams that take turns do not make the page endless', () => {
	const output = new ProgramOutput();
	for (let turn = 0; turn < 5000; turn++) output.add({ to: turn % 2 ? 'out' : 'err', text: '.' });
	expect(output.shown.length).toBe(500);
	expect(output.hidden).toBe(4500);
});
