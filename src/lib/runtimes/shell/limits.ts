/** What a run may take. A loop that waits a second each time stays below it for days. */
export const LIMITS = {
	maxCommandCount: 1_000_000,
	maxLoopIterations: 1_000_000,
	maxCallDepth: 200,
	maxExecDepth: 20,
	maxWorkUnits: 1e9,
	maxExecutionTimeMs: 7 * 24 * 3_600_000,
	maxStringLength: 20_000_000,
	maxLiveBytes: 100_000_000,
	maxInputBytes: 500_000_000,
	maxOutputSize: 100_000_000
};

/** The most that a run may print. */
export const MOST_OUTPUT_BYTES = 24_000_000;

/** One plain sentence for a limit of just-bash; undefined = its words are of no limit. */
export function limitSentence(stderr: string): string | undefined {
	const line = stderr.split('\n').find((one) => LIMIT.test(one));
	if (line === undefined) return undefined;
	const [, sentence] = SENTENCES.find(([pattern]) => pattern.test(line)) ?? [];
	return sentence ?? 'It took more than a program may take here.';
}

/** Without the lines that speak of a limit. */
export const withoutLimit = (stderr: string): string =>
	stderr
		.split('\n')
		.filter((line) => !LIMIT.test(line))
		.join('\n');

const LIMIT =
	/limit exceeded|increase executionLimits|maximum (recursion|call|loop|command|function)\b.*(exceeded|reached)|too many (commands|iterations)|exceeded its execution deadline/i;

const SENTENCES: [RegExp, string][] = [
	[/command/i, 'It ran more than a million commands.'],
	[/iteration|loop/i, 'A loop went round more than a million times without an end.'],
	[/recursion|depth|nest/i, 'It calls itself too deeply: functions or shells within one another.'],
	[/output/i, 'It printed too much.'],
	[/string|byte|heredoc|size/i, 'A text grew beyond 20 MB.'],
	[/array|element/i, 'A list grew too long.'],
	[/deadline|time/i, 'It ran for a week.']
];
