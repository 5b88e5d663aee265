import * as justBash from 'just-bash/browser';
import { describe, expect, test } from 'vitest';
import type { Outside, ProgramRun } from '#lib/runtimes/outside.ts';
import recorded from './bash-5.2.json' with { type: 'json' };
import { createEngine, type EngineOptions } from './engine.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 9, 30);

/** A shell whose waits take no time; `events` is what happened, in order. */
async function open(options: Partial<EngineOptions> = {}) {
	const events: string[] = [];
	const programs: ProgramRun[] = [];
	const outside: Outside = {
		exchange: async () => ({ kind: 'none', why: 'refused' }),
		async program(run) {
			programs.push(run);
			return {
				stdout: `${run.program} ${run.argv.join(' ')}\n`,
				stderr: '',
				exitCode: 0,
				files: { '/home/learner/made.json': '[]\n' },
				requests: [{ method: 'GET', url: 'http://x/', status: 200 }]
			};
		},
		async sleep(ms, signal) {
			events.push(`sleep ${ms}`);
			if (ms >= 60_000)
				await new Promise((_, fail) =>
					signal?.addEventListener('abort', () => fail(signal.reason as Error))
				);
		},
		nowMs: async () => NOW_MS
	};
	const engine = await createEngine(justBash, { outside, env: { USER: 'learner' }, ...options });
	const run = async (script: string, signal = new AbortController().signal) => {
		let stdout = '';
		let stderr = '';
		const ended = await engine.run(
			script,
			({ to, text }) => {
				events.push(`${to} ${text.length > 80 ? text.length : text}`);
				if (to === 'out') stdout += text;
				else stderr += text;
			},
			signal
		);
		return { stdout, stderr, ...ended };
	};
	return { engine, run, events, programs };
}

describe('a script', () => {
	test.each(recorded)('does what bash 5.2 does: $script', async (expected) => {
		const { script, ...printed } = expected;
		const { stdout, stderr, exitCode } = await (await open()).run(script);

		expect({ stdout, stderr, exitCode }).toEqual(printed);
	});
});

describe('output is told of as it is written', () => {
	const STEPS = ['out 1\n', 'sleep 1000', 'out 2\n', 'sleep 1000'];
	test.each([
		['for i in 1 2; do echo $i; sleep 1; done', STEPS],
		['f() { echo $1; sleep 1; }; f 1; f 2', STEPS],
		["while read -r i; do echo $i; sleep 1; done <<< $'1\\n2'", STEPS],
		['printf "1\\n2\\n" | while read -r i; do echo $i; sleep 1; done', STEPS],
		['(for i in 1 2; do if true; then echo $i; fi; sleep 1; done)', STEPS],
		['printf "for i in 1 2; do echo \\$i; sleep 1; done" > s.sh; bash s.sh', STEPS],
		[
			'printf "#!/bin/bash\\nfor i in 1 2; do echo \\$i; sleep 1; done" > s.sh; chmod +x s.sh; ./s.sh',
			STEPS
		],
		['{ echo 1; sleep 1; } >&2', ['err 1\n', 'sleep 1000']],
		[
			'log() { echo "$1" >&2; }; x=$(log 1; sleep 1; echo 2); echo $x',
			['err 1\n', 'sleep 1000', 'out 2\n']
		],
		[
			'for i in 1 2; do echo $i; sleep 1; done > f; cat f',
			['sleep 1000', 'sleep 1000', 'out 1\n2\n']
		],
		['f() { echo $1; sleep 1; }; x=$(f 1); echo "[$x]"', ['sleep 1000', 'out [1]\n']]
	])('%s', async (script, expected) => {
		const { run, events } = await open();
		await run(script);

		expect(events).toEqual(expected);
	});
});

describe('one entry leaves to the next', () => {
	test.each([
		['x=1', 'echo $x', '1\n'],
		['export Y=1', "bash -c 'echo $Y'", '1\n'],
		['x=1', 'bash -c \'echo "[$x]"\'', '[]\n'],
		['a=(1 "b c"); a[5]=z', 'echo "${a[1]}" ${!a[@]}', 'b c 0 1 5\n'],
		['declare -A m=([k]="v w")', 'echo "${m[k]}"', 'v w\n'],
		['declare -i n=3', 'n=n+4; echo $n', '7\n'],
		['f() { echo "f $1"; }', 'f a; x=$(f b); echo $x', 'f a\nf b\n'],
		['f() { echo f; }; unset -f f', 'f 2>/dev/null; echo $?', '127\n'],
		['echo "g() { echo g; }" > lib.sh; . ./lib.sh', 'g', 'g\n'],
		['mkdir d; cd d', 'pwd; cd - > /dev/null; pwd', '/home/learner/d\n/home/learner\n'],
		['alias ll="echo LL"', 'll x', 'LL x\n'],
		['(exit 7)', 'echo $?', '7\n'],
		['set -o pipefail', 'false | true; echo $?', '1\n'],
		['set -e', 'false; echo on', 'on\n'],
		['set -u; shopt -s nullglob', 'echo *.none; echo ${x-unset}', '\nunset\n'],
		['x=1; exit 3', 'echo $x $?', '1 3\n'],
		['x="a\nb \\"c\\""', 'echo "$x"', 'a\nb "c"\n']
	])('%s ⏎ %s', async (first, second, expected) => {
		const { run } = await open();
		await run(first);

		expect(await run(second)).toMatchObject({ stdout: expected, stderr: '' });
	});

	test('a shell that begins where another stopped knows it all', async () => {
		const before = await open();
		await before.run('x=1; a=("b c"); f() { echo "f $x"; }; mkdir d; touch d/e; cd d; export Y=2');
		const state = structuredClone(before.engine.state);
		const after = await open({ state, files: await before.engine.files() });

		expect(after.engine.folder).toBe('~/d');
		expect(after.engine.env.Y).toBe('2');
		expect(await after.run('f; echo "${a[0]}"; ls')).toMatchObject({ stdout: 'f 1\nb c\ne\n' });
	});
});

