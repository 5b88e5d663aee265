import * as justBash from 'just-bash/browser';
import { describe, expect, test } from 'vitest';
import type { Outside } from '#lib/runtimes/outside.ts';
import { createEngine } from '#lib/runtimes/shell/engine.ts';
import recorded from './jq-1.6.json' with { type: 'json' };

const outside: Outside = {
	exchange: async () => ({ kind: 'none', why: 'refused' }),
	program: async () => ({ stdout: '', stderr: '', exitCode: 0, files: {} }),
	sleep: async () => undefined,
	nowMs: async () => Date.UTC(2026, 10, 23)
};

async function run(script: string, files: Record<string, string> = {}) {
	const env = { D: JSON.stringify(recorded.answer) };
	const shell = await createEngine(justBash, { outside, env, files });
	const printed = { stdout: '', stderr: '' };
	const { exitCode } = await shell.run(
		script,
		({ to, text }) => (printed[to === 'out' ? 'stdout' : 'stderr'] += text),
		new AbortController().signal
	);
	return { ...printed, exitCode };
}

describe('jq', () => {
	test.each(recorded.lines)('does what jq 1.6 does: $script', async ({ script, ...printed }) => {
		expect(await run(script)).toEqual(printed);
	});

	test('has the time of the target', async () => {
		expect(await run('jq -n "now | todate"')).toMatchObject({ stdout: '"2026-11-23T00:00:00Z"\n' });
	});

	test.each(["'repeat(.)'", "'def f: f; f'", "'[range(1e9)]'"])('%s is ended', async (program) => {
		expect(await run(`jq -n ${program}`)).toMatchObject({
			exitCode: 5,
			stderr: expect.stringContaining('does not come to an end') as string
		});
	});

	test('keeps the order of keys that look like numbers', async () => {
		expect(await run(`echo '{"b":1,"1":2,"a":3,"0":4}' | jq -c .`)).toMatchObject({
			stdout: '{"b":1,"1":2,"a":3,"0":4}\n'
		});
	});

	test('reads a long answer in the time a reader grants', async () => {
		const dags = Array.from({ length: 5_000 }, (_, at) => ({
			dag_id: `dag_${at}`,
			tags: [{ name: 'x' }]
		}));
		const text = JSON.stringify({ dags });
		const script =
			'jq \'[.dags[] | select(.tags | any(.name == "x")) | .dag_id] | sort | length\' a.json';

		expect(await run(script, { '/home/learner/a.json': text })).toMatchObject({ stdout: '5000\n' });
	});
});
