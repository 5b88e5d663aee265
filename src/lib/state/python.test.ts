import { expect, test } from 'vitest';
import type { Piece } from './program-output.ts';
import { PythonPad, type PadEnd, type PadPorts } from './python.svelte.ts';

const GIVEN = 'print("hello")\n';

function padWith(part: Partial<PadPorts> = {}) {
	const drafts = new Map<string, string>();
	const ports: PadPorts = {
		load: async () => {},
		run: async () => ({ ended: Promise.resolve(endOf(0)), stop() {} }),
		draft: async (key) => drafts.get(key),
		keepDraft: async (key, code) =>
			void (code === undefined ? drafts.delete(key) : drafts.set(key, code)),
		wait: () => Promise.resolve(),
		...part
	};
	return { pad: new PythonPad(ports), drafts };
}

const endOf = (exitCode: number): PadEnd => ({ exitCode, requests: [] });

test('what a program writes is shown, with how it ended', async () => {
	const { pad } = padWith({
		async run(code, tell) {
			expect(code).toBe(GIVEN);
			tell({ to: 'out', text: 'hello\n' });
			tell({ to: 'err', text: 'oh\n' });
			return { ended: Promise.resolve(endOf(3)), stop() {} };
		}
	});
	await pad.open('a', GIVEN);
	await pad.run();

	expect(pad.shown).toEqual([
		{ to: 'out', text: 'hello\n' },
		{ to: 'err', text: 'oh\n' }
	] satisfies Piece[]);
	expect(pad.end?.exitCode).toBe(3);
	expect(pad.phase).toBe('idle');
});

test('input() waits for the learner, and the end of the input is undefined', async () => {
	const answers: (string | undefined)[] = [];
	const { pad } = padWith({
		async run(_code, _tell, ask) {
			const ended = (async () => {
				answers.push(await ask('name? '), await ask(''));
				return endOf(0);
			})();
			return { ended, stop() {} };
		}
	});
	await pad.open('a', GIVEN);
	const run = pad.run();
	await expect.poll(() => pad.question?.prompt).toBe('name? ');
	pad.question?.answer('Ada');
	await expect.poll(() => pad.question?.prompt).toBe('');
	pad.question?.answer(undefined);
	await run;

	expect(answers).toEqual(['Ada', undefined]);
	expect(pad.question).toBeUndefined();
});

test('stop while Python is being loaded cancels the load and is no problem', async () => {
	const { pad } = padWith({
		load: (tell, signal) =>
			new Promise((_, fail) => {
				tell({ loadedBytes: 10, totalBytes: 100 });
				signal.addEventListener('abort', () => fail(signal.reason));
			})
	});
	await pad.open('a', GIVEN);
	const run = pad.run();
	await expect.poll(() => pad.loading).toEqual({ loadedBytes: 10, totalBytes: 100 });
	pad.stop();
	await run;

	expect(pad).toMatchObject({ phase: 'idle', problem: undefined, end: undefined });
});

test('stop while a program runs stops it; why it could not start is told', async () => {
	let end = (_: PadEnd) => {};
	const { pad } = padWith({
		run: async () => ({
			ended: new Promise((done) => (end = done)),
			stop: () => end({ ...endOf(130), why: 'stopped' })
		})
	});
	await pad.open('a', GIVEN);
	const run = pad.run();
	await expect.poll(() => pad.phase).toBe('running');
	await Promise.resolve();
	pad.stop();
	await run;
	expect(pad.end).toMatchObject({ why: 'stopped', exitCode: 130 });

	const { pad: broken } = padWith({ load: () => Promise.reject(new Error('no wheels')) });
	await broken.run();
	expect(broken.problem).toEqual(new Error('no wheels'));
});

test('a draft comes back, never runs by itself, and reset forgets it', async () => {
	const { pad, drafts } = padWith();
	drafts.set('a', 'print(1)\n');
	await pad.open('a', GIVEN);
	expect(pad).toMatchObject({ code: 'print(1)\n', isChanged: true, phase: 'idle' });

	pad.write('print(2)\n');
	expect(drafts.get('a')).toBe('print(2)\n');
	await pad.reset();
	expect(pad).toMatchObject({ code: GIVEN, isChanged: false });
	expect(drafts.has('a')).toBe(false);
});

test('another given program replaces an untouched one; a typed one stays while its key does', async () => {
	const { pad } = padWith();
	await pad.open('a', GIVEN);
	await pad.open('a', 'print("new")\n');
	expect(pad.code).toBe('print("new")\n');
	pad.write('mine');
	await pad.open('a', GIVEN);
	expect(pad.code).toBe('mine');
	await pad.open('b', GIVEN);
	expect(pad.code).toBe(GIVEN);
});