describe('an end before the end', () => {
	test('a stop ends a wait, runs the traps, and keeps what was set', async () => {
		const { run, events } = await open();
		const stop = new AbortController();
		const ended = run(
			'x=1\ntrap "echo stopped" INT\ntrap "echo bye" EXIT\nsleep 60; echo no',
			stop.signal
		);
		await expect.poll(() => events).toContain('sleep 60000');
		stop.abort();

		expect(await ended).toMatchObject({ exitCode: 130, why: 'stopped', stdout: 'stopped\nbye\n' });
		expect(await run('echo $x $?')).toMatchObject({ stdout: '1 130\n' });
	});

	test.each([
		[':(){ :|:& };:', 'It calls itself too deeply: functions or shells within one another.'],
		['f() { f; }; f', 'It calls itself too deeply: functions or shells within one another.'],
		['x=a; while true; do x=$x$x; done', 'A text grew beyond 20 MB.'],
		['i=0; while true; do echo > f$i; i=$((i + 1)); done', 'There is room for 1000 files here.'],
		[
			'x=$(printf "a%.0s" {1..90000}); while :; do echo "$x" >> f; done',
			'There is room for 5 MB of files here.'
		],
		['x=$(printf "a%.0s" {1..90000}); while :; do echo "$x"; done', 'It printed more than 24 MB.']
	])('%s is contained', async (script, detail) => {
		const { run, engine } = await open();

		expect(await run(script)).toMatchObject({ why: 'limit', detail, exitCode: 130, stderr: '' });
		expect(await run('unset -f : f; echo fine')).toMatchObject({ stdout: 'fine\n', exitCode: 0 });
		expect(Object.keys(await engine.files()).length).toBeLessThanOrEqual(1000);
	});

	test('a file that is too much is gone again after rm', async () => {
		const { run } = await open();
		await run('i=0; while true; do echo > f$i; i=$((i + 1)); done');

		expect(await run('rm f*; echo a > b; cat b')).toMatchObject({ stdout: 'a\n', exitCode: 0 });
	});
});

describe('programs of the machine', () => {
	test('read and write the files, and their requests count', async () => {
		const { run, programs, engine } = await open({ files: { '/home/learner/in.json': '{}' } });
		const ended = await run('echo piped | airflow pools import in.json; cat made.json');

		expect(ended.stdout).toBe('airflow pools import in.json\n[]\n');
		expect(ended.requests).toEqual([{ method: 'GET', url: 'http://x/', status: 200 }]);
		expect(programs[0]).toMatchObject({
			files: { '/home/learner/in.json': '{}' },
			stdin: 'piped\n',
			env: { USER: 'learner', HOME: '/home/learner', PWD: '/home/learner' }
		});
		expect(programs[0]?.env).not.toHaveProperty('_LIVE');
		expect(await engine.files()).toMatchObject({ '/home/learner/made.json': '[]\n' });
	});

	test.each([
		['python3 x.py', 127, /Python has a page of its own/],
		['vi x', 127, /needs a screen/],
		['echo ${x:?}; echo no', 1, /^bash: x: parameter null or not set\n$/],
		[': ${x?not there}', 1, /^bash: x: not there\n$/],
		['trap "echo x" ERR', 0, /ERR is not carried out/],
		['nope', 127, /^bash: nope: command not found\n$/]
	])('%s says what it is', async (script, exitCode, words) => {
		const ended = await (await open()).run(script);

		expect(ended.exitCode).toBe(exitCode);
		expect(ended.stderr).toMatch(words);
	});

	test('watch prints each round until it is stopped', async () => {
		const { run, events } = await open();
		const stop = new AbortController();
		const ended = run('watch -n 60 -t echo round', stop.signal);
		await expect.poll(() => events).toContain('sleep 60000');
		stop.abort();

		expect(await ended).toMatchObject({ stdout: 'round\n', why: 'stopped' });
	});
});
