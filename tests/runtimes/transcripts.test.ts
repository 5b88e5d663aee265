import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '#lib/runtimes/shell/engine.ts';
import { FASTER, realShell, type Printed } from './real-shell.ts';
import { simulated } from './simulated.ts';
import { needPrograms } from '#wire/tools.ts';
import { BASH_LINES, HTTP_LINES, KNOWN, lineFor } from './transcript-lines.ts';

beforeAll(() => needPrograms('bash', 'curl', 'jq'));

const cases = [
	...BASH_LINES.filter((line) => !(line in KNOWN)).map((line) => ['v2', line] as const),
	...HTTP_LINES.map((line) => ['v1', lineFor(line, 'v1')] as const),
	...HTTP_LINES.map((line) => ['v2', lineFor(line, 'v2')] as const)
];

describe('the page’s shell prints what bash, curl and jq print', () => {
	test.for(cases)('%s: %s', { concurrent: false }, async ([api, line]) => {
		const ours = await ourShell(line, api);
		const real = await realShell(line, api, ours.env);

		expect(masked(ours)).toEqual(masked(real));
	});

	test('in at least 120 lines, of which few are known to differ', () => {
		expect(cases.length).toBeGreaterThanOrEqual(120);
		expect(Object.keys(KNOWN).length).toBeLessThan(10);
	});
});

async function ourShell(line: string, api: 'v1' | 'v2') {
	const { outside, env } = await simulated(api, { faster: FASTER });
	const shell = await createEngine(await import('just-bash/browser'), { outside, env });
	const printed: Printed = { stdout: '', stderr: '', exitCode: 0 };
	const script = `API=http://localhost:8080/api/${api}\n${line}`;
	const ended = await shell.run(
		script,
		({ to, text }) => (printed[to === 'out' ? 'stdout' : 'stderr'] += text),
		new AbortController().signal
	);
	return { ...printed, exitCode: ended.exitCode, env };
}

/** Times, and the places in a script that bash names. */
function masked({ stdout, stderr, exitCode }: Printed): Printed {
	const mask = (text: string) =>
		text
			.replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, '<time>')
			.replace(/[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} GMT/g, '<date>')
			.replace(/^bash: line \d+: /gm, 'bash: ')
			.replace(/ after \d+ ms/g, ' after <n> ms');
	return { stdout: mask(stdout), stderr: mask(stderr), exitCode };
}
